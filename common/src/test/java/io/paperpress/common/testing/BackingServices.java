package io.paperpress.common.testing;

import io.paperpress.localstack.Database;
import io.paperpress.localstack.LocalElasticsearch;
import io.paperpress.localstack.LocalKafka;
import io.paperpress.localstack.LocalPostgres;
import io.paperpress.localstack.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/**
 * Real Kafka, PostgreSQL and Elasticsearch for tests: each started when it is first asked for, one for all tests of a
 * JVM, gone with it.
 *
 * <p>Tests keep apart by databases, topics or indexes of their own. A test of an outage stops, pauses or kills a server
 * through its handle, and leaves it running.
 */
public final class BackingServices {

    private static final AtomicInteger databases = new AtomicInteger();

    static {
        // A wait ends as soon as it may: a slow machine is no failure.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    private BackingServices() {}

    /** Address of the broker, for {@code spring.kafka.bootstrap-servers}. */
    public static String kafkaBootstrapServers() {
        return kafka().bootstrapServers();
    }

    /** A fresh, empty database with its owner. */
    public static Database newDatabase(String prefix) {
        return postgres().createDatabase(prefix + "_" + databases.incrementAndGet());
    }

    /** Base address of the search engine, without a slash at its end. */
    public static String elasticsearchUrl() {
        return elasticsearch().url().toString();
    }

    /** The broker, to be stopped, paused or killed. */
    public static LocalKafka kafka() {
        return Kafka.SERVER;
    }

    /** The database server, to be stopped, paused or killed. */
    public static LocalPostgres postgres() {
        return Postgres.SERVER;
    }

    /** The search engine, to be stopped, paused or killed. */
    public static LocalElasticsearch elasticsearch() {
        return Elasticsearch.SERVER;
    }

    private static final class Kafka {
        static final LocalKafka SERVER = started("kafka", LocalKafka::new);
    }

    private static final class Postgres {
        static final LocalPostgres SERVER = started("postgres", LocalPostgres::new);
    }

    private static final class Elasticsearch {
        static final LocalElasticsearch SERVER = started("elasticsearch", LocalElasticsearch::new);
    }

    private static <S extends ManagedProcess> S started(String name, BiFunction<Path, Integer, S> constructor) {
        Path directory = temporaryDirectory(name);
        S server = constructor.apply(directory, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(server, directory)));
        server.start();
        System.out.printf("Backing service: %s on port %d, from local-stack%n", name, server.port());
        return server;
    }

    private static void remove(ManagedProcess server, Path directory) {
        server.kill();
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + directory, e);
        }
    }

    private static Path temporaryDirectory(String name) {
        try {
            return Files.createTempDirectory("paperpress-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
