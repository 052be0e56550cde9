package io.paperpress.ingest.submission;

import io.paperpress.common.web.ProblemException;
import io.paperpress.ingest.rate.Caller;
import io.paperpress.ingest.rate.RateLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes submissions in, and tells what became of one. */
@RestController
@RequestMapping("/api/submissions")
class SubmissionController {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final SubmissionReaders readers;
    private final SubmissionService service;
    private final DryRuns dryRuns;
    private final RateLimit submissionRate;
    private final Submissions submissions;

    SubmissionController(
            SubmissionReaders readers,
            SubmissionService service,
            DryRuns dryRuns,
            RateLimit submissionRate,
            Submissions submissions) {
        this.readers = readers;
        this.service = service;
        this.dryRuns = dryRuns;
        this.submissionRate = submissionRate;
        this.submissions = submissions;
    }

    /** The body is read from the request itself: asking for a parameter first would let a form's body be parsed away. */
    @PostMapping
    @PreAuthorize("hasRole('contributor')")
    ResponseEntity<?> submit(HttpServletRequest request, Authentication caller)
            throws HttpMediaTypeNotSupportedException, IOException {
        submissionRate.spend(Caller.ofSubject(caller.getName()));
        service.refuseTooLong(request.getContentLengthLong());
        var body = new BufferedInputStream(request.getInputStream());
        var reader = readers.of(request.getContentType(), body);
        var options = SubmissionParameters.options(request);
        if (SubmissionParameters.isDryRun(request)) {
            return ResponseEntity.ok(dryRuns.rehearse(
                    reader, options, body, Submitter.of(caller), request.getHeader(HttpHeaders.AUTHORIZATION)));
        }
        var receipt = service.submit(reader, options, body, Submitter.of(caller), request.getHeader("Idempotency-Key"));
        return ResponseEntity.accepted()
                .location(URI.create("/api/batches/" + receipt.batchId()))
                .body(receipt);
    }

    @GetMapping("/{id}")
    ResponseEntity<SubmissionView> submission(@PathVariable String id) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-cache").body(find(id));
    }

    /** Asked for again each time, but by a tag where it is still the same. */
    @GetMapping("/{id}/status.svg")
    ResponseEntity<String> badge(@PathVariable String id) {
        var view = find(id);
        return ResponseEntity.ok()
                .contentType(SVG)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache, public")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .eTag("\"" + view.kind() + "-" + view.status() + "\"")
                .body(StatusBadge.svg(view.kind(), view.status()));
    }

    private SubmissionView find(String id) {
        return submissions
                .find(id)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "submission-not-found",
                        "No such submission",
                        "There is no submission with this id."));
    }
}
