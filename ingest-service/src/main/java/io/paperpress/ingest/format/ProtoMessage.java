package io.paperpress.ingest.format;

import io.paperpress.ingest.format.ProtoToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A message of protobuf text format, read without its schema: what a field may hold is for the reader of the message to
 * say.
 *
 * @param fields in order, each value of a list as a field of its own
 */
record ProtoMessage(List<Field> fields) {

    private static final int DEEPEST = 32;
    private static final Map<String, Character> CLOSES = Map.of("{", '}', "<", '>');

    /** What stands behind a field's name. */
    sealed interface Value {}

    /** A string, a word or a number. */
    record Scalar(String text, boolean quoted) implements Value {}

    record Nested(ProtoMessage message) implements Value {}

    record Field(ProtoToken name, Value value, ProtoToken start) {}

    ProtoMessage {
        fields = List.copyOf(fields);
    }

    /** @throws UnreadableAt with line and column */
    static ProtoMessage read(String text) {
        var tokens = new ProtoTokens(text);
        var fields = new ArrayList<Field>();
        while (tokens.peek().kind() != Kind.END) {
            field(tokens, fields, 0);
        }
        return new ProtoMessage(fields);
    }

    private static void field(ProtoTokens tokens, List<Field> fields, int depth) {
        var name = name(tokens);
        boolean colon = tokens.peek().is(':');
        if (colon) {
            tokens.next();
        }
        var start = tokens.peek();
        if (start.is('[')) {
            list(tokens, name, fields, depth);
        } else if (CLOSES.containsKey(start.text()) && start.kind() == Kind.SYMBOL) {
            fields.add(new Field(name, nested(tokens, depth), start));
        } else if (colon) {
            fields.add(new Field(name, scalar(tokens), start));
        } else {
            throw start.fault("expected \":\" or \"{\" after %s, found %s.".formatted(name.shown(), start.shown()));
        }
        if (tokens.peek().is(',') || tokens.peek().is(';')) {
            tokens.next();
        }
    }

    /** An extension or a type in brackets counts as a name. */
    private static ProtoToken name(ProtoTokens tokens) {
        var name = tokens.next();
        if (name.is('[')) {
            var inner = new StringBuilder();
            for (var part = tokens.next(); !part.is(']'); part = tokens.next()) {
                if (part.kind() != Kind.WORD && !part.is('/')) {
                    throw part.fault("expected \"]\", found %s.".formatted(part.shown()));
                }
                inner.append(part.text());
            }
            return new ProtoToken(Kind.WORD, "[" + inner + "]", name.line(), name.column());
        }
        if (name.kind() != Kind.WORD) {
            throw name.fault("expected the name of a field, found %s.".formatted(name.shown()));
        }
        return name;
    }

    private static void list(ProtoTokens tokens, ProtoToken name, List<Field> fields, int depth) {
        tokens.next();
        if (tokens.peek().is(']')) {
            tokens.next();
            return;
        }
        while (true) {
            var start = tokens.peek();
            boolean message = start.kind() == Kind.SYMBOL && CLOSES.containsKey(start.text());
            fields.add(new Field(name, message ? nested(tokens, depth) : scalar(tokens), start));
            var after = tokens.next();
            if (after.is(']')) {
                return;
            }
            if (!after.is(',')) {
                throw after.fault(
                        "expected \",\" or \"]\" in the list of %s, found %s.".formatted(name.shown(), after.shown()));
            }
        }
    }

    private static Nested nested(ProtoTokens tokens, int depth) {
        var open = tokens.next();
        if (depth == DEEPEST) {
            throw open.fault("messages are nested more than %d deep.".formatted(DEEPEST));
        }
        char close = CLOSES.getOrDefault(open.text(), '}');
        var fields = new ArrayList<Field>();
        while (!tokens.peek().is(close)) {
            if (tokens.peek().kind() == Kind.END) {
                throw tokens.peek()
                        .fault("the \"%s\" of line %d, column %d is not closed."
                                .formatted(open.text(), open.line(), open.column()));
            }
            field(tokens, fields, depth + 1);
        }
        tokens.next();
        return new Nested(new ProtoMessage(fields));
    }

    /** String literals that stand side by side are one. */
    private static Scalar scalar(ProtoTokens tokens) {
        var first = tokens.next();
        if (first.kind() == Kind.WORD) {
            return new Scalar(first.text(), false);
        }
        if (first.kind() != Kind.STRING) {
            throw first.fault("expected a value, found %s.".formatted(first.shown()));
        }
        var text = new StringBuilder(first.text());
        while (tokens.peek().kind() == Kind.STRING) {
            text.append(tokens.next().text());
        }
        return new Scalar(text.toString(), true);
    }
}
