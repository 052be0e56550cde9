package io.paperpress.catalog.editing;

import io.paperpress.catalog.list.Tree;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a whole reading list as a maintainer gives it. */
final class ListReader {

    /** What {@code GET} answers beside the tree; a list may be sent back as it came. */
    private static final Set<String> HEAD = Set.of("slug", "title", "revision", "revisedAt", "entries", "sections");

    private static final int DEPTH = 10;
    private static final int ITEMS = 50_000;

    /**
     * A list, read.
     *
     * @param papers where each paper is named first, by its id
     */
    record Given(String title, Tree tree, Map<String, String> papers) {}

    private final Faults faults;
    private final Map<String, String> papers = new LinkedHashMap<>();
    private int items;

    private ListReader(Faults faults) {
        this.faults = faults;
    }

    static Given read(JsonNode body, Faults faults) {
        if (!faults.isObject(body, "")) {
            throw faults.refusal();
        }
        faults.allowOnly(HEAD, body, "");
        var reader = new ListReader(faults);
        String title = faults.needed(body.get("title"), "/title");
        if (body.has("title") && body.get("title").isString() && title.isBlank()) {
            faults.add("/title", "A list needs a title.");
        }
        var tree = reader.tree(body, "", 0);
        return new Given(title.strip(), tree, reader.papers);
    }

    private Tree tree(JsonNode node, String pointer, int depth) {
        var entries = new ArrayList<ListEntry>();
        var given = faults.elements(node.get("entries"), pointer + "/entries");
        for (int i = 0; i < given.size(); i++) {
            String at = pointer + "/entries/" + i;
            if (faults.isObject(given.get(i), at)) {
                entries.add(entry(given.get(i), at));
            }
        }
        return new Tree(entries, sections(node.get("sections"), pointer + "/sections", depth));
    }

    private List<ListSection> sections(@Nullable JsonNode node, String pointer, int depth) {
        var sections = new ArrayList<ListSection>();
        var given = faults.elements(node, pointer);
        if (!given.isEmpty() && depth == DEPTH) {
            faults.add(pointer, "Sections stand in one another at most %d deep.".formatted(DEPTH));
            return sections;
        }
        for (int i = 0; i < given.size(); i++) {
            String at = pointer + "/" + i;
            var section = given.get(i);
            if (faults.isObject(section, at)) {
                faults.allowOnly(Set.of("title", "entries", "sections"), section, at);
                var tree = tree(section, at, depth + 1);
                sections.add(new ListSection(
                        faults.needed(section.get("title"), at + "/title"), tree.entries(), tree.sections()));
            }
        }
        return sections;
    }

    private ListEntry entry(JsonNode entry, String pointer) {
        faults.allowOnly(Set.of("label", "citation", "items"), entry, pointer);
        var read = new ArrayList<ListItem>();
        var given = faults.elements(entry.get("items"), pointer + "/items");
        for (int i = 0; i < given.size(); i++) {
            String at = pointer + "/items/" + i;
            if (faults.isObject(given.get(i), at)) {
                read.add(item(given.get(i), at));
            }
        }
        return new ListEntry(
                faults.needed(entry.get("label"), pointer + "/label"),
                faults.text(entry.get("citation"), pointer + "/citation"),
                read);
    }

    private ListItem item(JsonNode item, String pointer) {
        faults.allowOnly(Set.of("submissionId", "paperId", "citation", "link"), item, pointer);
        if (++items == ITEMS) {
            faults.add(pointer, "A list has at most %,d items.".formatted(ITEMS));
        }
        String paperId = faults.text(item.get("paperId"), pointer + "/paperId");
        if (paperId != null) {
            papers.putIfAbsent(paperId, pointer + "/paperId");
        }
        return new ListItem(
                faults.text(item.get("submissionId"), pointer + "/submissionId"),
                paperId,
                faults.text(item.get("citation"), pointer + "/citation"),
                link(item.get("link"), pointer + "/link"));
    }

    private @Nullable Link link(@Nullable JsonNode link, String pointer) {
        if (link == null || link.isNull() || !faults.isObject(link, pointer)) {
            return null;
        }
        faults.allowOnly(Set.of("rel", "label", "url"), link, pointer);
        return PatchReader.link(link, pointer, faults);
    }
}
