package io.paperpress.search.indexing;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.PaperFields;
import io.paperpress.search.elasticsearch.PaperDocument;
import io.paperpress.search.elasticsearch.PaperView;
import io.paperpress.search.elasticsearch.PaperView.LinkView;
import io.paperpress.search.words.Stems;
import io.paperpress.search.words.Variants;
import io.paperpress.search.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the document of a paper from its newest state. */
final class PaperDocuments {

    /** Chars of the title that decide its place; the rest cannot matter. */
    private static final int TITLE_ORDER = 200;

    /** Chars before the colon of a title that are rather a name than a part of a sentence. */
    private static final int LONGEST_NAME = 30;

    private PaperDocuments() {}

    static PaperDocument of(PaperCatalogued event) {
        PaperFields paper = event.paper();
        PaperView view = view(event);
        String title = view.title();
        return new PaperDocument(
                event.paperId(),
                event.revision(),
                event.cataloguedAt().toEpochMilli(),
                cut(Words.forms(title), TITLE_ORDER),
                paper.year(),
                paper.venue(),
                paper.keywords(),
                paper.institutions(),
                view.authors(),
                has(paper),
                identifiers(event),
                names(view),
                folded(event, view),
                Completions.of(view),
                view);
    }

    private static PaperView view(PaperCatalogued event) {
        PaperFields paper = event.paper();
        return new PaperView(
                event.paperId(),
                event.revision(),
                Objects.requireNonNullElse(paper.title(), ""),
                paper.shortName(),
                paper.authors().stream().map(Author::name).toList(),
                paper.institutions(),
                paper.venue(),
                paper.year(),
                paper.keywords(),
                paper.abstractText(),
                paper.citation(),
                paper.links().stream()
                        .map(link -> new LinkView(link.rel(), link.label(), link.url()))
                        .toList(),
                event.identifiers().stream().map(Identifier::toString).toList(),
                event.cataloguedAt().toEpochMilli(),
                event.revisedAt().toEpochMilli());
    }

    private static List<String> has(PaperFields paper) {
        var has = new ArrayList<String>();
        for (String rel : List.of(Link.CODE, Link.NOTE)) {
            if (paper.links().stream()
                    .anyMatch(link -> link.rel().equals(rel) && !link.url().isBlank())) {
                has.add(rel);
            }
        }
        if (paper.cover() != null && !paper.cover().isBlank()) {
            has.add("cover");
        }
        return has;
    }

    private static Set<String> identifiers(PaperCatalogued event) {
        var identifiers = new LinkedHashSet<String>();
        identifiers.add(event.paperId());
        for (Identifier identifier : event.identifiers()) {
            identifiers.add(identifier.toString());
            identifiers.add(identifier.value());
        }
        return identifiers;
    }

    /** The title, what stands before its colon, and the short name: folded, and as they are written. */
    private static Set<String> names(PaperView view) {
        int colon = view.title().indexOf(':');
        boolean named = colon > 0 && colon <= LONGEST_NAME;
        return Stream.of(view.title(), named ? view.title().substring(0, colon) : null, view.shortName())
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .flatMap(name -> Stream.of(Words.forms(name).replace(" ", ""), PaperDocument.asWritten(name)))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static PaperDocument.Folded folded(PaperCatalogued event, PaperView view) {
        String title = view.title();
        String shortName = Objects.requireNonNullElse(view.shortName(), "");
        String abstractText = Objects.requireNonNullElse(view.abstractText(), "");
        var variants = new LinkedHashSet<String>();
        variants.addAll(Variants.ofTitle(title));
        variants.addAll(Variants.ofTitle(shortName));
        Set<String> texts = texts(event, view);
        return new PaperDocument.Folded(
                Words.forms(title),
                Words.forms(shortName),
                String.join(" ", variants),
                forms(view.authors()),
                forms(view.institutions()),
                Words.forms(venue(view.venue(), view.year())),
                forms(view.keywords()),
                forms(List.of(abstractText)),
                forms(texts),
                stems(List.of(title, shortName)),
                stems(Stream.concat(texts.stream(), Stream.concat(Stream.of(abstractText), view.keywords().stream()))
                        .toList()));
    }

    /** Running text, and what the other sources say: who remembers the wrong venue finds the paper too. */
    private static Set<String> texts(PaperCatalogued event, PaperView view) {
        var texts = new LinkedHashSet<String>();
        texts.add(view.citation());
        texts.addAll(event.paper().baselines());
        for (var source : event.sources()) {
            PaperFields claim = source.values();
            texts.add(claim.title());
            texts.add(claim.shortName());
            texts.add(venue(claim.venue(), claim.year()));
            texts.add(claim.abstractText());
            texts.add(claim.citation());
            claim.authors().forEach(author -> texts.add(author.name()));
            texts.addAll(claim.institutions());
        }
        texts.removeAll(shown(view));
        texts.removeIf(text -> text == null || text.isBlank());
        return texts;
    }

    private static Set<@Nullable String> shown(PaperView view) {
        var shown = new LinkedHashSet<@Nullable String>();
        shown.add(view.title());
        shown.add(view.shortName());
        shown.add(venue(view.venue(), view.year()));
        shown.add(view.abstractText());
        shown.addAll(view.authors());
        shown.addAll(view.institutions());
        return shown;
    }

    private static String venue(@Nullable String venue, @Nullable Integer year) {
        return Stream.of(venue, year)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    /** Words, and beside them, apart, other ways to write them. */
    private static List<String> forms(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> Stream.of(Words.forms(text), String.join(" ", Variants.ofText(text))))
                .filter(forms -> !forms.isEmpty())
                .toList();
    }

    private static String stems(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> Words.of(text).stream())
                .flatMap(word -> Stream.concat(Stream.of(word.form()), word.parts().stream()))
                .map(Stems::of)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
