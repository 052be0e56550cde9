package io.paperpress.ingest.format;

/** Submitted text inside a message: short, and without line ends. */
final class Quote {

    private static final int LONGEST = 80;

    private Quote() {}

    static String of(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return '"' + (plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…") + '"';
    }
}
