package io.paperpress.ingest.format;

import io.paperpress.ingest.format.ProtoToken.Kind;
import org.jspecify.annotations.Nullable;

/** Cuts protobuf text format into tokens, as its specification has them; comments and white space are passed over. */
final class ProtoTokens {

    private static final String SYMBOLS = "{}<>[]:,;/";

    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;
    private @Nullable ProtoToken peeked;

    ProtoTokens(String text) {
        this.text = text;
    }

    ProtoToken peek() {
        if (peeked == null) {
            peeked = read();
        }
        return peeked;
    }

    ProtoToken next() {
        var token = peek();
        peeked = null;
        return token;
    }

    private ProtoToken read() {
        skipBlank();
        int column = column();
        if (at == text.length()) {
            return new ProtoToken(Kind.END, "", line, column);
        }
        char first = text.charAt(at);
        if (first == '"' || first == '\'') {
            return new ProtoToken(Kind.STRING, string(first, column), line, column);
        }
        if (SYMBOLS.indexOf(first) >= 0) {
            at++;
            return new ProtoToken(Kind.SYMBOL, String.valueOf(first), line, column);
        }
        int start = at;
        if (first == '-') {
            at++;
        }
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        if (at == start || (first == '-' && at == start + 1)) {
            throw new UnreadableAt(
                    line,
                    column,
                    "the character %s means nothing here."
                            .formatted(Quote.of(Character.toString(text.codePointAt(start)))));
        }
        return new ProtoToken(Kind.WORD, text.substring(start, at), line, column);
    }

    private String string(char quote, int column) {
        int start = ++at;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n' ? 2 : 1;
        }
        if (at >= text.length() || text.charAt(at) != quote) {
            throw new UnreadableAt(line, column, "this string is not closed on its line.");
        }
        String inner = text.substring(start, at++);
        return inner.indexOf('\\') < 0 && inner.indexOf(0) < 0
                ? inner
                : ProtoEscapes.unescaped(inner, line, column + 1);
    }

    private void skipBlank() {
        boolean comment = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                lineStart = at + 1;
                comment = false;
            } else if (c == '#') {
                comment = true;
            } else if (!comment && c != ' ' && c != '\t' && c != '\r' && c != '\f' && c != '\u000B') {
                return;
            }
        }
    }

    private int column() {
        return text.codePointCount(lineStart, at) + 1;
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '.'
                || c == '+';
    }
}
