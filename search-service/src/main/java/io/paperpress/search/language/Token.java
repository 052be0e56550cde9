package io.paperpress.search.language;

import org.jspecify.annotations.Nullable;

/** What the parser reads: a query is a row of these. */
sealed interface Token {

    /** Signs that only mean something together with others. */
    enum Sign implements Token {
        OPEN,
        CLOSE,
        OR,
        AND,
        NOT
    }

    /** {@code title:}, directly before its value. */
    record Prefix(Field field) implements Token {}

    /** A word and, where it is one, what {@code year:} or {@code has:} make of it. */
    record Word(String text) implements Token {}

    record Quoted(String text) implements Token {}

    static boolean is(@Nullable Token token, Sign sign) {
        return token == sign;
    }
}
