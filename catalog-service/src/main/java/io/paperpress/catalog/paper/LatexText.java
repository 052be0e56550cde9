package io.paperpress.catalog.paper;

import static java.util.Map.entry;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** LaTeX's ways of typing letters, as in {@code Erd{\H o}s}, read as the letters; math is left to its reader. */
final class LatexText {

    /** Accent command to combining character, which normalisation joins with its letter. */
    private static final Map<String, String> ACCENTS = Map.ofEntries(
            entry("`", "\u0300"),
            entry("'", "\u0301"),
            entry("^", "\u0302"),
            entry("~", "\u0303"),
            entry("=", "\u0304"),
            entry("u", "\u0306"),
            entry(".", "\u0307"),
            entry("\"", "\u0308"),
            entry("r", "\u030A"),
            entry("H", "\u030B"),
            entry("v", "\u030C"),
            entry("d", "\u0323"),
            entry("c", "\u0327"),
            entry("k", "\u0328"),
            entry("b", "\u0331"));

    private static final Map<String, String> LETTERS = Map.ofEntries(
            entry("ss", "ß"),
            entry("o", "ø"),
            entry("O", "Ø"),
            entry("l", "ł"),
            entry("L", "Ł"),
            entry("ae", "æ"),
            entry("AE", "Æ"),
            entry("oe", "œ"),
            entry("OE", "Œ"),
            entry("aa", "å"),
            entry("AA", "Å"),
            entry("dh", "ð"),
            entry("DH", "Ð"),
            entry("dj", "đ"),
            entry("DJ", "Đ"),
            entry("th", "þ"),
            entry("TH", "Þ"),
            entry("i", "ı"),
            entry("j", "ȷ"),
            entry("textendash", "–"),
            entry("textemdash", "—"),
            entry("textquoteright", "’"),
            entry("textquoteleft", "‘"),
            entry("copyright", "©"));

    private static final String LETTER = "\\{?\\\\?(\\p{L})\\s*\\}?";
    private static final Pattern ACCENT = Pattern.compile(
            "\\{?\\\\(?:(['`^\"~=.])\\s*" + LETTER + "|([uvHckrdb])(?:\\s+|(?=\\{))" + LETTER + ")\\}?");
    private static final Pattern NAMED =
            Pattern.compile("\\\\(" + String.join("|", LETTERS.keySet()) + ")(?![A-Za-z])(?:\\{\\}|\\s+)?");
    private static final Pattern STYLE = Pattern.compile("\\\\(?:emph|text[a-z]{2}|mbox)\\s*(?=\\{)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([&%_#{}])");

    private LatexText() {}

    /** Reads text that holds no math. */
    static String read(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('{') < 0 && text.indexOf('}') < 0) {
            return text;
        }
        String accented = ACCENT.matcher(text).replaceAll(LatexText::accented);
        String named =
                NAMED.matcher(accented).replaceAll(match -> Matcher.quoteReplacement(LETTERS.get(match.group(1))));
        String plain = STYLE.matcher(named).replaceAll("");
        return ESCAPED.matcher(withoutGroups(plain)).replaceAll("$1");
    }

    private static String accented(java.util.regex.MatchResult match) {
        boolean sign = match.group(1) != null;
        String letter = sign ? match.group(2) : match.group(4);
        return Matcher.quoteReplacement(letter + ACCENTS.get(sign ? match.group(1) : match.group(3)));
    }

    /** Braces group, and BibTeX's keep capitals; neither is text. */
    private static String withoutGroups(String text) {
        return text.replaceAll("(?<!\\\\)[{}]", "");
    }
}
