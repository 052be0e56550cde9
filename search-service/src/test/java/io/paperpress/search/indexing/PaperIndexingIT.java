package io.paperpress.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperpress.common.events.Link;
import io.paperpress.common.events.ListCatalogued;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSection;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.Topics;
import io.paperpress.common.testing.Papers;
import io.paperpress.search.SearchServiceFixture;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PaperIndexingIT extends SearchServiceFixture {

    @Test
    void aPaperIsFoundOnceItsIndexingIsTold() {
        try (var progress = new TopicReader(Topics.PROGRESS)) {
            PaperCatalogued paper = Papers.flexPrefill().catalogued("told00000001", 1);
            publish(paper);
            JsonNode told = progress.await(paper.submissionId());
            assertThat(told.get("paperId").stringValue()).isEqualTo("told00000001");
            assertThat(told.get("revision").longValue()).isEqualTo(1);
            assertThat(ids(search("q", "told00000001"))).containsExactly("told00000001");
        }
    }

    @Test
    void anOlderRevisionDoesNotOverwriteANewerOneYetIsTold() {
        try (var progress = new TopicReader(Topics.PROGRESS)) {
            index(Papers.titled("Newer " + word("stale")).catalogued("stale0000001", 3));
            PaperCatalogued old = Papers.titled("Older " + word("stale")).catalogued("stale0000001", 2);
            publish(old);
            assertThat(progress.await(old.submissionId()).get("revision").longValue())
                    .isEqualTo(2);
            JsonNode hits = search("q", word("stale")).get("hits");
            assertThat(hits).hasSize(1);
            assertThat(hits.get(0).get("title").stringValue()).startsWith("Newer");
            assertThat(hits.get(0).get("revision").longValue()).isEqualTo(3);
        }
    }

    @Test
    void repeatedAndReorderedDeliveriesEndWithTheNewestRevision() {
        var revisions = IntStream.of(2, 1, 3, 3, 2, 1)
                .mapToObj(n -> Papers.titled(word("repeat") + " state " + n).catalogued("repeat000001", n))
                .toArray(PaperCatalogued[]::new);
        index(revisions);
        JsonNode result = search("q", word("repeat"));
        assertThat(result.get("total").longValue()).isEqualTo(1);
        assertThat(result.get("hits").get(0).get("title").stringValue()).endsWith("state 3");
    }

    @Test
    void aPaperThatElasticsearchRefusesIsPutAsideAlone() {
        try (var deadLetters = new TopicReader(Topics.PAPERS + ".search-service.dlt")) {
            var papers = IntStream.range(0, 40)
                    .mapToObj(i -> Papers.titled("Good " + word("poison"))
                            .withYear(i == 17 ? 99_999 : 2025)
                            .catalogued("poison%06d".formatted(i), 1))
                    .toArray(PaperCatalogued[]::new);
            publish(papers);
            JsonNode letter = deadLetters.await("poison000017");
            assertThat(letter.get("paper").get("year").intValue()).isEqualTo(99_999);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(
                                    search("q", word("poison")).get("total").longValue())
                            .isEqualTo(39));
        }
    }

    @Test
    void aListNarrowsSearchesToItsPapersAndIsCounted() {
        index(
                Papers.titled(word("list") + " one").catalogued("list00000001", 1),
                Papers.titled(word("list") + " two").catalogued("list00000002", 1),
                Papers.titled(word("list") + " three").catalogued("list00000003", 1));
        publish(list("reading-it", 1, "list00000001", "list00000002"));
        await().untilAsserted(() -> assertThat(ids(search("q", word("list"), "list", "reading-it")))
                .containsExactlyInAnyOrder("list00000001", "list00000002"));
        await().untilAsserted(() -> {
            JsonNode facet = search("q", word("list")).get("facets").get("list");
            assertThat(facet).hasSize(1);
            assertThat(facet.get(0).get("value").stringValue()).isEqualTo("reading-it");
            assertThat(facet.get(0).get("label").stringValue()).isEqualTo("Reading it");
            assertThat(facet.get(0).get("count").longValue()).isEqualTo(2);
        });
        publish(list("reading-it", 3, "list00000003"), list("reading-it", 2, "list00000001"));
        await().untilAsserted(() ->
                assertThat(ids(search("q", word("list"), "list", "reading-it"))).containsExactly("list00000003"));
        assertThat(ids(search("q", word("list"), "list", "no-such-list"))).isEmpty();
    }

    private static ListCatalogued list(String slug, long revision, String... paperIds) {
        List<ListEntry> entries = Stream.of(paperIds)
                .map(id -> new ListEntry(
                        "Label",
                        null,
                        List.of(
                                new ListItem("s-" + id, id, null, new Link(Link.PAPER, "PDF", "https://example.org/")),
                                new ListItem("refused", null, null, null))))
                .toList();
        var subtopic = new ListSection("Subtopic", entries, List.of());
        var chapter = new ListSection("Chapter", List.of(), List.of(subtopic));
        return new ListCatalogued(slug, revision, Papers.THEN, "s-list", "Reading it", List.of(), List.of(chapter));
    }
}
