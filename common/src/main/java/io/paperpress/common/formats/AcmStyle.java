package io.paperpress.common.formats;

/** ACM Reference Format: all authors, the year as a sentence of its own. */
final class AcmStyle {

    private AcmStyle() {}

    static Reference cite(CitedWork work) {
        var text = new Reference.Writer();
        if (!work.authors().isEmpty()) {
            var names = work.authors().stream().map(CitedName::straight).toList();
            text.add(CitedNames.joined(names, " and ", ", and ")).stop();
        }
        text.then(work.year() == null ? "[n. d.]." : work.year() + ".");
        text.then(work.title()).stop();
        switch (work.kind()) {
            case CONFERENCE ->
                text.then("In").thenItalic(String.valueOf(work.venue())).stop();
            case JOURNAL -> {
                text.thenItalic(String.valueOf(work.venue()));
                if (work.year() != null) {
                    text.then("(" + work.year() + ")");
                }
                text.stop();
            }
            case PREPRINT -> {
                if (work.arxiv() != null) {
                    text.then("arXiv:" + work.arxiv() + ".");
                }
            }
        }
        if (work.address() != null) {
            text.then(work.isDoi() ? work.address() : "Retrieved from " + work.address());
        }
        return text.written();
    }
}
