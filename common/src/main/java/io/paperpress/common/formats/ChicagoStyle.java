package io.paperpress.common.formats;

import java.util.ArrayList;
import java.util.List;

/** Chicago, author and date, 18th edition: up to six authors, of more the first three. */
final class ChicagoStyle {

    private static final int MOST = 6;
    private static final int NAMED = 3;

    private ChicagoStyle() {}

    static Reference cite(CitedWork work) {
        var text = new Reference.Writer();
        String year = (work.year() == null ? "n.d" : work.year()) + ".";
        if (work.authors().isEmpty()) {
            text.add(Reference.quoted(work.title(), ".")).then(year);
        } else {
            text.add(names(work.authors())).stop().then(year).then(Reference.quoted(work.title(), "."));
        }
        switch (work.kind()) {
            case CONFERENCE ->
                text.then("In").thenItalic(String.valueOf(work.venue())).stop();
            case JOURNAL -> text.thenItalic(String.valueOf(work.venue())).stop();
            case PREPRINT -> {
                if (work.venue() != null) {
                    text.then("Preprint, " + work.venue()).stop();
                }
            }
        }
        if (work.address() != null) {
            text.then(work.address()).add(".");
        }
        return text.written();
    }

    private static String names(List<CitedName> authors) {
        var names = new ArrayList<String>();
        names.add(authors.getFirst().turned());
        authors.stream().skip(1).map(CitedName::straight).forEach(names::add);
        return names.size() > MOST
                ? String.join(", ", names.subList(0, NAMED)) + ", et al."
                : CitedNames.joined(names, ", and ", ", and ");
    }
}
