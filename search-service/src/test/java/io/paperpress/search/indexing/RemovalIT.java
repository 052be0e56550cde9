package io.paperpress.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.PaperMerged;
import io.paperpress.common.events.PaperWithdrawn;
import io.paperpress.common.events.Topics;
import io.paperpress.common.testing.Papers;
import io.paperpress.search.SearchServiceFixture;
import org.junit.jupiter.api.Test;

class RemovalIT extends SearchServiceFixture {

    @Test
    void aWithdrawnPaperIsFoundNoMoreAndNoOlderStateBringsItBack() {
        try (var progress = new TopicReader(Topics.PROGRESS)) {
            index(Papers.titled(word("gone") + " for now").catalogued("gone00000001", 1));
            assertThat(ids(search("q", word("gone")))).containsExactly("gone00000001");

            var tombstone = new PaperWithdrawn(
                    "gone00000001", 3, Papers.THEN, Papers.THEN, "change-" + word("gone"), "Gone", "Retracted.");
            publish(tombstone);
            assertThat(progress.await(tombstone.submissionId()).get("revision").longValue())
                    .isEqualTo(3);
            assertThat(ids(search("q", word("gone")))).isEmpty();

            var late = Papers.titled(word("gone") + " late").catalogued("gone00000001", 2);
            publish(late);
            progress.await(late.submissionId());
            assertThat(ids(search("q", word("gone")))).isEmpty();

            var restored = Papers.titled(word("gone") + " and back").catalogued("gone00000001", 4);
            publish(restored);
            progress.await(restored.submissionId());
            assertThat(ids(search("q", word("gone")))).containsExactly("gone00000001");
        }
    }

    @Test
    void aMergedPaperIsFoundNoMore() {
        try (var progress = new TopicReader(Topics.PROGRESS)) {
            index(
                    Papers.titled(word("merge") + " one").catalogued("merge0000001", 1),
                    Papers.titled(word("merge") + " two").catalogued("merge0000002", 1));
            var merged = new PaperMerged(
                    "merge0000001",
                    2,
                    Papers.THEN,
                    Papers.THEN,
                    "change-" + word("merge"),
                    "One",
                    "merge0000002",
                    null);
            publish(merged);
            progress.await(merged.submissionId());
            assertThat(ids(search("q", word("merge")))).containsExactly("merge0000002");
        }
    }
}
