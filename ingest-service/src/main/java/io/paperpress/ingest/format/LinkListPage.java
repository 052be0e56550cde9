package io.paperpress.ingest.format;

import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.Placement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of links to works, as "awesome" lists are: bullets, nested ones too, and tables whose heads name their columns,
 * under headings. With {@code list=} it becomes that reading list; without, it is just its papers.
 */
final class LinkListPage implements MarkdownPage {

    private static final int LONGEST = 20_000;
    private static final Pattern BULLET = Pattern.compile("(\\s*)(?:[-*+]|\\d{1,9}[.)])\\s+(?:\\[[ xX]]\\s+)?(\\S.*)");
    private static final Pattern HEADING = Pattern.compile("\\s{0,3}(#{1,6})\\s+(\\S.*)");
    private static final Pattern CLOSING = Pattern.compile("(?<=\\s)#{1,20}$");
    private static final Predicate<String> RULED =
            Pattern.compile("\\s*:?-+:?\\s*").asMatchPredicate();
    private static final Pattern LINKED = Pattern.compile("https?://");
    /** Sections of a page that are about the page. */
    private static final Set<String> ASIDES = Set.of(
            "contents",
            "table of contents",
            "content",
            "toc",
            "contributing",
            "contributors",
            "contribution",
            "how to contribute",
            "license",
            "licence",
            "star history",
            "acknowledgement",
            "acknowledgements",
            "acknowledgments",
            "citation",
            "contact");

    /** A bullet that may go on below. */
    private record Bullet(int line, int indent, StringBuilder text) {}

    /** A work that bullets below it may add to. */
    private record Open(int line, int indent, ListedWork work) {}

    private final ReadOptions options;
    private final EntrySink sink;
    private final UnreadText unread = new UnreadText();
    private final SectionTree tree = new SectionTree();
    private final boolean becomesList;
    private @Nullable String title;
    private boolean aside;
    private @Nullable Line above;
    private @Nullable NamedColumns columns;
    private boolean inTable;
    private @Nullable Bullet bullet;
    private @Nullable Open open;

    LinkListPage(ReadOptions options, EntrySink sink) {
        this.options = options;
        this.sink = sink;
        becomesList = options.list() != null && options.section().isEmpty();
    }

    /** Whether a line of a page looks like a work of such a list. */
    static boolean isItem(Line line) {
        return BULLET.matcher(line.text()).matches()
                && LINKED.matcher(line.text()).find();
    }

    static boolean isRule(Line line) {
        String row = line.text().length() > LONGEST ? "" : line.text().strip();
        String inner = row.substring(row.startsWith("|") ? 1 : 0);
        var cells = inner.split("\\|"); // what a bar at the end closes is no cell
        return cells.length > 1 && Stream.of(cells).allMatch(RULED);
    }

    @Override
    public void line(Line line) {
        if (line.fault() != null) {
            sink.refused(new Refusal(line.number(), null, "This line is " + line.fault() + "."));
        } else if (!unread.skips(line.text())) {
            read(line);
        }
    }

    private void read(Line line) {
        boolean rule = above != null && isRule(line);
        var bulleted = BULLET.matcher(line.text().length() > LONGEST ? "" : line.text());
        var heading = HEADING.matcher(line.text().length() > LONGEST ? "" : line.text());
        if (line.text().length() > LONGEST) {
            sink.refused(
                    new Refusal(line.number(), null, "This line is longer than %,d characters.".formatted(LONGEST)));
        } else if (rule) {
            columns = above == null ? null : NamedColumns.of(above);
            inTable = true;
        } else if (line.text().indexOf('|') >= 0 && (inTable || isLoneRow(line))) {
            row(line);
        } else if (heading.matches()) {
            closeAll();
            columns = null;
            String text = CLOSING.matcher(heading.group(2).strip()).replaceFirst("");
            heading(heading.group(1).length(), InlineText.of(text).plain());
        } else if (bulleted.matches()) {
            closeBullet();
            bullet = new Bullet(line.number(), indent(bulleted.group(1)), new StringBuilder(bulleted.group(2)));
        } else {
            text(line);
        }
        if (!rule && line.text().indexOf('|') < 0) {
            inTable = false;
        }
        above = line;
    }

    /** A row that an empty line cuts off from its table, or that never had one. */
    private static boolean isLoneRow(Line line) {
        return line.text().strip().startsWith("|")
                && LINKED.matcher(line.text()).find();
    }

    /** More of a bullet: what follows it at once, or is indented below it. */
    private void text(Line line) {
        boolean blank = line.text().isBlank();
        boolean follows = above != null && !above.text().isBlank();
        boolean indented = !blank && Character.isWhitespace(line.text().charAt(0));
        if (bullet == null || blank) {
            return;
        }
        if ((follows || indented) && bullet.text().length() < LONGEST) {
            bullet.text().append('\n').append(line.text().strip());
        } else {
            closeAll();
        }
    }

    private void heading(int level, String text) {
        aside = ASIDES.contains(text.toLowerCase(Locale.ROOT));
        if (aside || text.isEmpty()) {
            return;
        }
        if (level == 1 && title == null) {
            title = text;
        } else {
            tree.open(level, text);
        }
    }

    private void row(Line line) {
        closeAll();
        if (aside) {
            return;
        }
        if (columns == null) {
            unnamedRow(line);
            return;
        }
        try {
            var row = NamedRow.read(columns, line.text());
            var entry = row.entry(
                    line.number(), sourceKey(), placements(row.fields().title()));
            add(row.listed(sink.paper(entry)));
        } catch (UnreadableRow unreadable) {
            sink.refused(new Refusal(line.number(), null, unreadable.getMessage()));
        }
    }

    /** What its columns hold nobody says: a row is read as an item. */
    private void unnamedRow(Line line) {
        if (LINKED.matcher(line.text()).find()) {
            String cells = String.join(" | ", NamedColumns.cells(line.text()));
            bullet = new Bullet(line.number(), 0, new StringBuilder(cells));
            closeAll();
        }
    }

    private void closeBullet() {
        var ended = bullet;
        bullet = null;
        if (ended == null || aside) {
            return;
        }
        try {
            var text = InlineText.of(ended.text().toString());
            var work = ListedWork.of(text);
            var parent = open;
            if (parent != null && ended.indent() > parent.indent() && !work.isNamed()) {
                open = new Open(parent.line(), parent.indent(), parent.work().plus(ListedWork.detail(text)));
            } else {
                closeWork();
                open = new Open(ended.line(), ended.indent(), work);
            }
        } catch (UnreadableRow unreadable) {
            sink.refused(new Refusal(ended.line(), null, unreadable.getMessage()));
        }
    }

    private void closeWork() {
        var ended = open;
        open = null;
        if (ended == null || ended.work().links().isEmpty()) {
            return; // words without a link name no work
        }
        var work = ended.work();
        var entry = work.entry(ended.line(), sourceKey(), placements(work.title()));
        add(work.listed(sink.paper(entry)));
    }

    private void closeAll() {
        closeBullet();
        closeWork();
    }

    private void add(ListEntry entry) {
        if (becomesList) {
            tree.here().add(entry);
        }
    }

    private @Nullable String sourceKey() {
        return becomesList ? "list:" + options.list() : null;
    }

    private List<Placement> placements(@Nullable String label) {
        String list = options.list();
        return becomesList || list == null ? List.of() : List.of(new Placement(list, options.section(), label));
    }

    private static int indent(String blanks) {
        return blanks.chars().map(c -> c == '\t' ? 4 : 1).sum();
    }

    @Override
    public void end() {
        closeAll();
        String slug = options.list();
        if (becomesList && slug != null) {
            sink.readingList(new ReadingListEntry(1, slug, title, tree.entries(), tree.sections()));
        }
    }
}
