package io.paperpress.ingest.format;

import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of an EfficientPaper catalogue: tables of rows in groups, a paper once in each of its groups. The rows of one
 * path are one paper; on a page grouped by institution the groups are its institutions, in the page's order.
 */
final class GroupingPage implements MarkdownPage {

    private static final Pattern HEAD = Pattern.compile(
            "\\|\\s*Meta\\s*\\|\\s*Title\\s*\\|\\s*Cover\\s*\\|\\s*Publish\\s*\\|\\s*Code\\s*\\|\\s*Note\\s*\\|?\\s*");

    private static final Pattern GROUP = Pattern.compile("<summary>\\s*<b>(.*)</b>\\s*</summary>");
    private static final Pattern GROUPED_BY = Pattern.compile("###\\s+(\\w+)\\s*");

    private final ReadOptions options;
    private final EntrySink sink;
    private final TableLines tables = new TableLines(this::row, this::other);
    private final Map<String, Listed> papers = new LinkedHashMap<>();
    private boolean groupsAreInstitutions = true;
    private @Nullable String group;

    GroupingPage(ReadOptions options, EntrySink sink) {
        this.options = options;
        this.sink = sink;
    }

    static boolean isHead(Line line) {
        return HEAD.matcher(line.text().strip()).matches();
    }

    @Override
    public void line(Line line) {
        tables.accept(line);
    }

    @Override
    public void end() {
        tables.end();
        papers.values().forEach(paper -> sink.paper(paper.entry(options)));
    }

    private void row(Line line) {
        if (isHead(line)) {
            return;
        }
        try {
            var row = GroupingRow.read(line.text());
            papers.computeIfAbsent(row.path(), _ -> new Listed(line.number(), row))
                    .add(line.number(), row, group);
        } catch (UnreadableRow unreadable) {
            sink.refused(new Refusal(line.number(), null, unreadable.getMessage()));
        }
    }

    private void other(Line line) {
        if (line.fault() != null) {
            sink.refused(new Refusal(line.number(), null, "This line is " + line.fault() + "."));
            return;
        }
        var groupedBy = GROUPED_BY.matcher(line.text());
        if (groupedBy.matches()) {
            groupsAreInstitutions = groupedBy.group(1).equals("institution");
            group = null;
        }
        var name = GROUP.matcher(line.text());
        if (name.find()) {
            group = groupsAreInstitutions ? name.group(1) : null;
        }
    }

    /** One paper, gathered from its rows. */
    private static final class Listed {

        private final int line;
        private final GroupingRow row;
        private final Set<String> institutions = new LinkedHashSet<>();
        private final List<Remark> warnings = new ArrayList<>();

        Listed(int line, GroupingRow row) {
            this.line = line;
            this.row = row;
            warnings.addAll(row.warnings());
        }

        void add(int number, GroupingRow other, @Nullable String group) {
            if (group != null) {
                institutions.add(group);
            }
            if (!other.saysTheSameAs(row)) {
                warnings.add(new Remark(
                        null,
                        "Lines %d and %d say different things of this paper; the first was taken."
                                .formatted(line, number)));
            }
        }

        PaperEntry entry(ReadOptions options) {
            var fields = new PaperFields(
                    row.title(),
                    row.shortName(),
                    List.of(),
                    List.copyOf(institutions),
                    row.venue(),
                    row.year(),
                    null,
                    List.of(),
                    row.links(),
                    List.of(),
                    row.cover(),
                    List.of(),
                    null,
                    row.path());
            return new PaperEntry(
                    line, fields, Source.Kind.RECORD, "path:" + row.path(), options.placements(), warnings);
        }
    }
}
