package io.paperpress.catalog.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperpress.catalog.testing.Said;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VocabulariesIT extends WithNames {

    @Test
    void aCatalogueBeginsWithTheWordsOfTheSamples() {
        assertThat(get("/api/vocabularies/keyword/kv_cache").toString())
                .isEqualTo(
                        "{\"id\":\"kv_cache\",\"label\":\"KV Cache Optimization/Efficient Attention\",\"order\":14}");
        assertThat(get("/api/vocabularies/venue/NeurIPS").toString())
                .isEqualTo("{\"name\":\"NeurIPS\",\"colour\":\"FF1493\",\"kind\":\"conference\",\"phrases\":["
                        + "\"advances in neural information processing systems\","
                        + "\"conference on neural information processing systems\"]}");
        assertThat(db.sql("SELECT count(*) FROM name_revision WHERE key LIKE 'keyword:%'")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(17);
    }

    @Test
    void aNewWordIsKnownAtOnceAndItsFindingsAreSettled() {
        String paper = listed(Said.of("About Something New").about("newly_known"));
        assertThat(findings("unknown-keyword")).contains("newly_known");
        put("/api/vocabularies/keyword/newly_known", "{\"label\": \"Newly Known\", \"parent\": \"survey\"}");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(findings("unknown-keyword")).doesNotContain("newly_known"));
        assertThat(get("/api/papers/" + paper + "/revisions").at("/revisions")).hasSize(1);
        listed(Said.of("About Something New, Again").about("newly_known"));
        assertThat(findings("unknown-keyword")).doesNotContain("newly_known");
    }

    private String findings(String kind) {
        return get("/api/curation?size=1000&kind=" + kind).toString();
    }

    @Test
    void aWordThatPapersBearIsNotDropped() {
        put("/api/vocabularies/keyword/kept_word", "{\"label\": \"Kept\"}");
        String paper = listed(Said.of("Bearing a Kept Word").about("kept_word"));
        var problem = refused("DELETE", "/api/vocabularies/keyword/kept_word", "", 409, "word-in-use");
        assertThat(problem.toString()).contains(paper).contains("1 papers");
        refused("PUT", "/api/vocabularies/keyword", "{\"words\": [{\"id\": \"none\"}]}", 409, "word-in-use");
        assertThat(get("/api/vocabularies/keyword/kept_word").at("/label").asString())
                .isEqualTo("Kept");
        refused("DELETE", "/api/vocabularies/keyword/never_there", "", 404, "word-not-found");
    }

    @Test
    void aWholeVocabularyIsPutAsItIsRead() {
        put("/api/vocabularies/keyword/dropped_again", "{\"label\": \"Dropped\"}");
        String whole = get("/api/vocabularies/keyword").toString();
        delete("/api/vocabularies/keyword/dropped_again");
        assertThat(put("/api/vocabularies/keyword", whole).at("/words").toString())
                .contains("dropped_again");
        delete("/api/vocabularies/keyword/dropped_again");
        String venues = get("/api/vocabularies/venue").toString();
        assertThat(put("/api/vocabularies/venue", venues).toString()).isEqualTo(venues);
    }

    @Test
    void whatDoesNotHoldTogetherIsRefused() {
        String before = get("/api/vocabularies/keyword").toString();
        put("/api/vocabularies/keyword/circle_a", "{\"label\": \"Circle A\"}");
        put("/api/vocabularies/keyword/circle_b", "{\"label\": \"Circle B\", \"parent\": \"circle_a\"}");
        refused(
                "PUT",
                "/api/vocabularies/keyword/circle_a",
                "{\"label\": \"Circle A\", \"parent\": \"circle_b\"}",
                422,
                "unusable-vocabulary");
        refused("DELETE", "/api/vocabularies/keyword/circle_a", "", 422, "unusable-vocabulary");
        refused("PUT", "/api/vocabularies/keyword/circle_c", "{\"label\": \"circle  a\"}", 422, "unusable-vocabulary");
        refused("PUT", "/api/vocabularies/keyword/circle_c", "{\"order\": 1}", 422, "unusable-vocabulary");
        refused("PUT", "/api/vocabularies/venue/Colourful", "{\"colour\": \"reddish\"}", 422, "unusable-vocabulary");
        refused(
                "PUT",
                "/api/vocabularies/venue/Phrased",
                "{\"phrases\": [\"International Conference on Machine Learning\"]}",
                422,
                "unusable-vocabulary");
        refused("PUT", "/api/vocabularies/venue/Kindless", "{\"kind\": \"feast\"}", 422, "unusable-vocabulary");
        refused("PUT", "/api/vocabularies/keyword", "{}", 400, "bad-request");
        delete("/api/vocabularies/keyword/circle_b");
        delete("/api/vocabularies/keyword/circle_a");
        assertThat(get("/api/vocabularies/keyword").toString()).isEqualTo(before);
    }

    @Test
    void aNewPhraseEndsADisagreementAboutTheVenue() {
        String paper = listed(Said.of("Published under Two Names").in("PhraseConf"));
        listed(Said.of("Published under Two Names")
                .in("Proceedings of the Great Phrase Conference", 2024)
                .from("bob"));
        assertThat(paper(paper).at("/conflicts").toString()).contains("venue");
        put(
                "/api/vocabularies/venue/PhraseConf",
                "{\"colour\": \"#aabbcc\", \"phrases\": [\"Great Phrase  Conference\"]}");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(findings("conflicting-claims")).doesNotContain("PhraseConf"));
    }
}
