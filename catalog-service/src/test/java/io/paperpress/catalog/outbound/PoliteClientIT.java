package io.paperpress.catalog.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.outbound.Answer.Found;
import io.paperpress.catalog.outbound.Answer.Later;
import io.paperpress.catalog.outbound.Answer.Missing;
import io.paperpress.catalog.outbound.Answer.Refused;
import io.paperpress.catalog.testing.CatalogServiceTests;
import io.paperpress.catalog.testing.Registry;
import io.paperpress.catalog.testing.Registry.Reply;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

class PoliteClientIT extends CatalogServiceTests {

    private final Registry host = new Registry();

    @Autowired
    private Hosts hosts;

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void anAnswerIsReadWhereverARedirectLeads() throws InterruptedException {
        host.replies("/moved", redirect("/here"));
        host.replies("/here", Reply.ok("found"));
        assertThat(ask("/moved"))
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> assertThat(found.body()).asString().isEqualTo("found"));
    }

    @Test
    void redirectsDoNotGoOnForEverNorElsewhereThanTheWeb() throws InterruptedException {
        host.replies("/round", redirect("/round"));
        host.replies("/file", redirect("file:///etc/passwd"));
        host.replies("/nowhere", Reply.of(302));
        assertThat(ask("/round")).isInstanceOf(Refused.class);
        assertThat(ask("/file")).isInstanceOf(Refused.class);
        assertThat(ask("/nowhere")).isInstanceOf(Refused.class);
        assertThat(host.questions("/round")).hasSize(4);
    }

    @Test
    void networksAtHomeAreNotAskedUnlessAllowed() throws InterruptedException {
        host.replies("/", Reply.ok("secret"));
        assertThat(client(false).get(URI.create(host.address() + "/"), Duration.ZERO))
                .isInstanceOf(Refused.class);
        assertThat(host.questions("/")).isEmpty();
    }

    @Test
    void aHostIsLeftAloneAsLongAsItAsks() throws InterruptedException {
        String inTwoSeconds =
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2).format(DateTimeFormatter.RFC_1123_DATE_TIME);
        host.replies("/busy", new Reply(503, Map.of("Retry-After", inTwoSeconds), ""), Reply.ok("now"));
        assertThat(ask("/busy")).isInstanceOf(Later.class);
        assertThat(ask("/busy")).isInstanceOf(Found.class);
        var questions = host.questions("/busy");
        assertThat(Duration.between(
                        questions.getFirst().at(), questions.getLast().at()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(900));
    }

    @Test
    void whatIsNotThereIsMissingAndWhatIsTooLongIsNotRead() throws InterruptedException {
        host.replies("/long", Reply.ok("x".repeat(2_000)));
        assertThat(ask("/unknown")).isInstanceOf(Missing.class);
        assertThat(ask("/long")).isInstanceOf(Refused.class);
    }

    @Test
    void aHostThatDoesNotAnswerIsAskedLater() throws InterruptedException {
        host.close();
        assertThat(ask("/")).isInstanceOf(Later.class);
    }

    private Answer ask(String path) throws InterruptedException {
        return client(true).get(URI.create(host.address() + path), Duration.ofMillis(1));
    }

    private PoliteClient client(boolean privateAddresses) {
        var settings = new OutboundSettings(
                "operator@paperpress.test", Duration.ofSeconds(5), DataSize.ofBytes(1_000), privateAddresses);
        return new PoliteClient(settings, hosts, Clock.systemUTC());
    }

    private static Reply redirect(String where) {
        return new Reply(302, Map.of("Location", where), "");
    }
}
