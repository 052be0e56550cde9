package io.paperpress.render.pages;

import static java.util.stream.Collectors.joining;

import io.paperpress.render.model.PaperCard;
import io.paperpress.render.model.Ref;
import java.util.ArrayList;

/** References made of a paper's fields. */
final class Citation {

    private static final int NAMED = 3;

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
}
