package io.paperpress.ingest.submission;

import io.paperpress.common.web.ProblemException;
import io.paperpress.ingest.format.ReadOptions;
import io.paperpress.ingest.format.Slugs;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The query of a call of {@code POST /api/submissions}. */
final class SubmissionParameters {

    private static final int DEEPEST = 10;
    private static final int LONGEST = 500;

    private SubmissionParameters() {}

    /** Whether the caller only asks what would become of the body. */
    static boolean isDryRun(HttpServletRequest request) {
        String given = request.getParameter("dryRun");
        if (given != null && !given.equals("true") && !given.equals("false")) {
            throw bad("dryRun= takes true or false.");
        }
        return "true".equals(given);
    }

    static ReadOptions options(HttpServletRequest request) {
        String list = request.getParameter("list");
        if (list != null && !Slugs.isSlug(list)) {
            throw bad("list= takes the slug of a reading list: lower-case ASCII letters, digits and single hyphens.");
        }
        String[] given = request.getParameterValues("section");
        var section = given == null ? List.<String>of() : List.of(given);
        if (!section.isEmpty() && list == null) {
            throw bad("section= needs list=, the reading list that it is a section of.");
        }
        if (section.size() > DEEPEST
                || section.stream().anyMatch(title -> title.isBlank() || title.length() > LONGEST)) {
            throw bad("section= takes at most %d titles, outer first, of 1 to %d characters."
                    .formatted(DEEPEST, LONGEST));
        }
        String path = request.getParameter("path");
        if (path != null && !ReadOptions.isPath(path)) {
            throw bad("path= takes a file's path in its tree, such as meta/2025/FlexPrefill.prototxt.");
        }
        return new ReadOptions(list, section, path);
    }

    private static ProblemException bad(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "bad-request", "Bad Request", detail);
    }
}
