package io.paperpress.catalog.editing;

import io.paperpress.common.web.ProblemException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Which state somebody means to change, by {@code If-Match} (RFC 9110, 13.1.1): who has not seen what another did does
 * not undo it unawares.
 */
record Precondition(@Nullable String ifMatch) {

    /** @throws ProblemException where none is given */
    Precondition required() {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "precondition-required",
                    "Say which state you mean to change",
                    "Send If-Match with the ETag of the state that you saw.");
        }
        return this;
    }

    boolean fits(long revision) {
        return ifMatch == null
                || Arrays.stream(ifMatch.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals("\"" + revision + "\""));
    }

    /** @param now what is there instead */
    static ProblemException failed(long revision, String name, Object now) {
        return new ProblemException(
                        HttpStatus.PRECONDITION_FAILED,
                        "precondition-failed",
                        "Somebody changed it meanwhile",
                        "It is at revision %d now; look at what changed, and send the change again with If-Match: \"%d\"."
                                .formatted(revision, revision))
                .with(name, now)
                .header(HttpHeaders.ETAG, "\"" + revision + "\"");
    }
}
