package io.paperpress.common.web;

import io.paperpress.common.web.ProblemException.Fault;
import java.net.URI;
import java.util.List;
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
}
