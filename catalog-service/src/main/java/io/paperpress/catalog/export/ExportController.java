package io.paperpress.catalog.export;

import io.paperpress.catalog.store.CatalogueReader;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.formats.Bibliography;
import io.paperpress.common.web.ProblemException;
import io.paperpress.common.web.ProblemException.Fault;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue as one file, for its maintainers to keep, and its papers as one bibliography, for everybody. */
@RestController
class ExportController {

    private static final Logger log = LoggerFactory.getLogger(ExportController.class);
    private static final int PAPERS_AT_ONCE = 500;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** @param restored rows by table */
    record Restored(Map<String, Long> restored) {}

    private final Export export;
    private final Restoration restoration;
    private final CatalogueReader catalogue;
    private final Clock clock;

    ExportController(Export export, Restoration restoration, CatalogueReader catalogue, Clock clock) {
        this.export = export;
        this.restoration = restoration;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Holds what only maintainers may see: who proposed what, and why it was refused. */
    @GetMapping("/api/export")
    @PreAuthorize("hasRole('maintainer')")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"paperpress-" + STAMP.format(clock.instant()) + ".ndjson\"");
        try {
            export.write(response.getOutputStream());
        } catch (RuntimeException cut) { // what is on its way cannot become a problem: it lacks its end line
            if (!response.isCommitted()) {
                response.reset();
                throw cut;
            }
            log.warn("An export was cut off", cut);
        }
    }

    @PostMapping(path = "/api/restore", consumes = "application/x-ndjson")
    @PreAuthorize("hasRole('maintainer')")
    Restored restore(InputStream body) {
        try {
            var rows = restoration.restore(body).orElseThrow(ExportController::notEmpty);
            log.info("Restored from an export: {}", rows);
            return new Restored(rows);
        } catch (DamagedExport unfit) {
            int line = (int) Math.min(unfit.line(), Integer.MAX_VALUE);
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "export-unusable",
                    "The export cannot be restored",
                    "Nothing was changed. Line " + line + ": " + unfit.getMessage(),
                    List.of(new Fault(null, line, String.valueOf(unfit.getMessage()))));
        } catch (UncheckedIOException cut) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-request",
                    "Bad Request",
                    "The body broke off while it was read. Nothing was changed.");
        }
    }

    /** A walk by id, a page at a time: nothing is held while a slow reader reads. */
    @GetMapping("/api/export.bib")
    void bibliography(HttpServletResponse response) throws IOException {
        response.setContentType("application/x-bibtex");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"papers.bib\"");
        String after = "";
        List<PaperCatalogued> papers;
        do {
            papers = catalogue.papers(after, PAPERS_AT_ONCE);
            for (PaperCatalogued paper : papers) {
                response.getOutputStream()
                        .write(Bibliography.entry(paper.paperId(), paper.paper())
                                .getBytes(StandardCharsets.UTF_8));
            }
            after = papers.isEmpty() ? after : papers.getLast().paperId();
        } while (papers.size() == PAPERS_AT_ONCE);
    }

    private static ProblemException notEmpty() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "catalogue-not-empty",
                "The catalogue is not empty",
                "An export is restored into an empty catalogue only; this one has papers, lists or decisions. Nothing was changed.");
    }
}
