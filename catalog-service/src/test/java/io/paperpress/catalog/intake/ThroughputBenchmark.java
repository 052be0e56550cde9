package io.paperpress.catalog.intake;

import io.paperpress.catalog.CatalogServiceApplication;
import io.paperpress.catalog.testing.Crowd;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.testing.BackingServices;
import io.paperpress.common.web.TestTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.SpringApplication;

/**
 * How many submissions a second are decided and stored in batches, with PostgreSQL, Kafka and the outbox relay at work on
 * the same machine. Arguments: how many papers are listed before (0), and how many are submitted then (20000).
 */
final class ThroughputBenchmark {

    private static final int BATCH = 500;
    private static final int WARM = 5_000;

    private ThroughputBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int before = arguments.length < 1 ? 0 : Integer.parseInt(arguments[0]);
        int submitted = arguments.length < 2 ? 20_000 : Integer.parseInt(arguments[1]);
        var database = BackingServices.newDatabase("catalog");
        try (var service = SpringApplication.run(
                CatalogServiceApplication.class,
                "--server.port=0",
                "--management.server.port=0",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.kafka.bootstrap-servers=" + BackingServices.kafkaBootstrapServers(),
                "--spring.security.oauth2.resourceserver.jwt.public-key-location=" + TestTokens.publicKeyLocation())) {
            var handler = service.getBean(SubmissionHandler.class);
            var crowd = new Crowd(1);
            run(handler, crowd, before + WARM);
            System.out.println(run(handler, crowd, submitted));
        }
        System.exit(0);
    }

    private static String run(SubmissionHandler handler, Crowd crowd, int many) throws Exception {
        var batches = new ArrayList<List<Delivery<SubmissionEvent>>>();
        for (int i = 0; i < many; i += BATCH) {
            batches.add(crowd.next(BATCH).stream()
                    .map(ThroughputBenchmark::delivery)
                    .toList());
        }
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = new ArrayList<Future<?>>();
            batches.forEach(batch -> running.add(threads.submit(() -> handler.handle(batch))));
            for (Future<?> one : running) {
                one.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return "%,d submissions decided and stored in %.1f s: %,.0f a second; load of the machine %.1f on %d cores"
                .formatted(
                        many, seconds, many / seconds, system.getSystemLoadAverage(), system.getAvailableProcessors());
    }

    private static Delivery<SubmissionEvent> delivery(PaperSubmitted submission) {
        return new Delivery<>("event-" + submission.submissionId(), Instant.EPOCH, submission);
    }
}
