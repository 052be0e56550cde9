package io.paperpress.ingest.format;

import io.paperpress.common.events.PaperFields;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader gave, in order. */
class Entries implements EntrySink {

    final List<PaperEntry> papers = new ArrayList<>();
    final List<Refusal> refusals = new ArrayList<>();

    @Nullable
    ReadingListEntry list;

    static Entries read(SubmissionReader reader, byte[] body, ReadOptions options) {
        var entries = new Entries();
        try {
            reader.read(new ByteArrayInputStream(body), options, entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    static Entries read(SubmissionReader reader, String body) {
        return read(reader, body.getBytes(StandardCharsets.UTF_8), ReadOptions.NONE);
    }

    static byte[] sample(String name) {
        var root = Path.of(System.getProperty("paperpress.root", ".."));
        try {
            return Files.readAllBytes(root.resolve("samples").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<PaperFields> fields() {
        return papers.stream().map(PaperEntry::fields).toList();
    }

    ReadingListEntry onlyList() {
        if (list == null) {
            throw new AssertionError("no list was read");
        }
        return list;
    }

    @Override
    public String paper(PaperEntry paper) {
        papers.add(paper);
        return "s" + (papers.size() - 1);
    }

    @Override
    public void readingList(ReadingListEntry entry) {
        if (list != null) {
            throw new AssertionError("a second list");
        }
        list = entry;
    }

    @Override
    public void refused(Refusal refusal) {
        refusals.add(refusal);
    }
}
