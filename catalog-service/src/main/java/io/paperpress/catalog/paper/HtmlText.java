package io.paperpress.catalog.paper;

import static java.util.Map.entry;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML character references, as in {@code &eacute;}, read as the characters; tags are text here and stay. */
final class HtmlText {

    private static final Map<String, String> NAMED = Map.ofEntries(
            entry("amp", "&"),
            entry("lt", "<"),
            entry("gt", ">"),
            entry("quot", "\""),
            entry("apos", "'"),
            entry("nbsp", " "),
            entry("ndash", "–"),
            entry("mdash", "—"),
            entry("lsquo", "‘"),
            entry("rsquo", "’"),
            entry("ldquo", "“"),
            entry("rdquo", "”"),
            entry("hellip", "…"),
            entry("times", "×"),
            entry("szlig", "ß"),
            entry("oslash", "ø"),
            entry("Oslash", "Ø"),
            entry("aelig", "æ"),
            entry("AElig", "Æ"));

    private static final Map<String, String> ACCENTS = Map.of(
            "grave", "\u0300",
            "acute", "\u0301",
            "circ", "\u0302",
            "tilde", "\u0303",
            "macr", "\u0304",
            "uml", "\u0308",
            "ring", "\u030A",
            "caron", "\u030C",
            "cedil", "\u0327");

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));");

    private HtmlText() {}

    static String read(String text) {
        return text.indexOf('&') < 0
                ? text
                : REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(character(match)));
    }

    private static String character(MatchResult match) {
        if (match.group(3) != null) {
            return named(match.group(3), match.group());
        }
        int point = match.group(1) != null ? Integer.parseInt(match.group(1)) : Integer.parseInt(match.group(2), 16);
        boolean printable = Character.isValidCodePoint(point)
                && !Character.isISOControl(point)
                && Character.getType(point) != Character.SURROGATE;
        return printable ? Character.toString(point) : match.group();
    }

    private static String named(String name, String asWritten) {
        String known = NAMED.get(name);
        if (known != null) {
            return known;
        }
        String accent = ACCENTS.get(name.substring(1));
        return accent == null ? asWritten : name.charAt(0) + accent;
    }
}
