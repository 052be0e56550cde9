package io.paperpress.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads list pages in Markdown, of either kind: which one it is, the page's first table tells. */
public final class MarkdownReader implements SubmissionReader {

    /** How far into a page its first table has to begin. */
    private static final int SNIFFED = 256 * 1024;

    private final int maxLineLength;

    public MarkdownReader(int maxLineLength) {
        this.maxLineLength = maxLineLength;
    }

    @Override
    public List<String> contentTypes() {
        return List.of("text/markdown");
    }

    @Override
    public void read(InputStream body, ReadOptions options, EntrySink sink) throws IOException {
        byte[] head = body.readNBytes(SNIFFED);
        MarkdownPage page = recognise(new LineReader(new ByteArrayInputStream(head), maxLineLength), options, sink);
        var whole = new SequenceInputStream(new ByteArrayInputStream(head), body);
        var lines = new LineReader(whole, maxLineLength);
        for (var line = lines.next(); line != null; line = lines.next()) {
            page.line(line);
        }
        page.end();
    }

    private static MarkdownPage recognise(LineReader lines, ReadOptions options, EntrySink sink) throws IOException {
        @Nullable Line above = null;
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (GroupingPage.isHead(line)) {
                return new GroupingPage(options, sink);
            }
            if (TableLines.isRule(line) && above != null && TableLines.isTabular(above)) {
                return new ReadingListPage(options, sink);
            }
            above = line;
        }
        throw new UnreadableBody(
                "This Markdown holds no table of papers. Two kinds of page are read: a grouping page of an"
                        + " EfficientPaper catalogue (| Meta | Title | Cover | Publish | Code | Note |), and a reading list with a"
                        + " table of papers and links below its headings.");
    }
}
