package io.paperpress.ingest.submission;

import io.paperpress.common.web.ProblemException;
import io.paperpress.common.web.ProblemException.Fault;
import io.paperpress.ingest.format.UnreadableBody;
import io.paperpress.ingest.submission.Receipt.EntryError;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** What may be wrong with a whole body, as its sender is told. */
final class BodyFaults {

    private BodyFaults() {}

    static ProblemException unreadable(UnreadableBody body) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST, "nothing-to-read", "Nothing could be read", String.valueOf(body.getMessage()));
    }

    static ProblemException nothing(int refused, List<EntryError> errors) {
        var faults = errors.stream()
                .map(error -> new Fault(
                        error.pointer(), error.line() == 0 ? null : error.line(), error.file(), error.message()))
                .toList();
        String detail = faults.isEmpty()
                ? "The body holds no submission."
                : "None of the %,d entries of the body could be read.".formatted(refused);
        return new ProblemException(
                HttpStatus.BAD_REQUEST, "nothing-to-read", "Nothing could be read", detail, List.copyOf(faults));
    }

    /** @param taken what was taken of it all the same */
    static ProblemException tooLong(DataSize limit, String taken) {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE,
                "content-too-large",
                "The body is too long",
                "A body may have at most %,d bytes. %s Divide it into several calls."
                        .formatted(limit.toBytes(), taken));
    }

    static ProblemException brokenOff(String taken) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST, "bad-request", "Bad Request", "The body broke off before its end. " + taken);
    }
}
