package io.paperpress.catalog.export;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.messaging.EventJson;
import io.paperpress.common.messaging.Outbox;
import io.paperpress.common.testing.Papers;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long an export of many papers takes, and restoring it; started by hand, with a small heap. */
final class ExportBenchmark {

    private static final int AT_ONCE = 1_000;

    private ExportBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int papers = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        Path file = Files.createTempFile("paperpress-export-", ".ndjson");
        try (var full = new EmptyCatalogue();
                var empty = new EmptyCatalogue(ExportBenchmark::outbox)) {
            for (int from = 0; from < papers; from += AT_ONCE) {
                fill(full.db(), from, Math.min(papers, from + AT_ONCE));
            }
            long start = System.nanoTime();
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                full.export().write(out);
            }
            System.out.printf("Exported %,d papers, %,d bytes, in %s%n", papers, Files.size(file), since(start));
            start = System.nanoTime();
            try (var in = new BufferedInputStream(Files.newInputStream(file))) {
                var rows = empty.restoration().restore(in).orElseThrow();
                System.out.printf("Restored %s in %s%n", rows, since(start));
            }
            System.out.printf("Heap: at most %,d MB%n", Runtime.getRuntime().maxMemory() >> 20);
        } finally {
            Files.delete(file);
        }
        System.exit(0);
    }

    private static void fill(JdbcClient db, int from, int to) {
        var states = IntStream.range(from, to)
                .mapToObj(n -> Papers.titled("A Study of Thing Number " + n + " and What Is to Be Learnt from It")
                        .withAuthors("Ada Byron", "Charles Babbage", "Person Number " + n, "Laurens van der Maaten")
                        .withInstitutions("Institution " + n % 997)
                        .withVenue("ICML")
                        .withYear(2000 + n % 26)
                        .withAbstract("What it is about, and what was found. ".repeat(25))
                        .withIdentifiers(new Identifier("arxiv", "%04d.%05d".formatted(1000 + n / 90_000, n % 90_000)))
                        .withKeywords("quantization", "fusion")
                        .catalogued("p%011d".formatted(n), 1))
                .map(EventJson.mapper()::writeValueAsString)
                .toArray(String[]::new);
        db.sql("""
                WITH given AS (SELECT s::jsonb AS state FROM unnest(:states) AS s),
                     papers AS (INSERT INTO paper (paper_id, revision, state)
                                SELECT state ->> 'paperId', 1, state FROM given),
                     outcomes AS (INSERT INTO submission_outcome (submission_id, decision, paper_id, revision, decided_at)
                                  SELECT state ->> 'submissionId', 'ACCEPTED', state ->> 'paperId', 1, now() FROM given)
                INSERT INTO paper_revision (paper_id, revision, submission_id, submitter, revised_at, state)
                SELECT state ->> 'paperId', 1, state ->> 'submissionId', 'ada', now(), state FROM given
                """).param("states", states).update();
        db.sql(
                        "INSERT INTO paper_key (key, paper_id) SELECT 'arxiv:' || (s::jsonb #>> '{paper,identifiers,0,value}'), s::jsonb ->> 'paperId' FROM unnest(:states) AS s")
                .param("states", states)
                .update();
    }

    /** As the service writes it. */
    private static Outbox outbox(JdbcClient db) {
        return events -> db.sql("""
                INSERT INTO outbox (topic, key, event_id, type, time, traceparent, body)
                SELECT topic, key, key, 'type', now(), '', body FROM unnest(:topics, :keys, :bodies) AS e (topic, key, body)
                """)
                .param("topics", events.stream().map(event -> event.topic()).toArray(String[]::new))
                .param("keys", events.stream().map(event -> event.key()).toArray(String[]::new))
                .param(
                        "bodies",
                        events.stream()
                                .map(event -> EventJson.mapper().writeValueAsString(event.event()))
                                .toArray(String[]::new))
                .update();
    }

    private static Duration since(long start) {
        return Duration.ofMillis((System.nanoTime() - start) / 1_000_000);
    }
}
