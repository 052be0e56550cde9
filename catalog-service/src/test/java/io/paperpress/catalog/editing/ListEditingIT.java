package io.paperpress.catalog.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.testing.Said;
import io.paperpress.common.web.TestTokens;
import org.junit.jupiter.api.Test;

class ListEditingIT extends EditingTests {

    private final String slug = "edited-" + System.nanoTime();

    @Test
    void aListIsMadeEditedAndReorderedWithItsHistory() throws Exception {
        String a = listed(Said.of("On the List, Alpha"));
        String b = listed(Said.of("On the List, Beta"));
        var made = put(list("Reading", section("One", entry("A", a)), section("Empty")));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(etag(made)).isEqualTo("\"1\"");
        assertThat(body("/api/papers/" + a).get("lists").toString()).contains(slug);

        String reordered = list("Reading On", section("Empty"), section("One", entry("B", b), entry("A", a)));
        assertThat(put(reordered).statusCode()).isEqualTo(428);
        assertThat(put(reordered, "If-None-Match", "*").statusCode()).isEqualTo(412);
        var outdated = put(reordered, "If-Match", "\"7\"");
        assertThat(outdated.statusCode()).isEqualTo(412);
        assertThat(json(outdated).at("/list/title").asString()).isEqualTo("Reading");
        assertThat(put(reordered, "If-Match", "\"1\"").statusCode()).isEqualTo(200);
        assertThat(etag(put(reordered, "If-Match", "\"2\""))).isEqualTo("\"2\""); // the same again
        var now = body("/api/lists/" + slug);
        assertThat(now.at("/title").asString()).isEqualTo("Reading On");
        assertThat(now.at("/sections/0/title").asString()).isEqualTo("Empty");
        assertThat(now.at("/sections/1/entries/0/label").asString()).isEqualTo("B");
        assertThat(now.at("/sections/1/entries/0/items/0/link/url").asString()).isEqualTo("https://x.org/B");

        var history = body("/api/lists/" + slug + "/revisions").get("revisions");
        assertThat(history).hasSize(2);
        assertThat(history.at("/1/submitter").asString()).isEqualTo("test-maintainer");
        assertThat(history.at("/1/action").asString()).isEqualTo("edit");
        assertThat(body("/api/lists/" + slug + "/revisions/1").at("/list/title").asString())
                .isEqualTo("Reading");
        String first = history.at("/0/revisedAt").asString();
        assertThat(body("/api/lists/" + slug + "?asOf=" + first).at("/title").asString())
                .isEqualTo("Reading");
        assertThat(get("/api/lists/" + slug + "?asOf=2020-01-01T00:00:00Z").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aListThatIsNotInOrderIsRefusedWithEveryPlaceAtFault() throws Exception {
        String gone = listed(Said.of("Not to Be Listed"));
        withdraw(gone, "Retracted.");
        var answer = put("""
                {"title": " ", "colour": "red", "entries": [{"citation": 7, "items": [{"paperId": "nosuchpaper0"}]}],
                 "sections": [{"entries": [{"label": "X", "items": [{"paperId": "%s"}, {"link": {"rel": "evil"}}]}]}]}
                """.formatted(gone));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer)
                        .get("errors")
                        .valueStream()
                        .map(error -> error.at("/pointer").asString()))
                .contains(
                        "/title",
                        "/colour",
                        "/entries/0/label",
                        "/entries/0/citation",
                        "/sections/0/title",
                        "/sections/0/entries/0/items/1/link/rel",
                        "/sections/0/entries/0/items/1/link/url");
        var unknown = put("""
                {"title": "T", "entries": [{"label": "A", "items": [{"paperId": "nosuchpaper0"}, {"paperId": "%s"}]}]}
                """.formatted(gone));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(json(unknown)
                        .get("errors")
                        .valueStream()
                        .map(error -> error.at("/pointer").asString()))
                .containsExactlyInAnyOrder("/entries/0/items/0/paperId", "/entries/0/items/1/paperId");
        assertThat(get("/api/lists/" + slug).statusCode()).isEqualTo(404);
        assertThat(call("PUT", "/api/lists/Not%20A%20Slug", list("T")).statusCode())
                .isEqualTo(422);
        assertThat(put(list("T"), "Authorization", "Bearer " + TestTokens.contributor())
                        .statusCode())
                .isEqualTo(403);
    }

    private java.net.http.HttpResponse<String> put(String body, String... headers) throws Exception {
        return call("PUT", "/api/lists/" + slug, body, headers);
    }

    private static String list(String title, String... sections) {
        return "{\"title\": \"%s\", \"sections\": [%s]}".formatted(title, String.join(",", sections));
    }

    private static String section(String title, String... entries) {
        return "{\"title\": \"%s\", \"entries\": [%s]}".formatted(title, String.join(",", entries));
    }

    private static String entry(String label, String paper) {
        return """
                {"label": "%s", "citation": "%s et al.", "items": [
                    {"paperId": "%s", "citation": "%s et al.", "link": {"label": "PDF", "url": "https://x.org/%s"}}]}
                """.formatted(label, label, paper, label, label);
    }
}
