package io.paperpress.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as {@code ./run} starts it, with real backing services and stand-ins for the project's own. */
class LauncherIT {

    @TempDir
    Path root;

    private FakeRepository repository;
    private final String port = String.valueOf(Ports.free());

    @BeforeEach
    void create() throws IOException {
        repository = FakeRepository.in(root);
    }

    @AfterEach
    void stop() throws Exception {
        assertThat(repository.run("stop").status()).isZero();
    }

    @Test
    void startsWhatIsNotRunningAndLeavesTheRestAlone() throws Exception {
        var first = repository.run("--detach", "--port", port);
        assertThat(first.status()).as(first.toString()).isZero();
        assertThat(first.out()).contains("http://localhost:" + port + "/", "6 of 6 published");
        importedBothSamplesAsAContributor();
        gaveEveryServiceItsSettings();
        keepsSecretsToItsOwner();
        var before = processes();
        assertThat(before).allSatisfy(each -> assertThat(each.state()).isEqualTo("running"));

        Listed killed = process("catalog-service");
        ProcessHandle.of(Long.parseLong(killed.pid())).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> process("catalog-service").state().equals("stopped"));
        var second = repository.run("--detach");
        assertThat(second.status()).as(second.toString()).isZero();
        assertThat(second.out()).contains("catalog-service started").doesNotContain("submitted");

        Listed again = process("catalog-service");
        assertThat(again.pid()).isNotEqualTo(killed.pid());
        assertThat(again.port()).isEqualTo(killed.port());
        assertThat(processes())
                .contains(again)
                .containsAll(
                        before.stream().filter(each -> !each.equals(killed)).toList());
    }

    @Test
    void stopEndsAStartInTheForegroundAndEverythingItStarted() throws Exception {
        Path out = root.resolve("foreground.txt");
        Process foreground = repository.start(out, out, "--port", port, "--no-samples");
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.readString(out).contains("postgres started"));

        assertThat(repository.run("stop").status()).isZero();

        assertThat(foreground.waitFor()).isNotZero();
        assertThat(processes()).allSatisfy(each -> assertThat(each.state()).isEqualTo("stopped"));
    }

    @Test
    void aTakenPublicPortIsNamedBeforeAnythingStarts() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var said = repository.run("--detach", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(said.status()).isNotZero();
            assertThat(said.err())
                    .isEqualTo("Port %d is taken by another program: choose another with --port N.%n"
                            .formatted(taken.getLocalPort()));
            assertThat(processes()).allSatisfy(each -> assertThat(each.state()).isEqualTo("stopped"));
        }
    }

    @Test
    void aServiceThatIsNotBuiltIsNamedAndNothingStaysBehind() throws Exception {
        Files.delete(root.resolve("search-service/target/search-service-1-app.jar"));

        var said = repository.run("--detach", "--port", port, "--no-samples");

        assertThat(said.status()).isNotZero();
        assertThat(said.err()).startsWith("search-service is not built: run `mvn -DskipTests package`");
        assertThat(processes()).allSatisfy(each -> assertThat(each.state()).isEqualTo("stopped"));
    }

    private void importedBothSamplesAsAContributor() throws Exception {
        Path render = repository.data().resolve("render-service");
        var papers = Files.readAllLines(render.resolve("submission-1"));
        assertThat(papers).startsWith("/api/submissions").endsWith("text/markdown", "# papers");
        var token = SignedJWT.parse(papers.get(1).substring("Bearer ".length()));
        assertThat(token.verify(
                        new RSASSAVerifier(PublicKeys.read(repository.data().resolve("keys/public.pem")))))
                .isTrue();
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("contributor");
        assertThat(Files.readAllLines(render.resolve("submission-2")))
                .startsWith("/api/submissions?list=materials")
                .endsWith("text/markdown", "# materials");
    }

    private void gaveEveryServiceItsSettings() throws IOException {
        assertThat(environment("catalog-service"))
                .contains("SPRING_DATASOURCE_USERNAME=catalog", "SERVER_ADDRESS=127.0.0.1")
                .containsPattern("SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:\\d+/catalog")
                .containsPattern("SPRING_KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:\\d+")
                .contains("JWT_PUBLIC_KEY_LOCATION=file:///");
        assertThat(environment("search-service"))
                .containsPattern("PAPERPRESS_SEARCH_ELASTICSEARCH_URL=http://127.0.0.1:\\d+")
                .doesNotContain("SPRING_DATASOURCE");
        assertThat(environment("render-service"))
                .contains("SERVER_PORT=" + port, "PAPERPRESS_RENDER_SITE_DIRECTORY=" + repository.data())
                .containsPattern("PAPERPRESS_RENDER_ROUTES_INGEST=http://127.0.0.1:\\d+");
    }

    private void keepsSecretsToItsOwner() throws IOException {
        for (String secret : new String[] {"state.properties", "keys/private.pem", "postgres/superuser-password"}) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(repository.data().resolve(secret))))
                    .as(secret)
                    .isEqualTo("rw-------");
        }
    }

    private String environment(String service) throws IOException {
        return Files.readString(repository.data().resolve(service).resolve("environment"));
    }

    private Listed process(String name) throws IOException, InterruptedException, ParseException {
        return processes().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Listed> processes() throws IOException, InterruptedException, ParseException {
        var processes = new ArrayList<Listed>();
        for (Object each : JSONArrayUtils.parse(repository.run("ps", "--json").out())) {
            var of = (Map<?, ?>) each;
            processes.add(new Listed(text(of, "name"), text(of, "pid"), text(of, "port"), text(of, "state")));
        }
        assertThat(processes).hasSize(7);
        return processes;
    }

    private static String text(Map<?, ?> object, String name) {
        return String.valueOf(object.get(name));
    }

    private record Listed(String name, String pid, String port, String state) {}
}
