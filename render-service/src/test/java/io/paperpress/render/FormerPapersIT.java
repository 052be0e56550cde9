package io.paperpress.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.events.PaperMerged;
import io.paperpress.common.events.PaperWithdrawn;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.OutgoingEvent;
import io.paperpress.common.testing.Papers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the addresses of papers answer that are not listed any more. */
class FormerPapersIT extends WithRenderService {

    @Test
    void aWithdrawnPaperIsShownNowhereAndItsAddressSaysWhy() throws Exception {
        tell(Papers.titled("Gone & $x^2$ of Course")
                .withVenue("Goneplace")
                .withPath("meta/2020/Gone.prototxt")
                .catalogued("gone00000001", 1));
        assertThat(get("/venues/goneplace/").statusCode()).isEqualTo(200);

        remove(new PaperWithdrawn(
                "gone00000001", 2, Papers.THEN, Papers.THEN, "change1", "Gone & $x^2$ of Course", "A <b>fake</b>."));

        var gone = get("/papers/gone00000001/");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("Gone &amp; ", "A &lt;b>fake&lt;/b>.".replace(">", "&gt;"), "noindex");
        assertThat(get("/papers/gone00000001").statusCode()).isEqualTo(410);
        assertThat(get("/papers/gone00000001/.gone.html").statusCode()).isEqualTo(404);
        assertThat(get("/venues/goneplace/").statusCode()).isEqualTo(404);
        assertThat(get("/").body()).doesNotContain("gone00000001");
        settled();
        assertThat(get("/markdown/README.md").body()).doesNotContain("of Course");
        assertThat(get("/api/site/papers").body()).doesNotContain("gone00000001");

        tell(Papers.titled("Back Again").catalogued("gone00000001", 3));
        assertThat(get("/papers/gone00000001/").body()).contains("Back Again");
        settled();
        assertThat(files().keySet()).noneMatch(file -> file.contains(".gone"));
    }

    @Test
    void theAddressesOfMergedPapersLeadToTheLastOfTheChain() throws Exception {
        tell(
                Papers.titled("First of Three").catalogued("chain0000001", 1),
                Papers.titled("Second of Three").catalogued("chain0000002", 1),
                Papers.titled("Third of Three").catalogued("chain0000003", 1));
        remove(merged("chain0000001", 2, "chain0000002"));
        var moved = get("/papers/chain0000001/?x=1");
        assertThat(moved.statusCode()).isEqualTo(308);
        assertThat(moved.headers().firstValue("Location")).hasValue("/papers/chain0000002/?x=1");
        assertThat(moved.headers().firstValue("Cache-Control").orElseThrow()).contains("no-cache");

        remove(merged("chain0000002", 2, "chain0000003"));
        assertThat(get("/papers/chain0000001").headers().firstValue("Location")).hasValue("/papers/chain0000003/");
        assertThat(get("/papers/chain0000002/").headers().firstValue("Location"))
                .hasValue("/papers/chain0000003/");

        tell(Papers.titled("Second by Itself").catalogued("chain0000002", 3));
        assertThat(get("/papers/chain0000002/").body()).contains("Second by Itself");
        assertThat(get("/papers/chain0000001/").headers().firstValue("Location"))
                .hasValue("/papers/chain0000002/");
    }

    @Test
    void anOlderStateDoesNotBringAPaperBack() throws Exception {
        remove(new PaperWithdrawn("late00000001", 5, Papers.THEN, Papers.THEN, "change2", "Late", "Never was."));
        publisher.publish(List.of(new OutgoingEvent(
                Topics.PAPERS, "late00000001", Papers.titled("Late").catalogued("late00000001", 4))));
        tell(Papers.titled("After the Late One").catalogued("late00000002", 1));
        settled();
        assertThat(get("/papers/late00000001/").statusCode()).isEqualTo(410);
    }

    private static PaperMerged merged(String paperId, long revision, String into) {
        return new PaperMerged(paperId, revision, Papers.THEN, Papers.THEN, "change3", "Title", into, null);
    }

    /** Tells it and waits until that is live. */
    private void remove(PaperEvent event) {
        publisher.publish(List.of(new OutgoingEvent(Topics.PAPERS, event.paperId(), event)));
        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from former_paper where paper_id = ? and revision = ?")
                                .params(event.paperId(), event.revision())
                                .query(Long.class)
                                .single()
                        == 1);
        awaitTold();
        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from dirty_page where not slow")
                                .query(Long.class)
                                .single()
                        == 0);
    }
}
