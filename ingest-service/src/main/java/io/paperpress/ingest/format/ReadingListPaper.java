package io.paperpress.ingest.format;

import io.paperpress.common.events.Link;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One paper of a row.
 *
 * @param citation its part of the row's, without its number
 * @param links as the row shows them, an empty one too
 */
record ReadingListPaper(@Nullable String citation, List<Link> links, PaperFields fields, List<Remark> warnings) {

    private static final Pattern SEPARATOR_AFTER = Pattern.compile("[\\s;,]+$");

    /** The papers of a row: one a numbered citation, with the link of the same place. */
    static List<ReadingListPaper> pair(String label, @Nullable String citation, List<Link> links) {
        var parts = citation == null ? List.<String>of() : numbered(citation);
        if (parts.size() < 2) {
            String only = citation == null ? null : parts.isEmpty() ? citation.strip() : parts.getFirst();
            return List.of(read(label, only, links));
        }
        var papers = new ArrayList<ReadingListPaper>();
        for (int place = 0; place < parts.size(); place++) {
            boolean last = place == parts.size() - 1;
            int from = Math.min(place, links.size());
            int to = last ? links.size() : Math.min(place + 1, links.size());
            papers.add(read(label, parts.get(place), links.subList(from, to)));
        }
        return parts.size() == links.size() ? List.copyOf(papers) : doubted(papers, parts.size(), links.size());
    }

    private static List<ReadingListPaper> doubted(List<ReadingListPaper> papers, int citations, int links) {
        var doubt = new Remark(
                "/links",
                "This row has %d citations and %d links; they were paired by position.".formatted(citations, links));
        return papers.stream()
                .map(paper -> new ReadingListPaper(
                        paper.citation(),
                        paper.links(),
                        paper.fields(),
                        Stream.concat(paper.warnings().stream(), Stream.of(doubt))
                                .toList()))
                .toList();
    }

    /** How the list shows it: an item a link, of which only the first carries the citation. */
    List<ListItem> items(@Nullable String submissionId) {
        if (links.isEmpty()) {
            return List.of(new ListItem(submissionId, null, citation, null));
        }
        var items = new ArrayList<ListItem>();
        for (Link link : links) {
            items.add(new ListItem(submissionId, null, items.isEmpty() ? citation : null, link));
        }
        return List.copyOf(items);
    }

    /** {@code [1]… [2]…} in rising order from the start of the text; separators vary and belong to none. */
    private static List<String> numbered(String citation) {
        var parts = new ArrayList<String>();
        String rest = citation.strip();
        while (rest.startsWith("[" + (parts.size() + 1) + "]")) {
            int start = rest.indexOf(']') + 1;
            int next = rest.indexOf("[" + (parts.size() + 2) + "]", start);
            int end = next < 0 ? rest.length() : next;
            parts.add(SEPARATOR_AFTER
                    .matcher(rest.substring(start, end))
                    .replaceFirst("")
                    .strip());
            rest = rest.substring(end);
        }
        return List.copyOf(parts);
    }

    private static ReadingListPaper read(String label, @Nullable String citation, List<Link> links) {
        var warnings = new ArrayList<Remark>();
        var read = citation == null ? new Citation(null, List.of(), null, null) : Citation.read(citation);
        if (read.title() == null) {
            warnings.add(new Remark("/title", "No citation names a title here; the row's label was taken for it."));
        } else if (read.year() == null) {
            warnings.add(new Remark("/year", "The citation names no year."));
        }
        var addresses = links.stream().filter(link -> !link.url().isEmpty()).toList();
        if (addresses.size() < links.size()) {
            warnings.add(new Remark("/links", "A link of this row is empty."));
        }
        var fields = new PaperFields(
                read.title() == null ? label : read.title(),
                null,
                read.authors(),
                List.of(),
                read.venue(),
                read.year(),
                null,
                List.of(),
                addresses,
                List.of(),
                null,
                List.of(),
                citation,
                null);
        return new ReadingListPaper(citation, links, fields, warnings);
    }
}
