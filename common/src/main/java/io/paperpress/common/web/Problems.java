package io.paperpress.common.web;

import io.paperpress.common.web.ProblemException.Fault;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Makes RFC 9457 problem documents whose {@code type} stands in {@code docs/problems.md}. */
final class Problems {

    private Problems() {}

    static ProblemDetail problem(HttpStatusCode status, String kind, String title, String detail, List<Fault> errors) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + kind));
        problem.setTitle(title);
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }

    static ProblemDetail problem(HttpStatusCode status, String kind, String title, String detail) {
        return problem(status, kind, title, detail, List.of());
    }

    /** For a status that nobody has more to say about. */
    static ProblemDetail of(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        String title = known == null ? "The request failed" : known.getReasonPhrase();
        String detail = status.is5xxServerError()
                ? "The request could not be handled because of a fault on our side."
                : "The request cannot be answered as it stands: check its address and headers.";
        return problem(status, kind(status), title, detail);
    }

    /** The kind of problem that a status is where nothing closer is known. */
    static String kind(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        if (known == null) {
            return "http";
        }
        return known == HttpStatus.INTERNAL_SERVER_ERROR
                ? "internal"
                : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
