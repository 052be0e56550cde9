package io.paperpress.ingest.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One RIS record, in the tags that Zotero, EndNote, Mendeley, Google Scholar and the publishers write. */
final class RisRecord {

    private static final List<String> TITLES = List.of("TI", "T1", "CT");
    private static final List<String> AUTHORS = List.of("AU", "A1");

    /** Full names before abbreviated ones. */
    private static final List<String> VENUES = List.of("T2", "JF", "BT", "C3", "JO", "T3", "JA", "J2");

    private static final List<String> YEARS = List.of("PY", "Y1", "DA");
    private static final List<String> ABSTRACTS = List.of("AB", "N2");
    private static final Set<String> BOOKS = Set.of("BOOK", "EBOOK", "EDBOOK", "THES");

    private final int line;
    private final String type;
    private final int maxLength;
    private final Map<String, List<StringBuilder>> fields = new HashMap<>();
    private @Nullable StringBuilder latest;
    private @Nullable Refusal fault;
    private int length;

    /** @param type such as {@code CONF}; empty where the line that says so is missing */
    RisRecord(int line, String type, int maxLength) {
        this.line = line;
        this.type = type;
        this.maxLength = maxLength;
    }

    void add(int number, String tag, String value) {
        if (fits(number, value)) {
            latest = new StringBuilder(value);
            fields.computeIfAbsent(tag, _ -> new ArrayList<>()).add(latest);
        }
    }

    /** Takes a line without a tag to the field before it. */
    void goOn(Line text) {
        if (latest != null && fits(text.number(), text.text())) {
            latest.append(' ').append(text.text());
        }
    }

    private boolean fits(int number, String value) {
        length += value.length() + 1;
        if (length > maxLength) {
            fault(line, "This record is longer than the %,d characters that one entry may have.".formatted(maxLength));
        } else if (value.indexOf('\0') >= 0) {
            fault(number, "This line holds U+0000, which is no text.");
        }
        return fault == null;
    }

    /** The first stands. */
    void fault(int number, String message) {
        if (fault == null) {
            fault = new Refusal(number, null, message);
            fields.clear();
        }
    }

    /** @param isCutShort whether its {@code ER} is missing */
    void give(boolean isCutShort, ReadOptions options, EntrySink sink) {
        if (fault != null) {
            sink.refused(fault);
        } else if (fields.isEmpty()) {
            sink.refused(new Refusal(line, null, "This record has no fields."));
        } else {
            sink.paper(paper(isCutShort, options));
        }
    }

    private PaperEntry paper(boolean isCutShort, ReadOptions options) {
        var draft = new PaperDraft();
        if (isCutShort || type.isEmpty()) {
            draft.warn(null, "The line %s of this record is missing.".formatted(isCutShort ? "ER" : "TY"));
        }
        TITLES.forEach(tag -> all(tag).forEach(draft::title));
        if (BOOKS.contains(type)) {
            all("BT").forEach(draft::title);
        }
        all("ST").forEach(draft::shortName);
        AUTHORS.forEach(tag -> all(tag).forEach(name -> author(name, draft)));
        venue(draft);
        YEARS.forEach(tag -> all(tag).forEach(draft::year));
        ABSTRACTS.forEach(tag -> all(tag).forEach(draft::abstractText));
        all("KW").forEach(value -> Arrays.asList(value.split(";")).forEach(draft::keyword));
        identifiers(draft);
        links(draft);
        return draft.entry(line, options);
    }

    private void venue(PaperDraft draft) {
        VENUES.forEach(tag -> all(tag).forEach(draft::venue));
        all("PB").stream()
                .filter(publisher -> BOOKS.contains(type) || PaperDraft.isOfArxiv(publisher))
                .forEach(draft::venue);
    }

    private void identifiers(PaperDraft draft) {
        all("DO").forEach(draft::doi);
        all("M3").stream()
                .filter(value -> value.startsWith("10.") || value.regionMatches(true, 0, "doi", 0, 3))
                .forEach(draft::doi);
        for (String tag : List.of("AN", "M1", "N1", "PB")) {
            all(tag).stream().filter(PaperDraft::isOfArxiv).forEach(draft::arxivIn);
        }
        if (draft.isOnArxiv()) {
            all("VL").stream()
                    .filter(volume -> volume.startsWith("abs/"))
                    .forEach(volume -> draft.arxivIn(volume.substring(4)));
        }
    }

    /** {@code L1} and {@code L2} may be files on the submitter's disk. */
    private void links(PaperDraft draft) {
        for (String value : all("UR")) {
            for (String address : value.split("\\s+|;(?=https?://)")) {
                draft.link(address.endsWith(";") ? address.substring(0, address.length() - 1) : address);
            }
        }
        for (String tag : List.of("LK", "L1", "L2")) {
            all(tag).stream().filter(PaperDraft::isWeb).forEach(draft::link);
        }
    }

    private static void author(String value, PaperDraft draft) {
        if (!TurnedName.isOthers(value)) {
            var parts = Arrays.stream(value.split(","))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
            draft.author(TurnedName.turned(parts), null);
        }
    }

    private List<String> all(String tag) {
        return fields.getOrDefault(tag, List.of()).stream()
                .map(value -> value.toString().strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
