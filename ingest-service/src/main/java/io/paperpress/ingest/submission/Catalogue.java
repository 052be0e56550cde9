package io.paperpress.ingest.submission;

import io.paperpress.common.events.Decision;
import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.PossibleDuplicate;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.RevisionSubmitted;
import io.paperpress.common.messaging.EventJson;
import io.paperpress.common.web.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks catalog-service what would become of submissions. */
final class Catalogue {

    /** What is asked; in the order of the body. */
    record Question(List<PaperSubmitted> papers, List<ListSubmitted> lists, List<RevisionSubmitted> revisions) {}

    /** What would become of one submission; {@code changes} and {@code notShown} pass as they come. */
    record Outlook(
            String submissionId,
            Decision decision,
            @Nullable String paperId,
            @Nullable String sameAs,
            @Nullable String list,
            long revision,
            @Nullable List<Remark> warnings,
            @Nullable List<Remark> problems,
            @Nullable List<PossibleDuplicate> duplicatesOf,
            @Nullable JsonNode changes,
            @Nullable JsonNode notShown) {}

    private record Answer(List<Outlook> outlooks) {}

    private static final Logger log = LoggerFactory.getLogger(Catalogue.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI address;
    private final Duration timeout;

    Catalogue(DryRunSettings settings) {
        this.address = settings.catalogUrl().resolve("/internal/dry-run");
        this.timeout = settings.dryRunTimeout();
    }

    /** @param authorization the caller's own: the catalogue checks it as if it had been asked directly */
    List<Outlook> outlooks(Question question, String authorization) {
        var request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .POST(BodyPublishers.ofByteArray(EventJson.mapper().writeValueAsBytes(question)))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            return outlooks(response);
        } catch (IOException | JacksonException e) {
            log.warn("catalog-service does not answer a dry run: {}", e.toString());
            throw away();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    private static List<Outlook> outlooks(HttpResponse<byte[]> response) {
        if (response.statusCode() != HttpStatus.OK.value()) {
            log.warn("catalog-service answers a dry run with {}", response.statusCode());
            throw away();
        }
        return EventJson.mapper().readValue(response.body(), Answer.class).outlooks();
    }

    private static ProblemException away() {
        return new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "Temporarily unavailable",
                "The catalogue, which would have to say what becomes of this, is away for the moment. Nothing was"
                        + " stored. Please try again in a few seconds; submitting itself works all the same.");
    }
}
