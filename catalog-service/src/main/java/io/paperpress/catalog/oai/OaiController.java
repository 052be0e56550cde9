package io.paperpress.catalog.oai;

import static io.paperpress.catalog.oai.OaiError.Code.idDoesNotExist;
import static io.paperpress.catalog.oai.OaiError.Code.noRecordsMatch;

import io.paperpress.catalog.changes.ChangeLog;
import io.paperpress.catalog.oai.OaiError.Code;
import io.paperpress.catalog.oai.OaiRecords.OaiRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** OAI-PMH 2.0: the six verbs, over GET and over a posted form. */
@RestController
class OaiController {

    private static final MediaType XML = new MediaType(MediaType.TEXT_XML, StandardCharsets.UTF_8);

    private final OaiRecords records;
    private final ChangeLog log;
    private final OaiSettings settings;
    private final Clock clock;

    OaiController(OaiRecords records, ChangeLog log, OaiSettings settings, Clock clock) {
        this.records = records;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/oai")
    ResponseEntity<byte[]> asked(HttpServletRequest request) {
        return answered(request);
    }

    @PostMapping(path = "/oai", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> posted(HttpServletRequest request) {
        return answered(request);
    }

    private ResponseEntity<byte[]> answered(HttpServletRequest request) {
        String origin = Origin.of(settings, request);
        Instant now = clock.instant();
        String body;
        try {
            var asked = OaiRequest.of(request.getParameterMap());
            var shown = new LinkedHashMap<>(Map.of("verb", asked.verb()));
            shown.putAll(asked.arguments());
            body = answer(asked, new OaiAnswers(settings, origin, now, shown));
        } catch (OaiError error) {
            body = new OaiAnswers(settings, origin, now, repeated(error, request)).error(error);
        }
        return ResponseEntity.ok()
                .contentType(XML)
                .cacheControl(CacheControl.noCache())
                .body(body.getBytes(StandardCharsets.UTF_8));
    }

    /** A request that is not well-formed is not repeated in the answer. */
    private static Map<String, String> repeated(OaiError error, HttpServletRequest request) {
        var shown = new LinkedHashMap<String, String>();
        if (!error.isOfForm()) {
            request.getParameterMap().forEach((name, values) -> {
                boolean canBeSaid = !name.equals("metadataPrefix") || values[0].matches("[A-Za-z0-9\\-_.!~*'()]+");
                if (canBeSaid) {
                    shown.put(name, values[0]);
                }
            });
        }
        return shown;
    }

    private String answer(OaiRequest asked, OaiAnswers answers) {
        return switch (asked.verb()) {
            case "Identify" -> answers.identify(records.earliest().orElseGet(clock::instant));
            case "ListMetadataFormats" -> {
                String identifier = asked.get("identifier");
                if (identifier != null) {
                    record(identifier);
                }
                yield answers.formats();
            }
            case "ListSets" -> {
                if (asked.get("resumptionToken") != null) {
                    throw new OaiError(Code.badResumptionToken, "The list of sets is given whole.");
                }
                yield answers.sets(records.sets());
            }
            case "GetRecord" -> answers.one(record(asked.required("identifier")));
            default -> list(asked, answers);
        };
    }

    private String list(OaiRequest asked, OaiAnswers answers) {
        String name = log.name();
        String resumed = asked.get("resumptionToken");
        var token = resumed == null
                ? new ResumptionToken(
                        name, asked.verb(), Selection.of(asked.get("from"), asked.get("until"), asked.get("set")), 0, 0)
                : ResumptionToken.of(resumed, asked.verb(), name, log.newest());
        String set = token.selection().set();
        if (set != null && !set.startsWith("list:") && !set.startsWith("keyword:")) {
            throw new OaiError(noRecordsMatch, "There is no such set.");
        }
        var more = records.records(token.selection(), token.after(), settings.page() + 1);
        if (more.isEmpty() && resumed == null) {
            throw new OaiError(noRecordsMatch, "No record matches.");
        }
        return page(answers, token, more);
    }

    private String page(OaiAnswers answers, ResumptionToken token, List<OaiRecord> more) {
        if (more.isEmpty()) { // what was left has changed since, and comes with the next harvest
            throw new OaiError(noRecordsMatch, "Nothing of this list is left.");
        }
        var page = more.stream().limit(settings.page()).toList();
        var next = more.size() > page.size()
                ? new ResumptionToken(
                        token.log(),
                        token.verb(),
                        token.selection(),
                        page.getLast().n(),
                        token.cursor() + page.size())
                : null;
        return answers.list(token.verb(), page, next, token.cursor());
    }

    private OaiRecord record(String identifier) {
        String prefix = "oai:" + settings.namespace() + ":";
        if (!identifier.startsWith(prefix)) {
            throw unknown();
        }
        return records.record(identifier.substring(prefix.length())).orElseThrow(OaiController::unknown);
    }

    private static OaiError unknown() {
        return new OaiError(idDoesNotExist, "No record has this identifier.");
    }
}
