package io.paperpress.search.language;

import io.paperpress.search.language.Clause.All;
import io.paperpress.search.language.Clause.Any;
import io.paperpress.search.language.Clause.Extra;
import io.paperpress.search.language.Clause.Has;
import io.paperpress.search.language.Clause.Not;
import io.paperpress.search.language.Clause.Phrase;
import io.paperpress.search.language.Clause.Words;
import io.paperpress.search.language.Clause.Years;
import io.paperpress.search.words.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was typed. It never fails: what it cannot read is searched for as words, with a warning.
 *
 * <pre>
 * query = all
 * all   = { any | "AND" }
 * any   = item { "OR" item }
 * item  = { "-" | "NOT" } plain
 * plain = "(" all ")" | field ":" ( "(" all ")" | phrase | word ) | phrase | word
 * </pre>
 */
public final class QueryParser {

    /** Nobody types more, and each costs. */
    static final int MOST_CHARS = 2000;

    static final int MOST_WORDS = 32;
    static final int MOST_CLAUSES = 48;
    static final int DEEPEST = 8;

    private static final Pattern YEARS = Pattern.compile("(\\d{4})|(\\d{4})?(?:\\.\\.|-|–)(\\d{4})?");

    private final List<Token> tokens;
    private final Set<String> warnings;
    private int at;
    private int depth;
    private int words;
    private int clauses;

    private QueryParser(List<Token> tokens, Set<String> warnings) {
        this.tokens = tokens;
        this.warnings = warnings;
    }

    public static ParsedQuery parse(String q) {
        var warnings = new LinkedHashSet<String>();
        if (q.length() > MOST_CHARS) {
            warnOfLength(warnings);
        }
        String read = q.substring(0, Math.min(q.length(), MOST_CHARS));
        var parser = new QueryParser(Tokens.of(read, warnings::add), warnings);
        var clauses = new ArrayList<Clause>();
        while (parser.at < parser.tokens.size()) {
            clauses.addAll(parser.all(null));
            parser.at++; // a bracket that closes nothing
        }
        return new ParsedQuery(joined(clauses), List.copyOf(warnings));
    }

    private static void warnOfLength(Set<String> warnings) {
        warnings.add("The query is very long; only its beginning was searched for.");
    }

    private @Nullable Token peek() {
        return at < tokens.size() ? tokens.get(at) : null;
    }

    private List<Clause> all(@Nullable Field field) {
        var clauses = new ArrayList<Clause>();
        while (peek() != null && !Token.is(peek(), Token.Sign.CLOSE)) {
            if (Token.is(peek(), Token.Sign.AND)) {
                at++;
            } else {
                any(field).ifPresent(clauses::add);
            }
        }
        return joined(clauses);
    }

    private Optional<Clause> any(@Nullable Field field) {
        var alternatives = new ArrayList<Clause>();
        boolean between = Token.is(peek(), Token.Sign.OR);
        if (between) {
            loose(Construct.OR);
            at++;
        }
        item(field).ifPresent(alternatives::add);
        while (Token.is(peek(), Token.Sign.OR)) {
            at++;
            if (peek() == null || Token.is(peek(), Token.Sign.CLOSE) || Token.is(peek(), Token.Sign.OR)) {
                loose(Construct.OR);
            } else {
                item(field).ifPresent(alternatives::add);
            }
        }
        return switch (alternatives.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(alternatives.getFirst());
            default -> Optional.of(new Any(alternatives));
        };
    }

    private void loose(Construct construct) {
        warnings.add("%s has nothing to stand between, so it was left out.".formatted(construct.sign()));
    }

    private Optional<Clause> item(@Nullable Field field) {
        boolean excluded = false;
        while (Token.is(peek(), Token.Sign.NOT)) {
            excluded = !excluded;
            at++;
        }
        var clause = plain(field);
        return excluded ? clause.map(Not::new) : clause;
    }

    private Optional<Clause> plain(@Nullable Field field) {
        Token token = peek();
        if (token == null || Token.is(token, Token.Sign.CLOSE)) {
            return Optional.empty();
        }
        at++;
        return switch (token) {
            case Token.Prefix prefix -> plain(prefix.field());
            case Token.Quoted quoted -> counted(quoted.text()).map(text -> phrase(text, field));
            case Token.Word word -> counted(word.text()).map(text -> value(text, field));
            case Token.Sign sign -> sign == Token.Sign.OPEN ? group(field) : Optional.empty();
        };
    }

    private Optional<Clause> group(@Nullable Field field) {
        if (depth == DEEPEST) {
            warnings.add("The query has too many brackets in brackets; the inner ones were left out.");
            return Optional.empty();
        }
        depth++;
        var clauses = all(field);
        depth--;
        if (peek() == null) {
            warnings.add("A bracket is not closed.");
        }
        at++;
        return switch (clauses.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(clauses.getFirst());
            default -> Optional.of(new All(clauses));
        };
    }

    /** @return as much of it as may still be searched for; empty where that is nothing */
    private Optional<String> counted(String text) {
        List<Word> found = io.paperpress.search.words.Words.of(text);
        int left = MOST_WORDS - words;
        words += found.size();
        clauses++;
        if (found.size() <= left && clauses <= MOST_CLAUSES) {
            return Optional.of(text);
        }
        warnOfLength(warnings);
        return left <= 0 || clauses > MOST_CLAUSES
                ? Optional.empty()
                : Optional.of(text.substring(0, found.get(left - 1).end()));
    }

    private Clause phrase(String text, @Nullable Field field) {
        return field == null || field.isText() ? new Phrase(text, field) : value(text, field);
    }

    private Clause value(String text, @Nullable Field field) {
        if (field == Field.YEAR) {
            return years(text).orElseGet(() -> unread(text, field));
        }
        if (field == Field.HAS) {
            return Extra.named(text).<Clause>map(Has::new).orElseGet(() -> unread(text, field));
        }
        return new Words(text, field);
    }

    private Clause unread(String text, Field field) {
        warnings.add("%s:%s cannot be read, as in %s; it was searched for as a word."
                .formatted(field.typed(), text.length() > 40 ? text.substring(0, 40) + "…" : text, field.example()));
        return new Words(text, null);
    }

    private static Optional<Clause> years(String text) {
        Matcher years = YEARS.matcher(text.strip());
        if (!years.matches()) {
            return Optional.empty();
        }
        if (years.group(1) != null) {
            Integer year = Integer.valueOf(years.group(1));
            return Optional.of(new Years(year, year));
        }
        Integer from = number(years.group(2));
        Integer to = number(years.group(3));
        boolean turned = from != null && to != null && from > to;
        return from == null && to == null
                ? Optional.empty()
                : Optional.of(turned ? new Years(to, from) : new Years(from, to));
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }

    /** Words side by side are one clause, for their order tells something. */
    private static List<Clause> joined(List<Clause> clauses) {
        var joined = new ArrayList<Clause>();
        for (Clause clause : clauses) {
            if (clause instanceof Words next
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Words before
                    && before.field() == next.field()) {
                joined.set(joined.size() - 1, new Words(before.text() + " " + next.text(), next.field()));
            } else {
                joined.add(clause);
            }
        }
        return joined;
    }
}
