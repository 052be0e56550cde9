package io.paperpress.search.web;

import io.paperpress.common.messaging.Unavailable;
import io.paperpress.search.query.ResultSets;
import io.paperpress.search.query.Search;
import io.paperpress.search.query.SortOrder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Whole result sets, as files; and the newest of one, as a feed. */
@RestController
@CrossOrigin(origins = "*", methods = RequestMethod.GET)
class ExportController {

    private static final int FEED = 50;

    private final ResultSets resultSets;
    private final JsonMapper json;

    ExportController(ResultSets resultSets, JsonMapper json) {
        this.resultSets = resultSets;
        this.json = json;
    }

    @GetMapping("/api/search.{ending:bib|csv|ndjson}")
    void export(
            @PathVariable String ending,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var format = ExportFormat.ending(ending, json);
        if (format == null) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        Search search = SearchParameters.read(parameters);
        try (var found = resultSets.open(search)) {
            response.setContentType(format.mediaType());
            response.setHeader("Content-Disposition", "attachment; filename=\"papers." + ending + "\"");
            try {
                write(format, found, response);
            } catch (Unavailable | IOException brokenOff) {
                BrokenOff.mark(request, brokenOff);
            }
        }
    }

    private static void write(ExportFormat format, ResultSets.ResultSet found, HttpServletResponse response)
            throws IOException {
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(format.head());
        found.read(paper -> out.write(format.entry(paper)));
        out.flush();
    }

    @GetMapping("/api/search.atom")
    ResponseEntity<byte[]> feed(@RequestParam MultiValueMap<String, String> parameters) {
        Search asked = SearchParameters.read(parameters);
        boolean sorted = parameters.getFirst("sort") != null;
        Search search = new Search(
                asked.q(), asked.filters(), sorted ? asked.sort() : SortOrder.RECENTLY_ADDED, asked.size(), null, null);
        String base =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        String self = ServletUriComponentsBuilder.fromCurrentRequest().build().toUriString();
        try (var found = resultSets.open(search)) {
            byte[] feed = Atom.feed(asked.q(), base, self, found.first(FEED));
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_ATOM_XML)
                    .body(feed);
        }
    }
}
