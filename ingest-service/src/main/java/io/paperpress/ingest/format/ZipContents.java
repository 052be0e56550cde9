package io.paperpress.ingest.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The files of one archive, each read by the reader of its format; what cannot be read of one costs no other. */
final class ZipContents {

    /** @param fault why it is not read; {@code null} where it may be */
    private record Item(
            ZipArchiveEntry entry, String name, @Nullable String fault) {}

    private final ZipFile zip;
    private final ReaderRegistry readers;
    private final ZipLimits limits;
    private final ReadOptions options;
    private final InflatedFile.Allowance allowance;
    private final List<Item> items = new ArrayList<>();
    private final ArchiveTree tree;
    private final boolean hasOnePage;

    ZipContents(ZipFile zip, ReaderRegistry readers, ZipLimits limits, ReadOptions options) {
        this.zip = zip;
        this.readers = readers;
        this.limits = limits;
        this.options = options;
        allowance = new InflatedFile.Allowance(limits.bytes());
        var names = new HashSet<String>();
        for (var entry : Collections.list(zip.getEntries())) {
            add(entry, names);
        }
        tree = new ArchiveTree(names);
        hasOnePage = names.stream()
                        .filter(name -> FileFormats.MARKDOWN.equals(tree.format(name)))
                        .count()
                == 1;
    }

    private void add(ZipArchiveEntry entry, Set<String> names) {
        String name = ZipNames.of(entry);
        String fault = ZipNames.fault(name);
        if (fault == null && (entry.isDirectory() || ZipNames.isJunk(name))) {
            return;
        }
        if (fault == null) {
            fault = fault(entry, name);
        }
        if (fault == null && !names.add(name)) {
            fault = "a file of the same name stands before it";
        }
        items.add(new Item(entry, name, fault));
    }

    private static @Nullable String fault(ZipArchiveEntry entry, String name) {
        if (entry.isUnixSymlink()) {
            return "it is a symbolic link";
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return "it is encrypted";
        }
        return FileFormats.isArchive(name) ? "it is an archive within an archive" : null;
    }

    /** @throws UnreadableBody when there is nothing to read in it */
    void read(EntrySink sink) {
        boolean empty = true;
        for (var item : items) {
            String format = tree.format(item.name());
            if (item.fault() != null) {
                refuse(item, item.fault(), sink);
                empty = false;
            } else if (format != null && read(item, format, sink)) {
                empty = false;
            }
        }
        if (empty) {
            throw new UnreadableBody(
                    "This archive holds no file of a kind that is read: %s.".formatted(FileFormats.shown()));
        }
    }

    /** Whether anything was told of the file. */
    private boolean read(Item item, String format, EntrySink sink) {
        var told = new FileSink(ZipNames.shown(item.name()), sink);
        try {
            allowance.check();
            InflatedFile.check(item.entry().getSize(), item.entry().getCompressedSize(), limits.ratio());
            try (var body = open(item.entry())) {
                String type = format.equals(FileFormats.BY_CONTENT) ? byContent(item.name(), body) : format;
                if (type == null) {
                    return false;
                }
                reader(type).read(body, optionsOf(item.name(), type), told);
            }
            if (told.isEmpty()) {
                told.refused(new Refusal(0, null, "This file holds no submission."));
            }
        } catch (UnreadableBody unreadable) {
            told.refused(new Refusal(0, null, String.valueOf(unreadable.getMessage())));
        } catch (InflatedFile.Refused refused) {
            refuse(item, refused.getMessage(), told);
        } catch (IOException damaged) {
            refuse(item, "it is damaged: what it holds cannot be inflated", told);
        }
        return true;
    }

    private BufferedInputStream open(ZipArchiveEntry entry) throws IOException {
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw new InflatedFile.Refused("it is compressed by a method other than deflate");
        }
        return new BufferedInputStream(new InflatedFile(
                zip.getInputStream(entry), entry.getCompressedSize(), entry.getCrc(), limits.ratio(), allowance));
    }

    /** Plain text that holds no links is a file of another kind; JSON is meant to be read. */
    private static @Nullable String byContent(String name, BufferedInputStream body) throws IOException {
        String type = FormatDetector.detect(body);
        return type == null && FileFormats.isJson(name) ? "application/json" : type;
    }

    private SubmissionReader reader(String type) {
        var reader = readers.find(type);
        if (reader == null) {
            throw new UnreadableBody("Files of the type %s are not read here.".formatted(type));
        }
        return reader;
    }

    /** A page can only be the list that the call names where it is the only page. */
    private ReadOptions optionsOf(String name, String type) {
        var own = tree.options(options, name);
        return type.equals(FileFormats.MARKDOWN) && !hasOnePage ? own.withoutList() : own;
    }

    private static void refuse(Item item, @Nullable String fault, EntrySink sink) {
        String how = sink instanceof FileSink file && !file.isEmpty() ? "not read to its end" : "not read";
        sink.refused(new Refusal(ZipNames.shown(item.name()), 0, null, "This file was %s: %s.".formatted(how, fault)));
    }
}
