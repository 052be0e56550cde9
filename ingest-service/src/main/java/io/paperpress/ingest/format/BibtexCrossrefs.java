package io.paperpress.ingest.format;

import io.paperpress.common.events.Remark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives entries what they leave to the volume that their {@code crossref} names, one level deep. The volume may stand
 * before them or behind them, where BibTeX wants it: an entry waits for its volume, and where it does not come, goes on
 * without it. What is kept of volumes and of entries that wait is bounded, the oldest goes first.
 */
final class BibtexCrossrefs {

    private static final Set<String> VOLUMES = Set.of(
            "book",
            "collection",
            "mvbook",
            "mvcollection",
            "mvproceedings",
            "mvreference",
            "periodical",
            "proceedings",
            "reference");

    private static final List<String> INHERITED = List.of(
            "title",
            "booktitle",
            "journal",
            "journaltitle",
            "eventtitle",
            "year",
            "date",
            "publisher",
            "institution",
            "school",
            "organization");

    private final int most;
    private final BiConsumer<BibtexEntry, Map<String, String>> ready;
    private final Map<String, Map<String, String>> volumes = new LinkedHashMap<>();
    private final Map<String, List<BibtexEntry>> waiting = new LinkedHashMap<>();
    private int volumesSize;
    private int waitingSize;

    /**
     * @param most bytes to keep, of volumes and of entries that wait, each
     * @param ready takes an entry and the fields of its volume
     */
    BibtexCrossrefs(int most, BiConsumer<BibtexEntry, Map<String, String>> ready) {
        this.most = most;
        this.ready = ready;
    }

    void add(BibtexEntry entry) {
        String crossref = entry.field("crossref");
        String parent = crossref == null ? "" : crossref.strip().toLowerCase(Locale.ROOT);
        Map<String, String> known = volumes.get(parent);
        if (parent.isEmpty() || known != null) {
            ready.accept(entry, known == null ? Map.of() : known);
        } else {
            await(parent, entry);
        }
        if (VOLUMES.contains(entry.type()) && !entry.key().isEmpty()) {
            keep(entry);
        }
    }

    /** Lets go of the entries whose volume did not come. */
    void end() {
        while (!waiting.isEmpty()) {
            giveUpOldest();
        }
    }

    private void await(String parent, BibtexEntry entry) {
        waiting.computeIfAbsent(parent, _ -> new ArrayList<>()).add(entry);
        waitingSize += entry.size();
        while (waitingSize > most) {
            giveUpOldest();
        }
    }

    /** The first of one key is meant: BibTeX knows no second. */
    private void keep(BibtexEntry volume) {
        var fields = new LinkedHashMap<String, String>();
        for (String name : INHERITED) {
            String value = volume.field(name);
            if (value != null) {
                fields.put(name, value);
            }
        }
        if (volumes.putIfAbsent(volume.foldedKey(), fields) == null) {
            volumesSize += size(fields);
            dropOldVolumes();
        }
        var entries = waiting.remove(volume.foldedKey());
        if (entries != null) {
            entries.forEach(entry -> {
                waitingSize -= entry.size();
                ready.accept(entry, fields);
            });
        }
    }

    private void dropOldVolumes() {
        var oldest = volumes.values().iterator();
        while (volumesSize > most && oldest.hasNext()) {
            volumesSize -= size(oldest.next());
            oldest.remove();
        }
    }

    private void giveUpOldest() {
        var oldest = waiting.entrySet().iterator();
        var entries = oldest.next().getValue();
        oldest.remove();
        for (BibtexEntry entry : entries) {
            waitingSize -= entry.size();
            ready.accept(warned(entry), Map.of());
        }
    }

    private static BibtexEntry warned(BibtexEntry entry) {
        var warnings = new ArrayList<>(entry.warnings());
        @Nullable String parent = entry.field("crossref");
        warnings.add(new Remark(
                null,
                "The entry %s that crossref names does not stand in this body, or too far away; nothing was taken from it."
                        .formatted(Quote.of(String.valueOf(parent)))));
        return new BibtexEntry(entry.line(), entry.type(), entry.key(), entry.fields(), List.copyOf(warnings));
    }

    private static int size(Map<String, String> fields) {
        return 256
                + fields.values().stream()
                        .mapToInt(value -> 128 + 2 * value.length())
                        .sum();
    }
}
