package io.paperpress.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One Kafka node in KRaft mode, broker and controller at once. */
public final class LocalKafka extends ManagedProcess {

    /** @param port 0 chooses a free one */
    public LocalKafka(Path directory, int port) {
        this(Place.forTest("kafka", directory, port));
    }

    LocalKafka(Place place) {
        super("kafka", place);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    @Override
    List<String> prepare() throws IOException {
        Files.writeString(logging(), LOGGING);
        Files.writeString(
                settings(),
                SETTINGS.formatted(port(), Ports.free(), data().toString().replace("\\", "\\\\")));
        if (!Files.exists(data().resolve("meta.properties"))) {
            format();
        }
        return java("kafka.Kafka", settings().toString());
    }

    @Override
    boolean answers() {
        return KafkaProbe.answers(port());
    }

    private void format() throws IOException {
        Files.createDirectories(data());
        Path output = directory().resolve("format.log");
        Process process = new ProcessBuilder(java(
                        "kafka.tools.StorageTool",
                        "format",
                        "--ignore-formatted",
                        "--cluster-id",
                        "paperpress-local-stack",
                        "--config",
                        settings().toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (Commands.exitCode(process) != 0) {
            throw new LocalStackException("Kafka could not prepare %s:%n%s".formatted(data(), LogTail.of(output)));
        }
    }

    private List<String> java(String... mainAndArguments) {
        var command = new ArrayList<>(List.of(
                Programs.java().resolve("bin/java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.configurationFile=" + logging(),
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                Programs.find().kafkaLibraries().resolve("*").toString()));
        command.addAll(List.of(mainAndArguments));
        return command;
    }

    private Path data() {
        return directory().resolve("data");
    }

    private Path settings() {
        return directory().resolve("server.properties");
    }

    private Path logging() {
        return directory().resolve("log4j2.properties");
    }

    // Small internal topics and a small cleaner buffer let one node live in 256 MB of heap.
    private static final String SETTINGS = """
            process.roles=broker,controller
            node.id=1
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
            controller.listener.names=CONTROLLER
            controller.quorum.voters=1@127.0.0.1:%2$d
            log.dirs=%3$s
            auto.create.topics.enable=false
            group.initial.rebalance.delay.ms=0
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=5
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=5
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            share.coordinator.state.topic.num.partitions=1
            log.cleaner.dedupe.buffer.size=33554432
            num.network.threads=2
            num.io.threads=4
            background.threads=4
            """;

    private static final String LOGGING = """
            appender.console.type=Console
            appender.console.name=console
            appender.console.layout.type=PatternLayout
            appender.console.layout.pattern=%d{ISO8601} %p %m (%c)%n
            rootLogger.level=WARN
            rootLogger.appenderRef.console.ref=console
            """;
}
