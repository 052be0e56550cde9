package io.paperpress.ingest.format;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The formats that are read, by their media types. */
public final class ReaderRegistry {

    private final List<SubmissionReader> readers;

    public ReaderRegistry(List<SubmissionReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /** These and one more, which may read bodies that hold bodies of these. */
    public ReaderRegistry and(SubmissionReader reader) {
        return new ReaderRegistry(
                Stream.concat(readers.stream(), Stream.of(reader)).toList());
    }

    /** @param contentType lower case, without parameters */
    public @Nullable SubmissionReader find(String contentType) {
        return readers.stream()
                .filter(reader -> reader.contentTypes().contains(contentType))
                .findFirst()
                .orElse(null);
    }

    /** In the order in which they were registered. */
    public List<String> contentTypes() {
        return readers.stream()
                .flatMap(reader -> reader.contentTypes().stream())
                .toList();
    }
}
