package io.paperpress.render.pages;

import static java.util.stream.Collectors.joining;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.render.model.Folding;
import io.paperpress.render.model.PaperCard;
import io.paperpress.render.model.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** References made of a paper's fields. */
final class Citation {

    private static final int NAMED = 3;
    private static final Set<String> SMALL_WORDS = Set.of("a", "an", "the", "on", "of", "in", "for", "to", "and");

    private Citation() {}

    /** Authors, title, venue and year, as in a list of references. */
    static String reference(PaperCard card) {
        var parts = new ArrayList<String>();
        if (!card.authors().isEmpty()) {
            var names = card.authors().stream().limit(NAMED).map(Ref::name).collect(joining(", "));
            parts.add(card.authors().size() > NAMED ? names + ", et al" : names);
        }
        parts.add("“" + Html.plain(card.title()) + ".”");
        if (card.venue() != null) {
            parts.add(card.venue().name());
        }
        if (card.year() != null) {
            parts.add(card.year().toString());
        }
        return String.join(". ", parts).replace(".” ", ".” ").replace(".”. ", ".” ") + ".";
    }

    static String bibtex(PaperCard card, List<Identifier> identifiers) {
        var venue = card.venue() == null ? "" : card.venue().name();
        var isPreprint = venue.isEmpty() || venue.equalsIgnoreCase("arXiv");
        var lines = new ArrayList<String>();
        lines.add("@%s{%s".formatted(isPreprint ? "misc" : "inproceedings", key(card)));
        lines.add("  title = {{" + escape(Html.plain(card.title())) + "}}");
        if (!card.authors().isEmpty()) {
            lines.add("  author = {"
                    + card.authors().stream()
                            .map(Ref::name)
                            .map(Citation::escape)
                            .collect(joining(" and ")) + "}");
        }
        if (!isPreprint) {
            lines.add("  booktitle = {" + escape(venue) + "}");
        }
        if (card.year() != null) {
            lines.add("  year = {" + card.year() + "}");
        }
        identifiers.stream().filter(id -> id.scheme().equals("arxiv")).limit(1).forEach(id -> {
            lines.add("  eprint = {" + id.value() + "}");
            lines.add("  archiveprefix = {arXiv}");
        });
        identifiers.stream()
                .filter(id -> id.scheme().equals("doi"))
                .limit(1)
                .forEach(id -> lines.add("  doi = {" + escape(id.value()) + "}"));
        card.links().stream()
                .filter(link -> link.rel().equals(Link.PAPER))
                .limit(1)
                .forEach(link -> lines.add("  url = {" + link.url().strip() + "}"));
        return String.join(",\n", lines) + "\n}\n";
    }

    private static String key(PaperCard card) {
        var author = card.authors().isEmpty()
                ? ""
                : lastWord(card.authors().getFirst().name());
        var year = card.year() == null ? "" : card.year().toString();
        var title = Folding.toAscii(Html.plain(card.title())).split("[^a-z0-9]+");
        for (var word : title) {
            if (!word.isEmpty() && !SMALL_WORDS.contains(word)) {
                return author + year + word;
            }
        }
        return author + year + card.paperId();
    }

    private static String lastWord(String name) {
        var family =
                name.contains(",") ? name.substring(0, name.indexOf(',')) : name.substring(name.lastIndexOf(' ') + 1);
        return Folding.toAscii(family).replaceAll("[^a-z0-9]", "");
    }

    private static String escape(String text) {
        return text.replaceAll("([&%#_])", "\\\\$1").replaceAll("[{}]", "");
    }
}
