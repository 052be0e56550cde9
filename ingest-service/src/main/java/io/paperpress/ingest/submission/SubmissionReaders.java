package io.paperpress.ingest.submission;

import io.paperpress.ingest.format.SubmissionReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/** Finds the reader of a content type. */
final class SubmissionReaders {

    private final List<SubmissionReader> readers;

    SubmissionReaders(List<SubmissionReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /** @throws HttpMediaTypeNotSupportedException which names the types that are read */
    SubmissionReader of(@Nullable String contentType) throws HttpMediaTypeNotSupportedException {
        MediaType type = parsed(contentType);
        if (type != null && isUnicode(type)) {
            String plain = type.getType() + "/" + type.getSubtype();
            for (var reader : readers) {
                if (reader.contentTypes().contains(plain)) {
                    return reader;
                }
            }
        }
        throw new HttpMediaTypeNotSupportedException(type, supported());
    }

    private static @Nullable MediaType parsed(@Nullable String contentType) {
        try {
            return contentType == null
                    ? null
                    : MediaType.parseMediaType(contentType.toLowerCase(java.util.Locale.ROOT));
        } catch (InvalidMediaTypeException unknown) {
            return null;
        }
    }

    private static boolean isUnicode(MediaType type) {
        var charset = type.getCharset();
        return charset == null
                || Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII).contains(charset);
    }

    private List<MediaType> supported() {
        return readers.stream()
                .flatMap(reader -> reader.contentTypes().stream())
                .map(MediaType::parseMediaType)
                .toList();
    }
}
