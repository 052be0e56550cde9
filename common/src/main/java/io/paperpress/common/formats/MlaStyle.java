package io.paperpress.common.formats;

import java.util.List;

/** MLA 9: of more than two authors the first; everything after the title is one sentence. */
final class MlaStyle {

    private MlaStyle() {}

    static Reference cite(CitedWork work) {
        var text = new Reference.Writer();
        if (!work.authors().isEmpty()) {
            text.add(names(work.authors())).stop();
        }
        text.then(Reference.quoted(work.title(), "."));
        String comma = "";
        if (work.venue() != null) {
            text.thenItalic(work.venue());
            comma = ",";
        }
        if (work.year() != null) {
            text.add(comma).then(work.year().toString());
            comma = ",";
        }
        if (work.address() != null) {
            text.add(comma).then(work.address()).add(".");
        } else {
            text.stop();
        }
        return text.written();
    }

    private static String names(List<CitedName> authors) {
        String first = authors.getFirst().turned();
        return switch (authors.size()) {
            case 1 -> first;
            case 2 -> first + ", and " + authors.getLast().straight();
            default -> first + ", et al.";
        };
    }
}
