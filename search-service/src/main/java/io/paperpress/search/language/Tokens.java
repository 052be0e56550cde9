package io.paperpress.search.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Cuts a query into tokens, from left to right, once over every character.
 *
 * <p>Signs count only where a word could begin, so that {@code O(n)}, {@code int8()}, {@code KV-cache} and {@code 5"}
 * are words.
 */
final class Tokens {

    private static final String QUOTES = "\"“”„";
    private static final Pattern FIELD = Pattern.compile("\\p{L}{3,20}:(?=.)");

    /** What may stand before a colon and is no field: addresses and identifiers, as they are pasted. */
    private static final Set<String> SCHEMES = Set.of("http", "https", "arxiv", "doi", "openreview", "isbn", "pmid");

    private final String q;
    private final Consumer<String> warnings;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int open;

    private Tokens(String q, Consumer<String> warnings) {
        this.q = q;
        this.warnings = warnings;
    }

    static List<Token> of(String q, Consumer<String> warnings) {
        return new Tokens(q, warnings).read();
    }

    private List<Token> read() {
        while (at < q.length()) {
            char c = q.charAt(at);
            if (isBlank(c)) {
                at++;
            } else if (c == '(') {
                sign(Token.Sign.OPEN);
                open++;
            } else if (c == ')' && open > 0) {
                sign(Token.Sign.CLOSE);
                open--;
            } else if (isQuote(c)) {
                quoted();
            } else if (c == '-' && isStart(at + 1)) {
                sign(Token.Sign.NOT);
            } else {
                word();
            }
        }
        return tokens;
    }

    private void sign(Token.Sign sign) {
        tokens.add(sign);
        at++;
    }

    private void quoted() {
        int end = at + 1;
        while (end < q.length() && !isQuote(q.charAt(end))) {
            end++;
        }
        if (end == q.length()) {
            warnings.accept("A quotation mark is not closed; what follows it was searched for as words.");
            at++;
        } else {
            tokens.add(new Token.Quoted(q.substring(at + 1, end)));
            at = end + 1;
        }
    }

    private void word() {
        var field = FIELD.matcher(q).region(at, q.length()).useTransparentBounds(true);
        if (field.lookingAt() && field(q.substring(at, field.end() - 1), field.end())) {
            return;
        }
        int end = at;
        int inside = 0;
        while (end < q.length() && !isBlank(q.charAt(end)) && !(q.charAt(end) == ')' && inside == 0 && open > 0)) {
            inside += q.charAt(end) == '(' ? 1 : 0;
            inside -= q.charAt(end) == ')' && inside > 0 ? 1 : 0;
            end++;
        }
        tokens.add(token(q.substring(at, end)));
        at = end;
    }

    private static Token token(String text) {
        if (text.equals(Construct.OR.sign())) {
            return Token.Sign.OR;
        }
        if (text.equals(Construct.AND.sign())) {
            return Token.Sign.AND;
        }
        return text.equals(Construct.NOT.sign()) ? Token.Sign.NOT : new Token.Word(text);
    }

    /** @return whether it was one, directly before a value */
    private boolean field(String name, int valueStart) {
        var field = Field.named(name);
        if (field.isPresent() && isValue(valueStart)) {
            tokens.add(new Token.Prefix(field.get()));
            at = valueStart;
            return true;
        }
        if (field.isPresent()) {
            warnings.accept("Nothing stands directly after %s: so it was searched for as a word.".formatted(name));
        } else if (isStart(valueStart) && !SCHEMES.contains(name.toLowerCase(Locale.ROOT))) {
            warnings.accept("There is no field %s: so it was searched for as a word.".formatted(name));
        }
        return false;
    }

    private boolean isValue(int i) {
        return i < q.length() && !isBlank(q.charAt(i)) && q.charAt(i) != ')';
    }

    /** Whether something to search for begins there. */
    private boolean isStart(int i) {
        return i < q.length() && (Character.isLetterOrDigit(q.charAt(i)) || isQuote(q.charAt(i)) || q.charAt(i) == '(');
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
