package io.paperpress.catalog.oai;

import static io.paperpress.catalog.oai.ProtocolShape.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperpress.catalog.changes.ChangeLog;
import io.paperpress.catalog.testing.CatalogServiceTests;
import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.PaperWithdrawn;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import io.paperpress.common.messaging.Outbox;
import io.paperpress.common.messaging.OutgoingEvent;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class OaiIT extends CatalogServiceTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private EventHandler<SubmissionEvent> handler;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Outbox outbox;

    @Autowired
    private ChangeLog log;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void papersOfASet() {
        if (db.sql("SELECT count(*) FROM reading_list WHERE slug = 'harvested'")
                        .query(Long.class)
                        .single()
                == 0) {
            submit(IntStream.range(0, 20)
                    .mapToObj(n -> Said.of("Harvested <" + n + "> & \"so on\" \uFFFE")
                            .by("Ada Byron", "Grace <Hopper>")
                            .in("ICML", 2024)
                            .about("quantization", "of no vocabulary")
                            .id("arxiv", "2612.000" + (10 + n))
                            .link("https://example.org/?a=1&b=2")
                            .placed("harvested", null, "Section"))
                    .map(Said::submitted)
                    .toArray(PaperSubmitted[]::new));
        }
        await().until(() ->
                db.sql("SELECT count(*) FROM outbox").query(Long.class).single() == 0);
    }

    @Test
    void theRepositorySaysWhatItIs() throws Exception {
        var identity = answer("verb=Identify");
        assertThat(text(identity, "baseURL")).isEqualTo("http://localhost:" + port + "/oai");
        assertThat(text(identity, "deletedRecord")).isEqualTo("persistent");
        assertThat(text(answer("verb=ListMetadataFormats"), "metadataPrefix")).isEqualTo("oai_dc");
        assertThat(all(answer("verb=ListSets"), "setSpec").stream().map(Element::getTextContent))
                .contains("list:harvested", "keyword:quantization");
    }

    @Test
    void aRecordIsDublinCore() throws Exception {
        String id = db.sql("SELECT paper_id FROM paper WHERE state -> 'paper' ->> 'title' LIKE 'Harvested <7>%'")
                .query(String.class)
                .single();
        var found = answer("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:paperpress.localhost:" + id);
        assertThat(text(found, "title")).isEqualTo("Harvested <7> & \"so on\" \uFFFD");
        assertThat(all(found, "creator").stream().map(Element::getTextContent))
                .containsExactly("Ada Byron", "Grace <Hopper>");
        assertThat(all(found, "setSpec").stream().map(Element::getTextContent))
                .containsExactly("list:harvested", "keyword:quantization");
        assertThat(all(found, "identifier").stream().map(Element::getTextContent))
                .contains("http://localhost:" + port + "/papers/" + id + "/", "arxiv:2612.00017");
    }

    @ParameterizedTest
    @CsvSource({"ListIdentifiers, list:harvested, 20", "ListRecords, keyword:quantization, 0", "ListRecords, '', 0"})
    void aListIsMetWholeAndOnce(String verb, String set, int expected) throws Exception {
        var met = new ArrayList<String>();
        String query = "verb=" + verb + "&metadataPrefix=oai_dc" + (set.isEmpty() ? "" : "&set=" + set);
        while (!query.isEmpty()) {
            var page = answer(query);
            all(page, "header")
                    .forEach(header ->
                            met.add(ProtocolShape.children(header).getFirst().getTextContent()));
            String token = all(page, "resumptionToken").isEmpty() ? "" : text(page, "resumptionToken");
            query = token.isEmpty() ? "" : "verb=" + verb + "&resumptionToken=" + encoded(token);
        }
        assertThat(met).doesNotHaveDuplicates();
        if (expected > 0) {
            assertThat(met).hasSize(expected);
        }
        if (set.isEmpty()) {
            assertThat((long) met.size())
                    .isEqualTo(db.sql("SELECT count(*) FROM paper WHERE paper_id IN (SELECT key FROM change)")
                            .query(Long.class)
                            .single());
        }
    }

    @Test
    void aHarvestGoesOnWhereTheLastOneEndedAndHearsOfWithdrawnPapers() throws Exception {
        var gone = Said.of("Harvested, Then Withdrawn").submitted();
        submit(gone);
        String id = db.sql("SELECT paper_id FROM submission_outcome WHERE submission_id = :id")
                .param("id", gone.submissionId())
                .query(String.class)
                .single();
        String identifier = "oai:paperpress.localhost:" + id;
        await().until(() -> log.newest() > 0
                && db.sql("SELECT count(*) FROM change WHERE key = :id")
                                .param("id", id)
                                .query(Long.class)
                                .single()
                        == 1);
        String before = all(answer("verb=GetRecord&metadataPrefix=oai_dc&identifier=" + identifier), "datestamp")
                .getFirst()
                .getTextContent();
        var now = Instant.now();
        transaction.executeWithoutResult(_ -> {
            db.sql(
                            "UPDATE paper SET standing = 'withdrawn', standing_reason = 'A mistake', revision = 2 WHERE paper_id = :id")
                    .param("id", id)
                    .update();
            outbox.append(List.of(new OutgoingEvent(
                    Topics.PAPERS, id, new PaperWithdrawn(id, 2, now, now, "change", null, "A mistake"))));
        });
        await().untilAsserted(() -> {
            var record = answer("verb=GetRecord&metadataPrefix=oai_dc&identifier=" + identifier);
            assertThat(all(record, "header").getFirst().getAttribute("status")).isEqualTo("deleted");
            assertThat(all(record, "metadata")).isEmpty();
            assertThat(all(record, "datestamp").getFirst().getTextContent()).isGreaterThanOrEqualTo(before);
            var later = answer("verb=ListIdentifiers&metadataPrefix=oai_dc&from=" + before);
            assertThat(all(later, "identifier").stream().map(Element::getTextContent))
                    .contains(identifier);
        });
        assertThat(code("verb=ListRecords&metadataPrefix=oai_dc&until=2001-01-01"))
                .isEqualTo("noRecordsMatch");
        assertThat(code("verb=ListRecords&metadataPrefix=oai_dc&from=2999-01-01T00:00:00Z"))
                .isEqualTo("noRecordsMatch");
        db.sql("UPDATE paper SET standing = 'listed', standing_reason = NULL WHERE paper_id = :id")
                .param("id", id)
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "badVerb, ''",
        "badVerb, verb=",
        "badVerb, verb=Explain",
        "badVerb, verb=Identify&verb=Identify",
        "badArgument, verb=Identify&set=x",
        "badArgument, verb=GetRecord&metadataPrefix=oai_dc",
        "badArgument, verb=GetRecord&identifier=oai:x:1",
        "badArgument, verb=ListRecords",
        "badArgument, verb=ListRecords&metadataPrefix=oai_dc&from=2024-13-01",
        "badArgument, verb=ListRecords&metadataPrefix=oai_dc&from=2024-01-01T00:00:00.5Z",
        "badArgument, verb=ListRecords&metadataPrefix=oai_dc&from=2024-01-01&until=2024-02-01T00:00:00Z",
        "badArgument, verb=ListRecords&metadataPrefix=oai_dc&from=2024-02-01&until=2024-01-01",
        "badArgument, verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc",
        "badArgument, verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=abc",
        "badArgument, verb=ListRecords&metadataPrefix=oai_dc&set=a%20b",
        "badArgument, verb=ListRecords&metadataPrefix=oai_dc&%3Cscript%3E=1",
        "cannotDisseminateFormat, verb=ListRecords&metadataPrefix=marc21",
        "cannotDisseminateFormat, verb=ListRecords&metadataPrefix=%3Cb%3E",
        "idDoesNotExist, verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:paperpress.localhost:none",
        "idDoesNotExist, verb=GetRecord&metadataPrefix=oai_dc&identifier=elsewhere",
        "idDoesNotExist, verb=ListMetadataFormats&identifier=oai:paperpress.localhost:none",
        "badResumptionToken, verb=ListSets&resumptionToken=abc",
        "badResumptionToken, verb=ListRecords&resumptionToken=abc",
        "badResumptionToken, verb=ListRecords&resumptionToken=%F0%9F%92%A9",
        "noRecordsMatch, verb=ListRecords&metadataPrefix=oai_dc&set=list:none",
        "noRecordsMatch, verb=ListRecords&metadataPrefix=oai_dc&set=none"
    })
    void everyErrorOfTheProtocolHasItsCode(String expected, String query) throws Exception {
        assertThat(code(query)).isEqualTo(expected);
    }

    @Test
    void aTokenIsForItsVerbAndItsLog() throws Exception {
        var selection = new Selection(null, null, null);
        String other = new ResumptionToken(log.name(), "ListIdentifiers", selection, 0, 0).text();
        assertThat(code("verb=ListRecords&resumptionToken=" + other)).isEqualTo("badResumptionToken");
        String foreign = new ResumptionToken("0123456789ab", "ListRecords", selection, 0, 0).text();
        assertThat(code("verb=ListRecords&resumptionToken=" + foreign)).isEqualTo("badResumptionToken");
        String ahead = new ResumptionToken(log.name(), "ListRecords", selection, log.newest() + 1_000_000, 0).text();
        assertThat(code("verb=ListRecords&resumptionToken=" + ahead)).isEqualTo("badResumptionToken");
    }

    @Test
    void aPostedFormIsAnsweredAsAGet() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oai"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("verb=ListIdentifiers&metadataPrefix=oai_dc&set=list:harvested"))
                .build();
        var answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/xml;charset=UTF-8");
        assertThat(all(ProtocolShape.checked(answer.body()), "header")).hasSize(7);
    }

    private String code(String query) throws Exception {
        return all(answer(query), "error").getFirst().getAttribute("code");
    }

    private Document answer(String query) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oai?" + query))
                .build();
        var answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        String keep = System.getProperty("paperpress.oai.answers");
        if (keep != null) {
            java.nio.file.Files.writeString(
                    java.nio.file.Path.of(keep, Math.abs(query.hashCode()) + ".xml"), answer.body());
        }
        return ProtocolShape.checked(answer.body());
    }

    private static String text(Document document, String name) {
        return all(document, name).getFirst().getTextContent();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void submit(SubmissionEvent... submissions) {
        handler.handle(java.util.stream.Stream.of(submissions)
                .map(submission ->
                        new Delivery<SubmissionEvent>("ce-" + submission.submissionId(), Instant.now(), submission))
                .toList());
    }
}
