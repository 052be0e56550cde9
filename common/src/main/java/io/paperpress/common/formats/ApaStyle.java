package io.paperpress.common.formats;

import java.util.List;

/** APA 7: up to 20 authors, of more the first 19 and the last; a work of its own in italics, else where it stands. */
final class ApaStyle {

    private static final int MOST = 20;

    private ApaStyle() {}

    static Reference cite(CitedWork work) {
        var text = new Reference.Writer();
        String year = "(" + (work.year() == null ? "n.d." : work.year()) + ").";
        if (work.authors().isEmpty()) {
            title(work, text);
            text.then(year);
        } else {
            text.add(names(work.authors())).stop().then(year);
            title(work, text);
        }
        switch (work.kind()) {
            case CONFERENCE ->
                text.then("In").thenItalic(String.valueOf(work.venue())).stop();
            case JOURNAL -> text.thenItalic(String.valueOf(work.venue())).stop();
            case PREPRINT -> {
                if (work.venue() != null) {
                    text.then(work.venue()).stop();
                }
            }
        }
        if (work.address() != null) {
            text.then(work.address());
        }
        return text.written();
    }

    private static void title(CitedWork work, Reference.Writer text) {
        if (work.kind() != Venues.PREPRINT) {
            text.then(work.title()).stop();
        } else if (work.arxiv() != null) {
            text.thenItalic(work.title()).then("(arXiv:" + work.arxiv() + ").");
        } else {
            text.thenItalic(work.title()).stop();
        }
    }

    private static String names(List<CitedName> authors) {
        var names = authors.stream().map(CitedName::initialsLast).toList();
        return names.size() <= MOST
                ? CitedNames.joined(names, ", & ", ", & ")
                : String.join(", ", names.subList(0, MOST - 1)) + ", . . . " + names.getLast();
    }
}
