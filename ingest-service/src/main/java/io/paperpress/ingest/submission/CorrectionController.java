package io.paperpress.ingest.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.common.events.RevisionSubmitted;
import io.paperpress.common.web.ProblemException;
import io.paperpress.common.web.ProblemException.Fault;
import io.paperpress.ingest.format.CorrectionReader;
import io.paperpress.ingest.format.CorrectionReader.Correction;
import io.paperpress.ingest.format.CorrectionReader.Unreadable;
import io.paperpress.ingest.rate.Caller;
import io.paperpress.ingest.rate.RateLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes readers' corrections, with an account or without. */
@RestController
@RequestMapping("/api/corrections")
class CorrectionController {

    private static final DataSize LONGEST = DataSize.ofKilobytes(128);

    /** As of a submission: what became of it stands there. */
    record Taken(String submissionId, String status, String location) {}

    /** @param contact as the reader left it; {@code null} where none was left, or it was forgotten meanwhile */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContactView(String submissionId, @Nullable String contact) {}

    private final Corrections corrections;
    private final Contacts contacts;
    private final Submissions submissions;
    private final RateLimit correctionRate;

    CorrectionController(
            Corrections corrections, Contacts contacts, Submissions submissions, RateLimit correctionRate) {
        this.corrections = corrections;
        this.contacts = contacts;
        this.submissions = submissions;
        this.correctionRate = correctionRate;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Taken> correct(HttpServletRequest request, @Nullable Principal caller) throws IOException {
        correctionRate.spend(
                caller == null ? Caller.ofAddress(request.getRemoteAddr()) : Caller.ofSubject(caller.getName()));
        var correction = read(request);
        String id = corrections.take(correction, caller == null ? RevisionSubmitted.READER : caller.getName());
        String location = "/api/submissions/" + id;
        return ResponseEntity.accepted().location(URI.create(location)).body(new Taken(id, Status.RECEIVED, location));
    }

    @GetMapping("/{submissionId}")
    @PreAuthorize("hasRole('maintainer')")
    ResponseEntity<ContactView> contact(@PathVariable String submissionId) {
        if (submissions.find(submissionId).isEmpty()) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "submission-not-found",
                    "No such submission",
                    "There is no submission with this id.");
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new ContactView(submissionId, contacts.find(submissionId).orElse(null)));
    }

    private static Correction read(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes((int) LONGEST.toBytes() + 1);
        if (body.length > LONGEST.toBytes()) {
            throw BodyFaults.tooLong(LONGEST, "Nothing of it was taken.");
        }
        try {
            return CorrectionReader.read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException notText) {
            throw unreadable(new Fault(null, null, "The body is not UTF-8."));
        } catch (Unreadable unreadable) {
            throw unreadable(new Fault(unreadable.pointer(), null, unreadable.message()));
        }
    }

    private static ProblemException unreadable(Fault fault) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "nothing-to-read",
                "Nothing could be read",
                "The correction could not be read: %s".formatted(fault.message()),
                List.of(fault));
    }
}
