package io.paperpress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a maintainer decides about papers and names reaches readers everywhere, and can be taken back. */
class CuratorJourneyE2E {

    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final SharedPress shared = SharedPress.get();
    private final Client client = shared.client();
    private final String contributor = shared.press().token("contributor");
    private final String maintainer = shared.press().token("maintainer");

    @Test
    void ofTwoMaintainersWhoEditOnePaperOneWinsAndTheOtherSeesTheNewState() {
        String paper = submitted("""
                {"title": "Hinges: Opening Large Doors Slowly", "authors": ["Olga Winkel"], "venue": "arXiv", "year": 2024}
                """);
        var first = patch(paper, "\"1\"", "{\"venue\": \"MLSys\", \"year\": 2025}");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        var second = patch(paper, "\"1\"", "{\"venue\": \"ICLR\"}");
        assertThat(second.statusCode()).as(second.body()).isEqualTo(412);
        assertThat(second.headers().firstValue("ETag")).hasValue("\"2\"");
        awaitPage(paper, 200, "MLSys");
        assertThat(client.json("/api/papers/" + paper).at("/venue").asString()).isEqualTo("MLSys");
    }

    @Test
    void aMergedPaperLeadsToTheOneThatStayedUntilTheMergeIsUndone() {
        String old = submitted("""
                {"title": "Pebbles for Rivers, a Draft", "authors": ["Nils Bach"], "year": 2023, "venue": "arXiv"}
                """);
        String stays = submitted("""
                {"title": "Cobblestones for Streams", "authors": ["Nils Bach"], "year": 2024, "venue": "ICLR"}
                """);
        var merged =
                client.send("POST", "/api/papers/" + old + "/merge", maintainer, JSON, Map.of(), """
                {"into": "%s"}
                """.formatted(stays));
        assertThat(merged.statusCode()).as(merged.body()).isEqualTo(200);
        assertThat(client.get("/api/papers/" + old).statusCode()).isEqualTo(308);
        await().untilAsserted(() -> {
            var page = client.get("/papers/" + old + "/");
            assertThat(page.statusCode()).isEqualTo(308);
            assertThat(page.headers().firstValue("Location"))
                    .hasValueSatisfying(location -> assertThat(location).endsWith("/papers/" + stays + "/"));
        });
        await().untilAsserted(() -> assertThat(found(old)).isFalse());

        var undone = client.send("DELETE", "/api/papers/" + old + "/merge", maintainer, JSON, Map.of(), "");
        assertThat(undone.statusCode()).as(undone.body()).isBetween(200, 204);
        awaitPage(old, 200, "Pebbles for Rivers");
        await().untilAsserted(() -> assertThat(found(old)).isTrue());
    }

    @Test
    void aWithdrawnPaperIsGoneEverywhereUntilItIsRestored() {
        String paper = submitted("""
                {"title": "Lanterns Which Were Retracted", "authors": ["Ada Licht"], "year": 2022, "venue": "arXiv"}
                """);
        var withdrawn =
                client.send("DELETE", "/api/papers/" + paper, maintainer, JSON, Map.of("If-Match", "\"1\""), """
                {"reason": "Retracted by its authors."}
                """);
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isBetween(200, 204);
        assertThat(client.get("/api/papers/" + paper).statusCode()).isEqualTo(410);
        awaitPage(paper, 410, "Retracted by its authors.");
        await().untilAsserted(() -> assertThat(found(paper)).isFalse());

        var restored = client.send("POST", "/api/papers/" + paper + "/restore", maintainer, JSON, Map.of(), "{}");
        assertThat(restored.statusCode()).as(restored.body()).isEqualTo(200);
        awaitPage(paper, 200, "Lanterns Which Were Retracted");
        await().untilAsserted(() -> assertThat(found(paper)).isTrue());
    }

    @Test
    void anInstitutionsOtherNameLeadsToItsPageUntilTheAliasIsTakenBack() {
        String paper = submitted("""
                {"title": "Gravel Roads Revisited", "authors": ["Kai Stein"], "year": 2024, "venue": "arXiv",
                 "institutions": ["Gravelton Inst. of Tech."]}
                """);
        await().untilAsserted(() -> assertThat(
                        client.get("/institutions/gravelton-inst-of-tech/").statusCode())
                .isEqualTo(200));
        String alias = "/api/aliases/institution/Gravelton%20Inst.%20of%20Tech.";
        var put = client.send("PUT", alias, maintainer, JSON, Map.of(), """
                {"canonical": "Gravelton Institute of Technology"}
                """);
        assertThat(put.statusCode()).as(put.body()).isBetween(200, 204);
        await().untilAsserted(() -> {
            assertThat(client.get("/institutions/gravelton-institute-of-technology/")
                            .body())
                    .contains("Gravel Roads Revisited");
            assertThat(client.get("/institutions/gravelton-inst-of-tech/").statusCode())
                    .isEqualTo(308);
        });
        awaitPage(paper, 200, "Gravelton Institute of Technology");

        var taken = client.send("DELETE", alias, maintainer, JSON, Map.of(), "");
        assertThat(taken.statusCode()).as(taken.body()).isBetween(200, 204);
        await().untilAsserted(() -> {
            assertThat(client.get("/institutions/gravelton-inst-of-tech/").statusCode())
                    .isEqualTo(200);
            assertThat(client.get("/institutions/gravelton-institute-of-technology/")
                            .statusCode())
                    .isEqualTo(404);
        });
    }

    /** The id of a paper that readers see. */
    private String submitted(String paper) {
        var answer = client.submit(contributor, JSON, paper);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String at = JsonMapper.shared()
                .readTree(answer.body())
                .at("/submissions/0/location")
                .asString();
        await().untilAsserted(() ->
                assertThat(client.json(at).at("/status").asString()).isEqualTo("published"));
        return client.json(at).at("/paperId").asString();
    }

    private HttpResponse<String> patch(String paper, String etag, String body) {
        return client.send("PATCH", "/api/papers/" + paper, maintainer, MERGE_PATCH, Map.of("If-Match", etag), body);
    }

    private void awaitPage(String paper, int status, String text) {
        await().untilAsserted(() -> {
            var page = client.get("/papers/" + paper + "/");
            assertThat(page.statusCode()).isEqualTo(status);
            assertThat(page.body()).contains(text);
        });
    }

    private boolean found(String paper) {
        return client.index().containsKey(paper);
    }
}
