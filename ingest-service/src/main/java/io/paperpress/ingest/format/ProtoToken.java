package io.paperpress.ingest.format;

/**
 * A token of protobuf text format.
 *
 * @param text a word or number as written, a string as it is meant, a symbol as its one character
 * @param line 1-based
 * @param column 1-based, in characters
 */
record ProtoToken(Kind kind, String text, int line, int column) {

    enum Kind {
        /** A name or number, signed or not: what the schema makes of it, the reader knows. */
        WORD,
        STRING,
        SYMBOL,
        END
    }

    boolean is(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }

    UnreadableAt fault(String message) {
        return new UnreadableAt(line, column, message);
    }

    /** For messages. */
    String shown() {
        return kind == Kind.END ? "the end of the text" : Quote.of(text);
    }
}
