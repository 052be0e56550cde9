package io.paperpress.common.formats;

import java.util.List;

/** IEEE: initials first, of more than six authors the first; commas between all parts. */
final class IeeeStyle {

    private static final int MOST = 6;

    private IeeeStyle() {}

    static Reference cite(CitedWork work) {
        var text = new Reference.Writer();
        names(work.authors(), text);
        boolean isMore = work.venue() != null || work.year() != null;
        text.then(Reference.quoted(work.title(), isMore || work.isDoi() ? "," : "."));
        switch (work.kind()) {
            case CONFERENCE -> text.then("in").thenItalic(String.valueOf(work.venue()));
            case JOURNAL -> text.thenItalic(String.valueOf(work.venue()));
            case PREPRINT -> {
                if (work.venue() != null) {
                    text.then(work.arxiv() == null ? work.venue() : "arXiv:" + work.arxiv());
                }
            }
        }
        if (work.year() != null) {
            text.add(work.venue() == null ? " " : ", ").add(work.year().toString());
        }
        if (work.isDoi()) {
            text.add(isMore ? ", " : " ").add("doi: " + work.doi());
        }
        text.stop();
        if (!work.isDoi() && work.address() != null) {
            text.then("[Online]. Available: " + work.address());
        }
        return text.written();
    }

    private static void names(List<CitedName> authors, Reference.Writer text) {
        var names = authors.stream().map(CitedName::initialsFirst).toList();
        if (names.size() > MOST) {
            text.add(names.getFirst()).thenItalic("et al.").add(",");
        } else if (!names.isEmpty()) {
            text.add(CitedNames.joined(names, " and ", ", and ") + ",");
        }
    }
}
