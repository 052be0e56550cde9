package io.paperpress.ingest.format;

import io.paperpress.common.events.Remark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Parses what stands between the delimiters of one entry: {@code key, name = {value} # macro, …}. */
final class BibtexParser {

    private static final int MOST_WARNINGS = 20;

    private final String text;
    private final BibtexStrings strings;
    private final int maxLength;
    private final List<Remark> warnings = new ArrayList<>();
    private int at;
    private int line;
    private int countedTo;

    /** What the values take together; macros make them longer than the entry is. */
    private int length;

    private BibtexParser(BibtexBlock block, BibtexStrings strings, int maxLength) {
        this.text = block.body().text();
        this.line = block.body().number();
        this.strings = strings;
        this.maxLength = maxLength;
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableEntry(line, "This entry holds U+0000, which is no text.");
        }
    }

    static BibtexEntry entry(BibtexBlock block, BibtexStrings strings, int maxLength) {
        var parser = new BibtexParser(block, strings, maxLength);
        String key = parser.key();
        var fields = parser.fields();
        if (fields.isEmpty()) {
            throw new UnreadableEntry(block.line(), "This entry has no fields.");
        }
        return new BibtexEntry(block.line(), block.type(), key, fields, List.copyOf(parser.warnings));
    }

    /** Takes the macro of an {@code @string} to the others. */
    static void string(BibtexBlock block, BibtexStrings strings, int maxLength) {
        var parser = new BibtexParser(block, strings, maxLength);
        parser.fields().forEach((name, value) -> strings.define(name, value, block.line()));
    }

    /** Up to the first comma; tools that need no keys leave it out, comma and all. */
    private String key() {
        skipBlank();
        int comma = text.indexOf(',');
        int equals = text.indexOf('=');
        if (equals >= 0 && (comma < 0 || equals < comma)) {
            return "";
        }
        int end = comma < 0 ? text.length() : comma;
        String key = text.substring(Math.min(at, end), end).strip();
        at = Math.min(end + 1, text.length());
        return key;
    }

    private Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        for (skipBetween(); at < text.length(); skipBetween()) {
            String name = name();
            skipBlank();
            if (at >= text.length() || text.charAt(at) != '=') {
                throw unreadable("Expected = behind the field name %s.".formatted(Quote.of(name)));
            }
            at++;
            String value = value();
            if (fields.putIfAbsent(name, value) != null) {
                warn("The field %s stands here twice; the first was taken.".formatted(Quote.of(name)));
            }
            endOfField(name);
        }
        return fields;
    }

    private String name() {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw unreadable("Expected the name of a field, found %s."
                    .formatted(Quote.of(text.substring(at, Math.min(at + 1, text.length())))));
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    /** A comma follows; where it was forgotten, another field does. */
    private void endOfField(String name) {
        skipBlank();
        if (at >= text.length() || text.charAt(at) == ',') {
            return;
        }
        int next = at;
        while (next < text.length() && isNamePart(text.charAt(next))) {
            next++;
        }
        int sign = next;
        while (sign < text.length() && Character.isWhitespace(text.charAt(sign))) {
            sign++;
        }
        if (next == at || sign >= text.length() || text.charAt(sign) != '=') {
            throw unreadable("The value of the field %s does not end where it should.".formatted(Quote.of(name)));
        }
        warn("A comma is missing behind the field %s.".formatted(Quote.of(name)));
    }

    private String value() {
        skipBlank();
        String first = part();
        skipBlank();
        if (at >= text.length() || text.charAt(at) != '#') {
            return first;
        }
        var whole = new StringBuilder(first);
        while (at < text.length() && text.charAt(at) == '#') {
            at++;
            skipBlank();
            whole.append(part());
            skipBlank();
        }
        return whole.toString();
    }

    private String part() {
        char c = at < text.length() ? text.charAt(at) : ',';
        String part = c == '{' ? braced() : c == '"' ? quoted() : bare();
        length += part.length();
        if (length > maxLength) {
            throw unreadable("The values of this entry are longer than the %,d characters that one entry may have."
                    .formatted(maxLength));
        }
        return part;
    }

    private String braced() {
        int start = ++at;
        int depth = 1;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return text.substring(start, at++);
            }
        }
        at = start;
        throw unreadable("A brace that opens here has no end.");
    }

    private String quoted() {
        int start = ++at;
        int depth = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' && depth == 0) {
                return text.substring(start, at++);
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth < 0) {
                throw unreadable("A closing brace too many.");
            }
        }
        at = start;
        throw unreadable("A quote that opens here has no end.");
    }

    /** A number, or a macro. */
    private String bare() {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw unreadable("Expected a value in braces or quotes, a number or the name of a @string.");
        }
        String word = text.substring(start, at);
        if (word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return word;
        }
        String expansion = strings.expansion(word);
        if (expansion == null) {
            warn("No @string %s is defined; its name was taken.".formatted(Quote.of(word)));
            return word;
        }
        return expansion;
    }

    private static boolean isNamePart(char c) {
        return !Character.isWhitespace(c) && "\"#%'(),={}@\\".indexOf(c) < 0;
    }

    private void skipBetween() {
        skipBlank();
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            skipBlank();
        }
    }

    /** White space, and comments up to the end of their line. */
    private void skipBlank() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '%') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                return;
            }
        }
    }

    private void warn(String message) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(new Remark(null, message));
        }
    }

    private UnreadableEntry unreadable(String message) {
        for (; countedTo < Math.min(at, text.length()); countedTo++) {
            line += text.charAt(countedTo) == '\n' ? 1 : 0;
        }
        return new UnreadableEntry(line, message);
    }
}
