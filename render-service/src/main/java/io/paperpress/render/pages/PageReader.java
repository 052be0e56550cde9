package io.paperpress.render.pages;

import static java.util.Comparator.comparing;

import io.paperpress.render.model.Breaks;
import io.paperpress.render.model.Facet;
import io.paperpress.render.model.Folding;
import io.paperpress.render.model.ListOutline;
import io.paperpress.render.model.ModelReader;
import io.paperpress.render.model.ModelReader.Count;
import io.paperpress.render.model.ModelReader.ListSummary;
import io.paperpress.render.model.PaperCard;
import io.paperpress.render.model.Shelf;
import io.paperpress.render.model.ShelfPage;
import io.paperpress.render.pages.ShelfView.GroupPage;
import io.paperpress.render.pages.ShelfView.Heading;
import io.paperpress.render.pages.ShelfView.IndexPage;
import io.paperpress.render.pages.ShelfView.Letter;
import io.paperpress.render.pages.ShelfView.Other;
import io.paperpress.render.pages.ShelfView.Paging;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks the model for what a page shows; {@code null} where there is no such page any more. */
final class PageReader {

    private static final int NEWEST = 8;
    private static final int LARGEST = 12;

    private static final int LEAST_FOR_LETTERS = 60;

    /** Above so many pages a table of them helps nobody. */
    private static final int MOST_LINKS = 300;

    private final ModelReader model;
    private final Site site;

    PageReader(ModelReader model, Site site) {
        this.model = model;
        this.site = site;
    }

    HomeView home() {
        var facets = new ArrayList<HomeView.FacetCount>();
        model.groups().forEach((facet, groups) -> facets.add(new HomeView.FacetCount(facet, groups)));
        var years = model.largest(Facet.YEAR, Integer.MAX_VALUE).stream()
                .map(count ->
                        new ModelReader.YearCount(Integer.valueOf(count.ref().name()), count.papers()))
                .sorted(comparing(count -> Objects.requireNonNullElse(count.year(), 0)))
                .toList();
        return new HomeView(
                model.papers(),
                facets,
                YearChart.of(years),
                model.lists(),
                model.newest(NEWEST),
                model.largest(Facet.VENUE, LARGEST),
                model.largest(Facet.KEYWORD, LARGEST),
                model.largest(Facet.INSTITUTION, LARGEST));
    }

    @Nullable
    PaperView paper(String paperId) {
        var known = model.paper(paperId);
        if (known == null) {
            return null;
        }
        var cards = model.cards(known.state().versions());
        var versions = known.state().versions().stream()
                .map(cards::get)
                .filter(Objects::nonNull)
                .toList();
        return new PaperView(known.state(), known.card(), versions, model.standings(paperId));
    }

    @Nullable
    GoneView gone(String paperId) {
        var former = model.former(paperId);
        return former == null || former.mergedInto() != null ? null : new GoneView(former);
    }

    @Nullable
    GroupPage group(ShelfPage page) {
        var shelf = page.shelf();
        var facet = shelf.facet();
        var isFirst = page.number() == 1;
        var group = model.group(shelf, isFirst && facet != Facet.YEAR);
        var range = group == null ? null : range(page, group.breaks());
        if (group == null || range == null) {
            return null;
        }
        return new GroupPage(
                facet,
                group.count().ref(),
                group.count().papers(),
                isFirst,
                YearChart.of(group.years()),
                headings(facet, model.papers(shelf, range)),
                paging(shelf, range, group.breaks()));
    }

    @Nullable
    IndexPage index(ShelfPage page) {
        var shelf = page.shelf();
        var breaks = model.breaks(shelf);
        var range = range(page, breaks);
        if (range == null) {
            return null;
        }
        var groups = model.groups(shelf, range);
        var most = groups.stream().mapToLong(Count::papers).max().orElse(0);
        return new IndexPage(
                shelf.facet(),
                model.groups().getOrDefault(shelf.facet(), 0L),
                page.number() == 1,
                letters(shelf.facet(), groups),
                most,
                paging(shelf, range, breaks));
    }

    @Nullable
    ListView list(String slug) {
        var list = model.list(slug);
        if (list == null) {
            return null;
        }
        var outline = ListOutline.of(list);
        var ids = outline.standings().stream()
                .map(ListOutline.Standing::paperId)
                .distinct()
                .toList();
        return new ListView(outline, model.cards(ids), ids.size());
    }

    List<ListSummary> lists() {
        return model.lists();
    }

    private static Breaks.@Nullable Range range(ShelfPage page, Breaks breaks) {
        return breaks.ranges().stream()
                .filter(range -> range.number() == page.number())
                .findFirst()
                .orElse(null);
    }

    private Paging paging(Shelf shelf, Breaks.Range range, Breaks breaks) {
        var ranges = breaks.ranges();
        var at = ranges.indexOf(range);
        var previous = at > 0 ? path(shelf, ranges.get(at - 1)) : null;
        var next = at + 1 < ranges.size() ? path(shelf, ranges.get(at + 1)) : null;
        var all = new ArrayList<Other>();
        if (range.number() == 1 && breaks.isLong() && ranges.size() <= MOST_LINKS) {
            ranges.forEach(other -> all.add(new Other(begins(shelf, other), path(shelf, other), other.equals(range))));
        }
        return new Paging(previous, next, all);
    }

    private static String path(Shelf shelf, Breaks.Range range) {
        return new Page.OfShelf(new ShelfPage(shelf, range.number())).path();
    }

    /** Where a page begins, for a link to it. */
    private String begins(Shelf shelf, Breaks.Range range) {
        var ref = model.firstRef(shelf, range);
        if (ref == null) {
            return "…";
        }
        if (shelf.isIndex()) {
            var group = model.group(Shelf.of(shelf.facet(), ref));
            return group == null ? "…" : site.label(shelf.facet(), group.ref());
        }
        var card = model.cards(List.of(ref)).get(ref);
        if (card == null) {
            return "…";
        }
        var words = Html.plain(card.title()).split(" ", 3);
        var heading = heading(shelf.facet(), card);
        return heading + ", " + words[0] + (words.length > 1 ? " " + words[1] + " …" : "");
    }

    private List<Heading> headings(Facet facet, List<PaperCard> papers) {
        var byHeading = new LinkedHashMap<String, List<PaperCard>>();
        papers.forEach(card -> byHeading
                .computeIfAbsent(heading(facet, card), key -> new ArrayList<>())
                .add(card));
        var headings = new ArrayList<Heading>();
        byHeading.forEach(
                (text, cards) -> headings.add(new Heading(text, headingPath(facet, cards.getFirst()), cards)));
        return headings;
    }

    private static String heading(Facet facet, PaperCard card) {
        if (facet == Facet.YEAR) {
            return card.venue() == null ? "No venue known" : card.venue().name();
        }
        return card.year() == null ? "No year known" : card.year().toString();
    }

    private @Nullable String headingPath(Facet facet, PaperCard card) {
        var other = facet == Facet.YEAR ? Facet.VENUE : Facet.YEAR;
        var groups = card.groups(other);
        return groups.isEmpty() ? null : site.group(other, groups.getFirst());
    }

    private static List<Letter> letters(Facet facet, List<Count> groups) {
        if (facet == Facet.YEAR || facet == Facet.KEYWORD || groups.size() < LEAST_FOR_LETTERS) {
            return List.of(new Letter("", groups));
        }
        var byLetter = new LinkedHashMap<String, List<Count>>();
        for (var group : groups) {
            byLetter.computeIfAbsent(letter(group.ref().name()), key -> new ArrayList<>())
                    .add(group);
        }
        var letters = new ArrayList<Letter>();
        byLetter.forEach((letter, counts) -> letters.add(new Letter(letter, counts)));
        return letters;
    }

    private static String letter(String name) {
        var folded = Folding.toAscii(name).replaceAll("[^a-z0-9]+", "");
        if (folded.isEmpty()) {
            return "…";
        }
        var first = folded.charAt(0);
        return Character.isDigit(first) ? "0–9" : String.valueOf(first).toUpperCase(Locale.ROOT);
    }
}
