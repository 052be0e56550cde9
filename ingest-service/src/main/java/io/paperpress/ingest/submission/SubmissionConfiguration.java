package io.paperpress.ingest.submission;

import io.paperpress.common.messaging.EventPublisher;
import io.paperpress.common.web.OpenRoutes;
import io.paperpress.ingest.format.BibtexReader;
import io.paperpress.ingest.format.CslReader;
import io.paperpress.ingest.format.JsonReader;
import io.paperpress.ingest.format.LinksReader;
import io.paperpress.ingest.format.MarkdownReader;
import io.paperpress.ingest.format.NdjsonReader;
import io.paperpress.ingest.format.PrototxtReader;
import io.paperpress.ingest.format.ReaderRegistry;
import io.paperpress.ingest.format.RisReader;
import io.paperpress.ingest.format.ZipReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What a submission passes on its way in. */
@Configuration(proxyBeanMethods = false)
class SubmissionConfiguration {

    @Bean
    SubmissionReaders submissionReaders(IngestSettings settings) {
        int longest = Math.toIntExact(settings.maxEntry().toBytes());
        var readers = new ReaderRegistry(List.of(
                new JsonReader(longest),
                new NdjsonReader(longest),
                new BibtexReader(longest),
                new RisReader(longest),
                new CslReader(longest),
                new PrototxtReader(longest),
                new MarkdownReader(longest),
                new LinksReader(longest)));
        var spool = Path.of(System.getProperty("java.io.tmpdir"));
        return new SubmissionReaders(readers.and(new ZipReader(readers, settings.zip(), spool)));
    }

    @Bean
    Batches batches(JdbcClient jdbc, JsonMapper json) {
        return new Batches(jdbc, json);
    }

    @Bean
    Submissions submissions(JdbcClient jdbc, JsonMapper json) {
        return new Submissions(jdbc, json);
    }

    @Bean
    IdempotentCalls idempotentCalls(JdbcClient jdbc, Batches batches, IngestSettings settings) {
        return new IdempotentCalls(jdbc, batches, settings);
    }

    @Bean
    SubmissionService submissionService(
            Batches batches,
            IdempotentCalls calls,
            EventPublisher publisher,
            IngestSettings settings,
            Drafts drafts,
            Clock clock) {
        return new SubmissionService(batches, calls, publisher, settings, drafts, clock);
    }

    @Bean
    Drafts drafts(IngestSettings settings, JsonMapper json, Clock clock) {
        return new Drafts(settings, json, clock);
    }

    @Bean
    DryRuns dryRuns(DryRunSettings dryRun, IngestSettings settings, Drafts drafts, Clock clock) {
        return new DryRuns(new Catalogue(dryRun), dryRun, settings, drafts, clock);
    }

    @Bean
    Contacts contacts(JdbcClient jdbc) {
        return new Contacts(jdbc);
    }

    @Bean
    Corrections corrections(Drafts drafts, Batches batches, Contacts contacts, EventPublisher publisher, Clock clock) {
        return new Corrections(drafts, batches, contacts, publisher, clock);
    }

    /** Readers need no account to point out a mistake. */
    @Bean
    OpenRoutes openRoutes() {
        return new OpenRoutes(List.of("/api/corrections"));
    }

    @Bean
    Leftovers leftovers(
            Batches batches, IdempotentCalls calls, Contacts contacts, CorrectionSettings settings, Clock clock) {
        return new Leftovers(batches, calls, contacts, settings.contactKept(), clock);
    }
}
