package io.paperpress.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads list pages in Markdown, of any of three kinds: which one it is, the page's beginning tells. */
public final class MarkdownReader implements SubmissionReader {

    /** How far into a page its first table or item has to begin. */
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

    /** The first table tells which page it is; one that stands among more items of a list does not. */
    private static MarkdownPage recognise(LineReader lines, ReadOptions options, EntrySink sink) throws IOException {
        @Nullable Line above = null;
        boolean readingList = false;
        boolean linkTable = false;
        int rows = 0;
        int items = 0;
        for (var line = lines.next(); line != null; line = lines.next()) {
            boolean table = readingList || linkTable;
            if (GroupingPage.isHead(line) && !table) {
                return new GroupingPage(options, sink);
            }
            if (!table && above != null && LinkListPage.isRule(line)) {
                linkTable = NamedColumns.cells(above.text()).size() != 2;
                readingList = !linkTable && TableLines.isRule(line) && TableLines.isTabular(above);
            } else if (TableLines.isTabular(line)) {
                rows++;
            }
            items += LinkListPage.isItem(line) ? 1 : 0;
            above = line;
        }
        if (readingList && items <= rows) {
            return new ReadingListPage(options, sink);
        }
        if (linkTable || items > 0) {
            return new LinkListPage(options, sink);
        }
        throw new UnreadableBody(
                "This Markdown holds no list of papers. Three kinds of page are read: a grouping page of an"
                        + " EfficientPaper catalogue (| Meta | Title | Cover | Publish | Code | Note |), a reading list with a"
                        + " table of papers and links below its headings, and a list of links: bullets with [title](address),"
                        + " or tables whose head names their columns (Title, Authors, Venue, Year, Link, Code).");
    }
}
