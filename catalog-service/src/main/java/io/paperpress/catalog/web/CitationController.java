package io.paperpress.catalog.web;

import io.paperpress.catalog.paper.Standing.Listed;
import io.paperpress.catalog.paper.Standing.Merged;
import io.paperpress.catalog.paper.Standing.Withdrawn;
import io.paperpress.catalog.store.CatalogueReader;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.formats.CitationStyle;
import io.paperpress.common.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A paper as an entry of a list of references, as text or as HTML for the inside of a page. */
@RestController
class CitationController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final CatalogueReader catalogue;

    CitationController(CatalogueReader catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/api/papers/{paperId}/citation")
    ResponseEntity<byte[]> citation(
            @PathVariable String paperId,
            @RequestParam(defaultValue = "apa") String style,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept) {
        var wanted = CitationStyle.named(style).orElseThrow(CitationController::noSuchStyle);
        MediaType type = type(accept);
        var paper = catalogue
                .kept(paperId)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "paper-not-found",
                        "Paper not found",
                        "No paper has the id " + paperId + "."));
        return switch (paper.standing()) {
            case Listed _ -> cited(paper.state(), wanted, type);
            case Withdrawn withdrawn -> throw Gone.problem(paper.state(), withdrawn);
            case Merged _ ->
                ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                        .header(
                                HttpHeaders.LOCATION,
                                "/api/papers/%s/citation?style=%s"
                                        .formatted(PaperController.survivor(paper, catalogue::kept), style))
                        .cacheControl(CacheControl.noCache())
                        .build();
        };
    }

    private static ResponseEntity<byte[]> cited(PaperCatalogued paper, CitationStyle style, MediaType type) {
        var reference = style.cite(paper.paper());
        String body = type == HTML ? "<p>" + reference.html() + "</p>\n" : reference.text() + "\n";
        return ResponseEntity.ok()
                .varyBy(HttpHeaders.ACCEPT)
                .eTag("\"%d-%s-%s\"".formatted(paper.revision(), style.slug(), type.getSubtype()))
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8));
    }

    private static MediaType type(String accept) {
        for (MediaType type : preferred(accept)) {
            if (type.getQualityValue() > 0 && type.includes(TEXT)) {
                return TEXT;
            }
            if (type.getQualityValue() > 0 && type.includes(HTML)) {
                return HTML;
            }
        }
        throw new ProblemException(
                HttpStatus.NOT_ACCEPTABLE,
                "not-acceptable",
                "Not Acceptable",
                "A citation is given out as text/plain and text/html.");
    }

    private static List<MediaType> preferred(String accept) {
        try {
            var types = new java.util.ArrayList<>(MediaType.parseMediaTypes(accept));
            MimeTypeUtils.sortBySpecificity(types);
            types.sort((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()));
            return types;
        } catch (InvalidMediaTypeException unreadable) {
            return List.of();
        }
    }

    private static ProblemException noSuchStyle() {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "Bad Request",
                "style= takes one of "
                        + Arrays.stream(CitationStyle.values())
                                .map(CitationStyle::slug)
                                .collect(Collectors.joining(", "))
                        + ".");
    }
}
