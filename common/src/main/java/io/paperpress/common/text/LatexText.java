package io.paperpress.common.text;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * LaTeX's ways of typing text, as in {@code Erd{\H o}s}, read as the text they stand for, in NFC. {@code $…$} is math and
 * stays as it is, and so does {@code \$}, which tells a dollar from it. One pass over the text, whatever it holds; a
 * command that is not known gives way to its argument.
 */
public final class LatexText {

    /** Commands that change the font, or nothing, up to the end of their group. */
    private static final Set<String> SWITCHES = Set.of(
            "bf",
            "bfseries",
            "boldmath",
            "em",
            "it",
            "itshape",
            "large",
            "Large",
            "LARGE",
            "huge",
            "Huge",
            "normalfont",
            "normalsize",
            "protect",
            "relax",
            "rm",
            "rmfamily",
            "sc",
            "scshape",
            "scriptsize",
            "sf",
            "sffamily",
            "sl",
            "slshape",
            "small",
            "footnotesize",
            "tiny",
            "tt",
            "ttfamily",
            "unboldmath",
            "upshape",
            "mdseries",
            "noindent");

    /** Commands whose first argument is not text. */
    private static final Set<String> WITHOUT_FIRST = Set.of(
            "begin",
            "bibinfo",
            "cite",
            "color",
            "end",
            "footnote",
            "href",
            "hspace",
            "label",
            "noopsort",
            "textcolor",
            "thanks",
            "vspace");

    private static final Set<String> VERBATIM = Set.of("nolinkurl", "path", "url");

    private static final Pattern ESCAPED = Pattern.compile("\\\\([%#&_~])");

    private final String text;
    private final boolean isSource;
    private final StringBuilder read;
    private int at;
    private boolean hasUnclosed;

    /** Combining character that waits for its letter. */
    private @Nullable String accent;

    private String accentSign = "";

    private LatexText(String text, boolean isSource) {
        this.text = text;
        this.isSource = isSource;
        this.read = new StringBuilder(text.length());
    }

    /** Reads LaTeX source, in which {@code --}, {@code ``} and {@code ~} are a dash, a quote and a blank, too. */
    public static String read(String source) {
        return new LatexText(source, true).read();
    }

    /** Reads text that somebody pasted, in which LaTeX may stand: only what can hardly be meant otherwise. */
    public static String readEscapes(String text) {
        boolean plain = text.indexOf('\\') < 0 && text.indexOf('{') < 0 && text.indexOf('}') < 0;
        return plain ? text : new LatexText(text, false).read();
    }

    private String read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '\\' -> command();
                case '{' -> at++;
                case '}' -> {
                    at++;
                    dropAccent();
                }
                case '$' -> math();
                case '-', '`', '\'', '~' -> ligature(c);
                default -> character();
            }
        }
        dropAccent();
        return Normalizer.normalize(read, Normalizer.Form.NFC);
    }

    private void character() {
        if (accent == null) {
            int end = at + 1;
            while (end < text.length() && "\\{}$-`'~".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            read.append(text, at, end);
            at = end;
            return;
        }
        int point = text.codePointAt(at);
        at += Character.charCount(point);
        if (!Character.isWhitespace(point)) {
            emit(Character.toString(point));
        }
    }

    /** An accent stands behind its letter in Unicode, and before it in LaTeX. */
    private void emit(String letters) {
        if (accent == null) {
            read.append(letters);
            return;
        }
        int first = letters.codePointAt(0);
        read.appendCodePoint(first);
        if (Character.isLetter(first)) {
            read.append(accent);
        }
        read.append(letters, Character.charCount(first), letters.length());
        accent = null;
    }

    private void dropAccent() {
        if (accent != null) {
            read.append(accentSign); // \~{} is how a tilde is typed
            accent = null;
        }
    }

    private void math() {
        int end = text.indexOf('$', at + 1);
        boolean isMath = end > at + 1 && text.charAt(end - 1) != '\\';
        dropAccent();
        read.append(text, at, isMath ? end + 1 : at + 1);
        at = isMath ? end + 1 : at + 1;
    }

    private void ligature(char c) {
        if (!isSource) {
            character();
            return;
        }
        int run = 1;
        while (run < 3 && c != '~' && at + run < text.length() && text.charAt(at + run) == c) {
            run++;
        }
        String printed = switch (c) {
            case '~' -> " ";
            case '-' -> run == 1 ? "-" : run == 2 ? "–" : "—";
            case '`' -> run == 1 ? "‘" : "“";
            default -> run == 1 ? "'" : "”";
        };
        at += c == '-' ? run : Math.min(run, 2);
        emit(printed);
    }

    private void command() {
        if (at + 1 == text.length()) {
            at++;
            emit("\\");
        } else if (isAsciiLetter(at + 1)) {
            word();
        } else {
            sign(text.charAt(at + 1));
        }
    }

    private void sign(char c) {
        String mark = LatexLetters.accent(String.valueOf(c));
        if (mark != null && takesAccent(at + 2)) {
            await(mark, String.valueOf(c));
            at = afterBlanks(at + 2);
            return;
        }
        String printed = "&%_#{}".indexOf(c) >= 0 ? String.valueOf(c) : isSource ? LatexLetters.spacing(c) : null;
        if (printed == null && c == '(' && isSource) {
            bracketedMath();
            return;
        }
        emit(printed == null ? "\\" + c : printed);
        at += 2;
    }

    /** {@code \(…\)} */
    private void bracketedMath() {
        int end = hasUnclosed ? -1 : text.indexOf("\\)", at + 2);
        hasUnclosed |= end < 0;
        emit(end < 0 ? "\\(" : "$" + text.substring(at + 2, end) + "$");
        at = end < 0 ? at + 2 : end + 2;
    }

    private void word() {
        int end = at + 1;
        while (end < text.length() && isAsciiLetter(end)) {
            end++;
        }
        String name = text.substring(at + 1, end);
        int next = afterBlanks(end);
        String mark = LatexLetters.accent(name);
        String letters = LatexLetters.named(name);
        if (mark != null && takesAccent(end)) {
            await(mark, "");
            at = next;
        } else if (letters != null) {
            emit(accent == null || !LatexLetters.isDotless(name) ? letters : name);
            at = next;
        } else if (SWITCHES.contains(name) && (isSource || (at > 0 && text.charAt(at - 1) == '{'))) {
            at = next;
        } else {
            other(name, end, next);
        }
    }

    private void other(String name, int end, int next) {
        boolean hasArgument = next < text.length() && text.charAt(next) == '{';
        boolean isRaw = VERBATIM.contains(name);
        boolean isMath = name.equals("ensuremath");
        int close = hasArgument && (isRaw || isMath || WITHOUT_FIRST.contains(name)) ? closing(next) : -1;
        if (close > 0) {
            String argument = text.substring(next + 1, close);
            emit(
                    isRaw
                            ? ESCAPED.matcher(argument).replaceAll("$1")
                            : isMath && !argument.isBlank() ? "$" + argument + "$" : "");
            at = close + 1;
        } else if (hasArgument) {
            at = next;
        } else {
            emit(text.substring(at, end));
            at = end;
        }
    }

    /** @return index of the brace that closes the group; -1 where none does */
    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < text.length() && !hasUnclosed; i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        hasUnclosed = true; // looked for once: a text of openings alone is not searched from each of them
        return -1;
    }

    private void await(String mark, String sign) {
        dropAccent();
        accent = mark;
        accentSign = sign;
    }

    private boolean takesAccent(int index) {
        int next = afterBlanks(index);
        if (next >= text.length()) {
            return false;
        }
        char c = text.charAt(next);
        return c == '{'
                || Character.isLetter(text.codePointAt(next))
                || (c == '\\' && next + 1 < text.length() && isAsciiLetter(next + 1));
    }

    private int afterBlanks(int index) {
        int next = index;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private boolean isAsciiLetter(int index) {
        char c = text.charAt(index);
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
