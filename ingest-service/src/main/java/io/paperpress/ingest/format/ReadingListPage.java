package io.paperpress.ingest.format;

import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A hand-written reading list: headings are its sections, rows of two cells its entries. A row's first cell is its label,
 * with the citation as a tooltip; its second holds the links. One paper a citation, and after them the list as a whole.
 */
final class ReadingListPage implements MarkdownPage {

    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.+?)(?:\\s+#+)?\\s*");
    private static final Pattern FRONT_MATTER_TITLE = Pattern.compile("title:\\s*(.+?)\\s*");
    private static final String FRONT_MATTER = "---";

    private final ReadOptions options;
    private final EntrySink sink;
    private final TableLines tables = new TableLines(this::row, this::other);
    private final UnreadText unread = new UnreadText();
    private final SectionTree tree = new SectionTree();
    private final List<WaitingRow> rows = new ArrayList<>();
    private final SharedIdentifiers shared = new SharedIdentifiers();
    private @Nullable String title;
    private boolean inFrontMatter;

    /** A row that waits for the list's slug, which may stand below it. */
    private record WaitingRow(int line, ReadingListRow row, List<ListEntry> into) {}

    ReadingListPage(ReadOptions options, EntrySink sink) {
        if (!options.section().isEmpty()) {
            throw new UnreadableBody("A reading-list page brings its own sections: send it without section=.");
        }
        this.options = options;
        this.sink = sink;
    }

    @Override
    public void line(Line line) {
        if (!unread.skips(line.text())) {
            tables.accept(line);
        }
    }

    @Override
    public void end() {
        tables.end();
        String slug = options.list() == null ? Slugs.of(title == null ? "" : title) : options.list();
        if (slug.isEmpty()) {
            throw new UnreadableBody(
                    "This reading list has no title to make an address of: name one with list=<slug>.");
        }
        rows.forEach(row -> row.into().add(entry(row, slug)));
        sink.readingList(new ReadingListEntry(1, slug, title, tree.entries(), tree.sections()));
    }

    private void row(Line line) {
        try {
            var row = ReadingListRow.read(line.text());
            row.papers().forEach(paper -> shared.add(paper.fields()));
            rows.add(new WaitingRow(line.number(), row, tree.here()));
        } catch (UnreadableRow unreadable) {
            sink.refused(new Refusal(line.number(), null, unreadable.getMessage()));
        }
    }

    private void other(Line line) {
        if (line.fault() != null) {
            sink.refused(new Refusal(line.number(), null, "This line is " + line.fault() + "."));
        } else if (line.text().strip().equals(FRONT_MATTER)) {
            inFrontMatter = line.number() == 1;
        } else if (inFrontMatter) {
            var found = FRONT_MATTER_TITLE.matcher(line.text());
            title = found.matches() ? unquoted(found.group(1)) : title;
        } else {
            heading(line);
        }
    }

    private void heading(Line line) {
        var heading = HEADING.matcher(line.text());
        if (!heading.matches()) {
            return;
        }
        int level = heading.group(1).length();
        if (level == 1 && title == null) {
            title = heading.group(2);
        } else {
            tree.open(level, heading.group(2));
        }
    }

    private ListEntry entry(WaitingRow waiting, String slug) {
        var items = new ArrayList<ListItem>();
        for (var paper : waiting.row().papers()) {
            var fields = shared.completed(paper.fields());
            var submission = sink.paper(new PaperEntry(
                    waiting.line(), fields, Source.Kind.CITATION, "list:" + slug, List.of(), paper.warnings()));
            items.addAll(paper.items(submission));
        }
        return new ListEntry(waiting.row().label(), waiting.row().citation(), items);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.matches("\".*\"|'.*'");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
