package io.paperpress.ingest.format;

import java.util.regex.Pattern;

/** What the ids of listed papers look like: 12 characters of Crockford's base 32, in lower case. */
public final class PaperIds {

    private static final Pattern PAPER_ID = Pattern.compile("[0-9a-hjkmnp-tv-z]{12}");

    private PaperIds() {}

    public static boolean isPaperId(String text) {
        return PAPER_ID.matcher(text).matches();
    }
}
