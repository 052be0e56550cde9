package io.paperpress.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.testing.CatalogServiceTests;
import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

class CitationHttpIT extends CatalogServiceTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private EventHandler<SubmissionEvent> handler;

    @Autowired
    private JdbcClient db;

    @Test
    void aPaperIsCitedAsTextAndAsHtml() throws Exception {
        String paper = paper();
        var text = get(paper + "/citation?style=mla", "*/*");
        assertThat(text.body()).isEqualTo("Byron, Ada. “Cited <in> Styles.” ICML, 2024.\n");
        assertThat(text.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(text.headers().firstValue("ETag")).hasValue("\"1-mla-plain\"");
        var html = get(paper + "/citation?style=mla", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(html.body()).isEqualTo("<p>Byron, Ada. “Cited &lt;in&gt; Styles.” <i>ICML</i>, 2024.</p>\n");
        assertThat(html.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(get(paper + "/citation", "text/plain").body())
                .isEqualTo("Byron, A. (2024). Cited <in> Styles. In ICML.\n");
    }

    @Test
    void whatCannotBeGivenOutIsRefused() throws Exception {
        String paper = paper();
        var unknown = get(paper + "/citation?style=bluebook", "*/*");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("apa, ieee, acm, mla, chicago");
        assertThat(get(paper + "/citation", "image/png").statusCode()).isEqualTo(406);
        assertThat(get("/api/papers/none/citation", "*/*").statusCode()).isEqualTo(404);
    }

    private String paper() {
        var submission =
                Said.of("Cited <in> Styles").by("Ada Byron").in("ICML", 2024).submitted();
        handler.handle(List.of(new Delivery<>("ce-" + submission.submissionId(), Instant.now(), submission)));
        return "/api/papers/"
                + db.sql("SELECT paper_id FROM submission_outcome WHERE submission_id = :id")
                        .param("id", submission.submissionId())
                        .query(String.class)
                        .single();
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", accept)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
