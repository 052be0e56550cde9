package io.paperpress.common.formats;

import io.paperpress.common.events.PaperFields;

/** Many papers as one BibTeX file. */
public final class Bibliography {

    private Bibliography() {}

    /**
     * An entry with an empty line after it. Its key ends in the paper's id: no two are the same, and none changes when
     * another paper comes.
     */
    public static String entry(String paperId, PaperFields paper) {
        String entry = Bibtex.write(paperId, paper);
        int key = entry.indexOf('{') + 1;
        int end = entry.indexOf(',', key);
        String own = entry.substring(key, end);
        String unique = own.endsWith(paperId) ? own : own + "-" + paperId;
        return entry.substring(0, key) + unique + entry.substring(end) + "\n";
    }
}
