package io.paperpress.ingest.format;

import java.util.regex.Pattern;

/** Submitted text inside a message: short, and without line ends. */
final class Quote {

    private static final int LONGEST = 80;
    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private Quote() {}

    static String of(String text) {
        String start = text.substring(0, Math.min(text.length(), LONGEST + 1));
        String plain = shown(start); // half a pair at the end, too
        return '"' + (plain.length() <= LONGEST ? plain : plain.substring(0, end(plain)) + "…") + '"';
    }

    /** A message that may quote, fit to be stored and shown. */
    static String shown(String message) {
        return UNSHOWN.matcher(message).replaceAll(" ");
    }

    /** Whether the text can be stored and shown as it is. */
    static boolean isShown(String text) {
        return !UNSHOWN.matcher(text).find();
    }

    private static int end(String plain) {
        return Character.isHighSurrogate(plain.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}
