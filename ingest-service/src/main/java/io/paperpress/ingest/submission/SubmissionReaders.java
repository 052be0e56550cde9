package io.paperpress.ingest.submission;

import io.paperpress.common.web.ProblemException;
import io.paperpress.ingest.format.FormatDetector;
import io.paperpress.ingest.format.ReaderRegistry;
import io.paperpress.ingest.format.SubmissionReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/** Finds the reader of a body, by its content type or, where that says nothing, by how it begins. */
final class SubmissionReaders {

    /** Says nothing of the body; the last is what curl names where it is told nothing. */
    private static final Set<String> UNTOLD =
            Set.of("application/octet-stream", "text/plain", "application/x-www-form-urlencoded");

    private final ReaderRegistry readers;

    SubmissionReaders(ReaderRegistry readers) {
        this.readers = readers;
    }

    /**
     * Leaves the body where it was.
     *
     * @throws HttpMediaTypeNotSupportedException which names the types that are read
     */
    SubmissionReader of(@Nullable String contentType, BufferedInputStream body)
            throws HttpMediaTypeNotSupportedException, IOException {
        MediaType type = parsed(contentType);
        String plain = type == null ? "" : type.getType() + "/" + type.getSubtype();
        if ((contentType == null || contentType.isBlank()) || (isUnicode(type) && UNTOLD.contains(plain))) {
            return detected(body);
        }
        var reader = isUnicode(type) ? readers.find(plain) : null;
        if (reader == null) {
            throw new HttpMediaTypeNotSupportedException(
                    type,
                    readers.contentTypes().stream()
                            .map(MediaType::parseMediaType)
                            .toList());
        }
        return reader;
    }

    private SubmissionReader detected(BufferedInputStream body) throws IOException {
        String type = FormatDetector.detect(body);
        var reader = type == null ? null : readers.find(type);
        if (reader == null) {
            throw new ProblemException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "unsupported-media-type",
                    "Unsupported Media Type",
                    "No Content-Type tells what this body is, and it begins like none of the formats that are read. Supported: %s."
                            .formatted(String.join(", ", readers.contentTypes())));
        }
        return reader;
    }

    private static @Nullable MediaType parsed(@Nullable String contentType) {
        try {
            return contentType == null ? null : MediaType.parseMediaType(contentType.toLowerCase(Locale.ROOT));
        } catch (InvalidMediaTypeException unknown) {
            return null;
        }
    }

    private static boolean isUnicode(@Nullable MediaType type) {
        var charset = type == null ? null : type.getCharset();
        return type != null
                && (charset == null
                        || Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII)
                                .contains(charset));
    }
}
