package io.paperpress.ingest.format;

import io.paperpress.common.identity.Identifiers;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells by its beginning what a body is written in, where its sender did not say. */
public final class FormatDetector {

    /** How much of a body is looked at. */
    private static final int HEAD = 32 * 1024;

    private static final int LONGEST_LINE = 4_000;

    private static final Predicate<String> RIS =
            Pattern.compile("TY {1,2}- ?\\S*\\s*").asMatchPredicate();
    private static final Predicate<String> BIBTEX =
            Pattern.compile("@\\s*[A-Za-z]+\\s*[{(].*").asMatchPredicate();
    private static final Predicate<String> PROTOTXT = Pattern.compile(
                    "(?:paper|pub|code|note|keyword|cover|baseline)\\s*:?\\s*[{<].*|(?:update_time|rating)\\s*:\\s*\\d.*")
            .asMatchPredicate();
    private static final Predicate<String> MARKDOWN = Pattern.compile(
                    "(?:[-*+]|\\d{1,4}[.)])\\s+.*https?://.*|\\|?\\s*:?-{2,}:?\\s*\\|[\\s:|-]*|.*]\\(\\s*<?https?://.*")
            .asMatchPredicate();

    private FormatDetector() {}

    /**
     * Leaves the body where it was.
     *
     * @return a media type; {@code null} where it looks like none that is read
     */
    public static @Nullable String detect(BufferedInputStream body) throws IOException {
        body.mark(HEAD + 1);
        byte[] head = body.readNBytes(HEAD);
        body.reset();
        return detect(head);
    }

    static @Nullable String detect(byte[] head) {
        if (isZip(head)) {
            return ZipReader.CONTENT_TYPE;
        }
        String text = text(head);
        if (text.indexOf(0) >= 0) {
            return null;
        }
        String start = text.stripLeading();
        if (start.isEmpty() || JsonKind.isJson(start)) {
            return JsonKind.of(start);
        }
        return ofLines(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
                .toList());
    }

    private static boolean isZip(byte[] head) {
        return head.length > 3
                && head[0] == 'P'
                && head[1] == 'K'
                && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6);
    }

    /** Without the line that the end of the head may have cut. */
    private static String text(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        int end = head.length < HEAD ? text.length() : text.lastIndexOf('\n');
        return text.substring(start, end < start ? text.length() : end);
    }

    private static @Nullable String ofLines(List<String> lines) {
        var first =
                lines.stream().filter(line -> !line.startsWith("#")).findFirst().orElse("");
        if (lines.stream().limit(20).anyMatch(RIS)) {
            return "application/x-research-info-systems";
        }
        if (PROTOTXT.test(first)) {
            return PrototxtReader.CONTENT_TYPE;
        }
        boolean markdown = lines.stream().anyMatch(MARKDOWN);
        if (lines.stream().anyMatch(BIBTEX) && (BIBTEX.test(first) || !markdown)) {
            return "application/x-bibtex";
        }
        if (!markdown && areLinks(lines)) {
            return LinksReader.CONTENT_TYPE;
        }
        return markdown ? FileFormats.MARKDOWN : null;
    }

    /** At least every other line names a work or an address. */
    private static boolean areLinks(List<String> lines) {
        var said = lines.stream().filter(line -> !line.startsWith("#")).toList();
        long links = said.stream()
                .filter(line -> LinksReader.isWebAddress(line)
                        || Identifiers.recognise(line).isPresent())
                .count();
        return links > 0 && links * 2 >= said.size();
    }
}
