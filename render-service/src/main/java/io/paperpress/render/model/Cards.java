package io.paperpress.render.model;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.PaperFields;
import io.paperpress.render.model.GroupNames.GroupName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a paper's card out of its catalogued state. */
final class Cards {

    private Cards() {}

    /** The groups a paper is to stand in. */
    static Collection<GroupName> groups(PaperFields paper) {
        var groups = new LinkedHashSet<GroupName>();
        if (paper.year() != null) {
            groups.add(new GroupName(Facet.YEAR, paper.year().toString()));
        }
        var venue = venue(paper);
        if (venue != null) {
            groups.add(new GroupName(Facet.VENUE, venue));
        }
        keywords(paper).forEach(name -> groups.add(new GroupName(Facet.KEYWORD, name)));
        names(paper.institutions()).forEach(name -> groups.add(new GroupName(Facet.INSTITUTION, name)));
        authors(paper).forEach(name -> groups.add(new GroupName(Facet.AUTHOR, name)));
        return groups;
    }

    static PaperCard card(PaperCatalogued state, Map<GroupName, String> slugs) {
        var paper = state.paper();
        var venue = venue(paper);
        return new PaperCard(
                state.paperId(),
                title(paper),
                blankToNull(paper.shortName()),
                refs(Facet.AUTHOR, authors(paper), slugs),
                refs(Facet.INSTITUTION, names(paper.institutions()), slugs),
                refs(Facet.KEYWORD, keywords(paper), slugs),
                venue == null ? null : ref(Facet.VENUE, venue, slugs),
                paper.year(),
                paper.links().stream().filter(link -> isWeb(link.url())).toList());
    }

    private static String title(PaperFields paper) {
        var title = blankToNull(paper.title());
        return title == null ? Objects.requireNonNullElse(blankToNull(paper.shortName()), "Untitled") : title;
    }

    private static List<Ref> refs(Facet facet, List<String> names, Map<GroupName, String> slugs) {
        return names.stream().map(name -> ref(facet, name, slugs)).toList();
    }

    private static Ref ref(Facet facet, String name, Map<GroupName, String> slugs) {
        return new Ref(name, Objects.requireNonNull(slugs.get(new GroupName(facet, name))));
    }

    private static @Nullable String venue(PaperFields paper) {
        return blankToNull(paper.venue());
    }

    private static List<String> authors(PaperFields paper) {
        return names(paper.authors().stream().map(Author::name).toList());
    }

    private static List<String> keywords(PaperFields paper) {
        return names(paper.keywords()).stream()
                .filter(keyword -> !keyword.equals(Keywords.NONE))
                .toList();
    }

    private static List<String> names(List<String> given) {
        var names = new LinkedHashSet<String>();
        given.forEach(name -> names.add(Folding.tidy(name)));
        names.remove("");
        return new ArrayList<>(names);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        var tidy = text == null ? "" : Folding.tidy(text);
        return tidy.isEmpty() ? null : tidy;
    }

    /** Only what a browser may safely follow becomes a link; archive paths and other schemes do not. */
    static boolean isWeb(@Nullable String url) {
        if (url == null) {
            return false;
        }
        try {
            var uri = new URI(url.strip());
            return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
