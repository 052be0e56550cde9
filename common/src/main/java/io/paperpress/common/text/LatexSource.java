package io.paperpress.common.text;

/**
 * Text as LaTeX source that prints it, in Unicode; {@link LatexText#read} reads it back. {@code $…$} is math already and
 * stays as it is.
 */
public final class LatexSource {

    private LatexSource() {}

    public static String of(String text) {
        var source = new StringBuilder(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("\\$", at)) { // a dollar that was told from math already
                source.append("\\$");
                at += 2;
                continue;
            }
            int end = text.charAt(at) == '$' ? text.indexOf('$', at + 1) : -1;
            if (end > at + 1 && isBalanced(text, at, end)) {
                source.append(text, at, end + 1);
                at = end + 1;
            } else {
                append(text, at, source);
                at++;
            }
        }
        return source.toString();
    }

    private static void append(String text, int at, StringBuilder source) {
        char c = text.charAt(at);
        switch (c) {
            case '&', '%', '#', '_', '{', '}' -> source.append('\\').append(c);
            case '$' -> source.append("\\$");
            case '`' -> source.append("\\textasciigrave{}");
            case '\\' -> source.append("\\textbackslash{}");
            case '~' -> source.append("\\textasciitilde{}");
            case '^' -> source.append("\\textasciicircum{}");
            case '-', '\'' -> {
                boolean isRun = at > 0 && text.charAt(at - 1) == c; // two of them would be printed as one sign
                source.append(isRun ? "{}" : "").append(c);
            }
            default -> source.append(c);
        }
    }

    /** Braces that do not match would end the field that the text stands in. */
    private static boolean isBalanced(String text, int from, int to) {
        int depth = 0;
        for (int i = from; i < to && depth >= 0; i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return depth == 0 && text.charAt(to - 1) != '\\';
    }
}
