package io.paperpress.localstack;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All processes of one installation, with the settings that tie them together. */
final class Stack {

    private static final int DEFAULT_HEAP_MEGABYTES = 256;

    /** What each listed paper is recognised by is held in memory: some 160 MB of 100,000 papers with abstracts. */
    private static final Map<String, Integer> HEAP_MEGABYTES = Map.of("catalog-service", 512);

    static final String PUBLIC = "render-service";
    static final List<String> BACKING = List.of("kafka", "postgres", "elasticsearch");
    static final List<String> SERVICES = List.of("ingest-service", "catalog-service", "search-service", PUBLIC);
    static final List<String> DATABASES = List.of("ingest", "catalog", "render");

    /** The port of what was never started. */
    static final int NO_PORT = 0;

    private final Layout layout;
    private final StackState state;
    private final Tokens tokens;
    private final LocalKafka kafka;
    private final LocalPostgres postgres;
    private final LocalElasticsearch elasticsearch;

    /** @param state knows a port of every process, where they are to be started */
    Stack(Layout layout, StackState state) {
        this.layout = layout;
        this.state = state;
        this.tokens = new Tokens(layout.keys(), Clock.systemUTC());
        this.kafka = new LocalKafka(layout.place("kafka", port("kafka")));
        this.postgres = new LocalPostgres(layout.place("postgres", port("postgres")));
        this.elasticsearch = new LocalElasticsearch(layout.place("elasticsearch", port("elasticsearch")));
    }

    List<ManagedProcess> backing() {
        return List.of(kafka, postgres, elasticsearch);
    }

    ManagedProcess process(String name) {
        return all().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<ManagedProcess> services() {
        return SERVICES.stream().map(this::service).toList();
    }

    List<ManagedProcess> all() {
        return Stream.concat(backing().stream(), services().stream()).toList();
    }

    void createDatabases() {
        DATABASES.forEach(name -> postgres.createDatabase(name, state.password(name)));
    }

    URI origin() {
        return URI.create("http://localhost:" + port(PUBLIC));
    }

    Tokens tokens() {
        return tokens;
    }

    private ManagedProcess service(String name) {
        return new JavaService(
                name,
                layout.place(name, port(name)),
                HEAP_MEGABYTES.getOrDefault(name, DEFAULT_HEAP_MEGABYTES),
                () -> layout.app(name),
                port(management(name)),
                () -> settings(name));
    }

    private Map<String, String> settings(String name) {
        var settings = new TreeMap<String, String>();
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        settings.put("SERVER_PORT", String.valueOf(port(name)));
        settings.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        settings.put("MANAGEMENT_SERVER_PORT", String.valueOf(port(management(name))));
        settings.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        settings.put(
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_PUBLIC_KEY_LOCATION",
                tokens.publicKey().toUri().toString());
        settings.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_AUDIENCES", Tokens.AUDIENCE);
        settings.put("PAPERPRESS_TOKENS_ISSUER", Tokens.ISSUER);
        switch (name) {
            case "ingest-service" -> {
                settings.putAll(database("ingest"));
                settings.put("PAPERPRESS_INGEST_CATALOG_URL", address("catalog-service"));
            }
            case "catalog-service" -> settings.putAll(database("catalog"));
            case "search-service" ->
                settings.put(
                        "PAPERPRESS_SEARCH_ELASTICSEARCH_URL",
                        elasticsearch.url().toString());
            default -> {
                settings.putAll(database("render"));
                settings.put("PAPERPRESS_RENDER_SITE_DIRECTORY", layout.site().toString());
                settings.put("PAPERPRESS_RENDER_ROUTES_INGEST", address("ingest-service"));
                settings.put("PAPERPRESS_RENDER_ROUTES_CATALOG", address("catalog-service"));
                settings.put("PAPERPRESS_RENDER_ROUTES_SEARCH", address("search-service"));
            }
        }
        return settings;
    }

    private Map<String, String> database(String name) {
        return Map.of(
                "SPRING_DATASOURCE_URL", postgres.jdbcUrl(name),
                "SPRING_DATASOURCE_USERNAME", name,
                "SPRING_DATASOURCE_PASSWORD", state.password(name));
    }

    private String address(String service) {
        return "http://127.0.0.1:" + port(service);
    }

    private int port(String name) {
        return state.port(name).orElse(NO_PORT);
    }

    static String management(String service) {
        return service + ".management";
    }
}
