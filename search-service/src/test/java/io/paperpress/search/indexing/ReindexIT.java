package io.paperpress.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperpress.common.events.AliasChanged;
import io.paperpress.common.events.NameKind;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.OutgoingEvent;
import io.paperpress.common.testing.Papers;
import io.paperpress.common.web.TestTokens;
import io.paperpress.search.SearchServiceFixture;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReindexIT extends SearchServiceFixture {

    private static final int PAPERS = 120;

    @Test
    void noSearchFailsAndNoPaperIsMissedWhileTheIndexIsBuiltAnew() throws Exception {
        index(papers(1));
        String before = behind("papers");
        var working = new AtomicBoolean(true);
        var failures = new ConcurrentLinkedQueue<String>();
        var searches = new AtomicInteger();
        var revision = new AtomicInteger(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Void> reader = () -> {
                while (working.get()) {
                    var answer = get("q", word("rebuild"), "size", "0");
                    searches.incrementAndGet();
                    long total = answer.statusCode() == 200
                            ? json.readTree(answer.body()).get("total").longValue()
                            : -1;
                    if (total != PAPERS) {
                        failures.add(answer.statusCode() + " " + total);
                    }
                    Thread.sleep(10);
                }
                return null;
            };
            Callable<Void> writer = () -> {
                while (working.get()) {
                    publish(papers(revision.incrementAndGet()));
                    Thread.sleep(700);
                }
                return null;
            };
            var running = List.of(threads.submit(reader), threads.submit(reader), threads.submit(writer));
            for (int round = 0; round < 2; round++) {
                String old = behind("papers");
                assertThat(post("/api/search/reindex", TestTokens.maintainer()).statusCode())
                        .isEqualTo(202);
                await().untilAsserted(() -> assertThat(behind("papers")).isNotEqualTo(old));
                await().untilAsserted(() -> assertThat(state()).isEqualTo("done"));
            }
            working.set(false);
            for (var each : running) {
                each.get();
            }
        }
        assertThat(failures).isEmpty();
        assertThat(searches).hasPositiveValue();
        assertThat(behind("papers")).isNotEqualTo(before);
        index(papers(revision.get()));
        var found = search("q", word("rebuild"), "size", "100").get("hits");
        assertThat(found)
                .hasSize(100)
                .allSatisfy(hit -> assertThat(hit.get("revision").intValue()).isEqualTo(revision.get()));
        await().untilAsserted(() -> assertThat(indexes()).doesNotContain(before));
    }

    @Test
    void anIndexThatLostItsDataIsFilledFromTheTopic() throws IOException {
        index(Papers.titled("Kept " + word("refill")).catalogued("refill000001", 1));
        String lost = behind("papers");
        elasticsearch.indices().delete(request -> request.index(lost));
        await().untilAsserted(
                        () -> assertThat(get("q", word("refill")).statusCode()).isEqualTo(200));
        await().untilAsserted(() -> assertThat(ids(search("q", word("refill")))).containsExactly("refill000001"));
    }

    @Test
    void anIndexOfAnOlderVersionIsReplacedAndNothingWaitingIsLost() throws IOException {
        index(Papers.titled("Old " + word("version")).catalogued("version00001", 1));
        String used = behind("papers");
        String older = "papers-v0";
        elasticsearch.indices().create(request -> request.index(older));
        elasticsearch
                .indices()
                .updateAliases(aliases -> aliases.actions(action ->
                                action.remove(remove -> remove.index(used).alias("papers")))
                        .actions(action -> action.add(
                                add -> add.index(older).alias("papers").isWriteIndex(true))));
        publish(Papers.titled("New " + word("version")).catalogued("version00002", 1));
        await().untilAsserted(() -> assertThat(behind("papers")).isNotEqualTo(older));
        await().untilAsserted(() -> assertThat(ids(search("q", word("version"))))
                .containsExactlyInAnyOrder("version00001", "version00002"));
    }

    @Test
    void onlyMaintainersMayAskForIt() throws Exception {
        assertThat(post("/api/search/reindex", TestTokens.contributor()).statusCode())
                .isEqualTo(403);
        assertThat(post("/api/search/reindex", null).statusCode()).isEqualTo(401);
    }

    @Test
    void whoKnowsAnotherNameFindsWhatIsShownUnderThisOne() {
        index(Papers.titled("About " + word("alias"))
                .withInstitutions("Zzyzx Institute of Road Science")
                .catalogued("alias0000001", 1));
        assertThat(ids(search("q", "ZIRS " + word("alias")))).isEmpty();
        var alias = new AliasChanged(
                NameKind.INSTITUTION,
                "ZIRS",
                "zirs",
                1,
                Papers.THEN,
                "change",
                "Zzyzx Institute of Road Science",
                List.of());
        publisher.publish(List.of(new OutgoingEvent(Topics.NAMES, alias.key(), alias)));
        await().untilAsserted(() ->
                assertThat(ids(search("q", "ZIRS " + word("alias")))).containsExactly("alias0000001"));
        var gone = new AliasChanged(NameKind.INSTITUTION, "ZIRS", "zirs", 2, Papers.THEN, "change2", null, List.of());
        publisher.publish(List.of(new OutgoingEvent(Topics.NAMES, gone.key(), gone)));
        await().untilAsserted(() ->
                assertThat(ids(search("q", "ZIRS " + word("alias")))).isEmpty());
    }

    private static PaperCatalogued[] papers(int revision) {
        return IntStream.range(0, PAPERS)
                .mapToObj(
                        i -> Papers.titled("Built " + word("rebuild")).catalogued("rebuild%05d".formatted(i), revision))
                .toArray(PaperCatalogued[]::new);
    }

    private String state() {
        return json.readTree(get(uri("/api/search/reindex")).body())
                .get("state")
                .stringValue();
    }

    private String behind(String alias) throws IOException {
        return elasticsearch
                .indices()
                .getAlias(request -> request.name(alias))
                .aliases()
                .keySet()
                .iterator()
                .next();
    }

    private java.util.Set<String> indexes() throws IOException {
        return elasticsearch
                .indices()
                .get(request -> request.index("papers-v*"))
                .indices()
                .keySet();
    }
}
