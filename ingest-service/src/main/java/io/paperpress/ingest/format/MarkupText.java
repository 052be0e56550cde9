package io.paperpress.ingest.format;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The tags that citation tools leave in titles and abstracts, taken out; small indices become {@code $_{2}$} math. */
final class MarkupText {

    private static final int LONGEST_TAG = 200;
    private static final int LONGEST_INDEX = 20;

    private static final Set<String> STYLES = Set.of(
            "a",
            "b",
            "bold",
            "em",
            "i",
            "inf",
            "ital",
            "italic",
            "monospace",
            "sc",
            "scp",
            "small",
            "span",
            "strong",
            "sub",
            "sup",
            "tt",
            "u",
            "underline");

    private static final Set<String> BLOCKS = Set.of("br", "div", "li", "p", "sec", "title", "ul");

    private static final Pattern INDEX = Pattern.compile("[\\p{L}\\d+=−-]+");

    private final String text;
    private final StringBuilder read = new StringBuilder();
    private int at;

    private MarkupText(String text) {
        this.text = text;
    }

    static String read(String text) {
        return text.indexOf('<') < 0 ? text : new MarkupText(text).read();
    }

    private String read() {
        while (at < text.length()) {
            int tag = text.indexOf('<', at);
            int end = tag < 0 ? -1 : closing(tag);
            if (tag < 0) {
                read.append(text, at, text.length());
                at = text.length();
            } else if (end < 0) {
                read.append(text, at, tag + 1);
                at = tag + 1;
            } else {
                read.append(text, at, tag);
                tag(tag, end);
            }
        }
        return read.toString();
    }

    private int closing(int tag) {
        int last = Math.min(text.length(), tag + LONGEST_TAG);
        for (int i = tag + 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == '>') {
                return i;
            }
            if (c == '<') {
                return -1;
            }
        }
        return -1;
    }

    private void tag(int start, int end) {
        int from = start + (text.charAt(start + 1) == '/' ? 2 : 1);
        int to = from;
        while (to < end && (Character.isLetterOrDigit(text.charAt(to)) || ":-".indexOf(text.charAt(to)) >= 0)) {
            to++;
        }
        String full = text.substring(from, to).toLowerCase(Locale.ROOT);
        String name = full.startsWith("jats:") ? full.substring(5) : full;
        at = end + 1;
        if (name.equals("sub") || name.equals("sup")) {
            index(name.equals("sub") ? '_' : '^', from == start + 1);
        } else if (BLOCKS.contains(name)) {
            read.append(' ');
        } else if (!STYLES.contains(name) && !full.startsWith("mml:")) {
            read.append(text, start, at); // no tag of a citation tool's: part of the text
        }
    }

    private void index(char sign, boolean opens) {
        int close = opens ? text.indexOf('<', at) : -1;
        if (close > at
                && close - at <= LONGEST_INDEX
                && INDEX.matcher(text.substring(at, close)).matches()) {
            read.append('$').append(sign).append('{').append(text, at, close).append("}$");
            at = close;
        }
    }
}
