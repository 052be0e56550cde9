package io.paperpress.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One Elasticsearch node without security, for this machine only. */
public final class LocalElasticsearch extends ManagedProcess {

    /** @param port 0 chooses a free one */
    public LocalElasticsearch(Path directory, int port) {
        this(Place.forTest("elasticsearch", directory, port));
    }

    LocalElasticsearch(Place place) {
        super("elasticsearch", place);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    List<String> prepare() throws IOException {
        Identity identity = Identity.forServerWith(data());
        Path program = Programs.find().elasticsearch().resolve("bin/elasticsearch");
        Files.createDirectories(data());
        Files.createDirectories(logs());
        Files.createDirectories(temporary());
        Files.createDirectories(configuration().resolve("jvm.options.d"));
        write("elasticsearch.yml", SETTINGS.formatted(port(), Ports.free(), data(), logs()));
        write("log4j2.properties", LOGGING);
        write("jvm.options", JVM_OPTIONS.formatted(logs()));
        write("jvm.options.d/heap.options", HEAP);
        Files.deleteIfExists(serverPid());
        for (Path own : List.of(data(), logs(), temporary(), configuration())) {
            identity.own(own);
        }
        return identity.run(
                List.of(program.toString(), "-d", "-p", serverPid().toString()),
                program,
                directory(),
                Programs.java().resolve("bin/java"));
    }

    @Override
    Map<String, String> environment() {
        return Map.of(
                "CLI_JAVA_OPTS", "-XX:TieredStopAtLevel=1",
                "ES_PATH_CONF", configuration().toString(),
                "ES_JAVA_HOME", Programs.java().toString(),
                "ES_TMPDIR", temporary().toString());
    }

    /** The first process starts the server beside itself, waits until it listens, and ends. */
    @Override
    Optional<ProcessId> settled(Process started) throws IOException {
        return Commands.exitCode(started) == 0
                ? ProcessId.of(Long.parseLong(Files.readString(serverPid()).strip()))
                : Optional.empty();
    }

    /** The node listens before it has recovered its indices: only with them it answers. */
    @Override
    boolean answers() {
        return HttpProbe.answers(url().resolve("/_cluster/health?wait_for_status=yellow&timeout=1s"));
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(configuration().resolve(file), content);
    }

    private Path configuration() {
        return directory().resolve("config");
    }

    private Path data() {
        return directory().resolve("data");
    }

    private Path logs() {
        return directory().resolve("logs");
    }

    private Path temporary() {
        return directory().resolve("tmp");
    }

    private Path serverPid() {
        return temporary().resolve("server.pid");
    }

    // A full disk elsewhere on this machine must not make the one node refuse its own shards.
    private static final String SETTINGS = """
            cluster.name: paperpress
            node.name: local
            network.host: 127.0.0.1
            http.port: %d
            transport.port: %d
            discovery.type: single-node
            xpack.security.enabled: false
            cluster.routing.allocation.disk.threshold_enabled: false
            path.data: "%s"
            path.logs: "%s"
            """;

    private static final String LOGGING = """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = [%d{ISO8601}][%-5p][%c{1.}] %m%n
            rootLogger.level = warn
            rootLogger.appenderRef.console.ref = console
            """;

    // As Elasticsearch ships them, without the log of the garbage collector.
    private static final String JVM_OPTIONS = """
            -XX:+UseG1GC
            -Djava.io.tmpdir=${ES_TMPDIR}
            --add-modules=jdk.incubator.vector
            -XX:CompileCommand=dontinline,java/lang/invoke/MethodHandle.setAsTypeCache
            -XX:CompileCommand=dontinline,java/lang/invoke/MethodHandle.asTypeUncached
            -Dorg.apache.lucene.store.defaultReadAdvice=normal
            -Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1
            --add-opens=java.base/java.nio=org.apache.arrow.memory.core,ALL-UNNAMED
            --add-opens=java.base/jdk.internal.misc=ALL-UNNAMED
            -XX:+ExitOnOutOfMemoryError
            -XX:ErrorFile=%s/hs_err_pid%%p.log
            """;

    private static final String HEAP = """
            -Xms512m
            -Xmx512m
            -XX:-AlwaysPreTouch
            -XX:TieredStopAtLevel=1
            """;
}
