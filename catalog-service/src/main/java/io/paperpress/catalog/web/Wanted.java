package io.paperpress.catalog.web;

import io.paperpress.common.formats.PaperFormat;
import io.paperpress.common.web.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** In which format a caller wants a paper: {@code ?format=} says it, else {@code Accept}, else it is JSON. */
final class Wanted {

    private static final String JSON = "json";

    private Wanted() {}

    /** @return empty for the paper as JSON of our own */
    static Optional<PaperFormat> of(@Nullable String format, @Nullable String accept) {
        if (format == null) {
            return accept == null ? Optional.empty() : accepted(accept);
        }
        if (format.equals(JSON)) {
            return Optional.empty();
        }
        return Optional.of(PaperFormat.named(format)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "bad-request",
                        "Bad Request",
                        "format= takes one of " + slugs() + ".")));
    }

    private static Optional<PaperFormat> accepted(String accept) {
        var types = parsed(accept);
        MimeTypeUtils.sortBySpecificity(types);
        types.sort((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()));
        for (MediaType type : types) {
            if (type.getQualityValue() == 0) {
                continue;
            }
            if (type.includes(MediaType.APPLICATION_JSON) || type.includes(MediaType.APPLICATION_PROBLEM_JSON)) {
                return Optional.empty();
            }
            for (PaperFormat format : PaperFormat.values()) {
                if (type.includes(MediaType.parseMediaType(format.mediaType()))) {
                    return Optional.of(format);
                }
            }
        }
        throw new ProblemException(
                HttpStatus.NOT_ACCEPTABLE,
                "not-acceptable",
                "Not Acceptable",
                "A paper is given out as application/json, "
                        + Arrays.stream(PaperFormat.values())
                                .map(PaperFormat::mediaType)
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    private static List<MediaType> parsed(String accept) {
        try {
            return new ArrayList<>(MediaType.parseMediaTypes(accept));
        } catch (InvalidMediaTypeException unreadable) {
            throw new ProblemException(
                    HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "Not Acceptable", "Accept cannot be read.");
        }
    }

    private static String slugs() {
        return Stream.concat(
                        Stream.of(JSON), Arrays.stream(PaperFormat.values()).map(PaperFormat::slug))
                .collect(Collectors.joining(", "));
    }
}
