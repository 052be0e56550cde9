package io.paperpress.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.testing.CatalogServiceTests;
import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSection;
import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.messaging.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SubmissionHandlerIT extends CatalogServiceTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Autowired
    private SubmissionHandler handler;

    @Autowired
    private JdbcClient db;

    @Test
    void aBatchDeliveredTwiceChangesNothing() {
        var batch = deliveries(
                Said.of("Delivered Twice, Number One").id("arxiv", "2601.00001").submitted(),
                Said.of("Delivered Twice, Number Two").id("arxiv", "2601.00002").submitted(),
                Said.of("Delivered Twice, Number One")
                        .id("arxiv", "2601.00001")
                        .in(2024)
                        .submitted());
        handler.handle(batch);
        var before = everything("Delivered Twice");
        handler.handle(batch);
        handler.handle(batch.subList(1, 3));
        assertThat(everything("Delivered Twice")).isEqualTo(before).hasSize(3);
    }

    @Test
    void aSubmissionRepeatedUnderAnotherEventIdHasItsAnswerAlready() {
        var submission = Said.of("Sent Again After a Crash").submitted();
        handler.handle(List.of(new Delivery<>("first-" + submission.submissionId(), NOON, submission)));
        handler.handle(List.of(new Delivery<>("second-" + submission.submissionId(), NOON, submission)));
        assertThat(decision(submission.submissionId())).isEqualTo("ACCEPTED");
    }

    @Test
    void laterSubmissionsOfABatchSeeEarlierOnes() {
        var first = Said.of("Seen Within the Batch").submitted();
        var second = Said.of("Seen within the batch").in(2025).submitted();
        var third = Said.of("Seen within the batch").in(2025).submitted();
        handler.handle(deliveries(first, second, third));
        assertThat(Stream.of(first, second, third).map(said -> decision(said.submissionId())))
                .containsExactly("ACCEPTED", "UPDATED", "DUPLICATE");
        assertThat(paperOf(second.submissionId())).isEqualTo(paperOf(first.submissionId()));
        assertThat(db.sql("SELECT revision FROM paper_revision WHERE paper_id = :id ORDER BY 1")
                        .param("id", paperOf(first.submissionId()))
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 2L);
    }

    @Test
    void oneWorkThroughTwoPartitionsAtOnceIsOnePaper() throws Exception {
        for (int round = 0; round < 10; round++) {
            String title = "Through Two Partitions at Once, Round " + round;
            var preprint = Said.of(title).id("arxiv", "2602.0000" + round).submitted();
            var forum = Said.of(title).id("openreview", "forum" + round).submitted();
            together(() -> handler.handle(deliveries(preprint)), () -> handler.handle(deliveries(forum)));
            assertThat(paperOf(preprint.submissionId())).isEqualTo(paperOf(forum.submissionId()));
        }
    }

    @Test
    void batchesThatShareNothingButAPaperDoNotLoseEachOthersClaims() throws Exception {
        for (int round = 0; round < 10; round++) {
            String title = "Claims From Two Sides, Round " + round;
            handler.handle(
                    deliveries(Said.of(title).id("arxiv", "2603.0000" + round).submitted()));
            var byId = Said.of(null).id("arxiv", "2603.0000" + round).in("ICML").submitted();
            var byTitle = Said.of(title).in(2025).submitted();
            together(() -> handler.handle(deliveries(byId)), () -> handler.handle(deliveries(byTitle)));
            assertThat(revisions(paperOf(byId.submissionId()))).isEqualTo(3);
        }
    }

    @Test
    void aListWaitsForItsPapers() {
        var papers = papers("Awaited", 3);
        var list = list("awaited", NOON, papers);
        handler.handle(deliveries(list));
        assertThat(undecided(list)).isTrue();
        handler.handle(deliveries(papers.get(0), papers.get(1)));
        assertThat(undecided(list)).isTrue();
        handler.handle(deliveries(papers.get(2)));
        assertThat(decision(list.submissionId())).isEqualTo("ACCEPTED");
        assertThat(papersOn("awaited")).hasSize(3);
    }

    @Test
    void aListAfterItsPapersIsAppliedAtOnce() {
        var papers = papers("Before Their List", 2);
        handler.handle(deliveries(papers.get(0), papers.get(1)));
        var list = list("after", NOON, papers);
        handler.handle(deliveries(list));
        assertThat(decision(list.submissionId())).isEqualTo("ACCEPTED");
    }

    @Test
    void aListAmongItsPapersIsAppliedWithThem() {
        var papers = papers("Around Their List", 2);
        var list = list("among", NOON, papers);
        handler.handle(deliveries(papers.get(0), list, papers.get(1)));
        assertThat(decision(list.submissionId())).isEqualTo("ACCEPTED");
    }

    @Test
    void aListAndItsLastPapersAtOnceDoNotMissEachOther() throws Exception {
        for (int round = 0; round < 10; round++) {
            var papers = papers("Racing in Round " + round, 2);
            var list = list("racing-" + round, NOON, papers);
            together(
                    () -> handler.handle(deliveries(papers.get(0))),
                    () -> handler.handle(deliveries(papers.get(1))),
                    () -> handler.handle(deliveries(list)));
            assertThat(decision(list.submissionId())).isEqualTo("ACCEPTED");
        }
    }

    @Test
    void theSameListAgainIsADuplicateAndAnotherOneAnUpdate() {
        var papers = papers("Listed Again and Again", 2);
        handler.handle(deliveries(papers.get(0), papers.get(1)));
        handler.handle(deliveries(list("again", NOON, papers)));
        var again = papers("Listed Again and Again", 2);
        handler.handle(deliveries(again.get(0), again.get(1)));
        var same = list("again", NOON.plusSeconds(60), again);
        handler.handle(deliveries(same));
        assertThat(decision(same.submissionId())).isEqualTo("DUPLICATE");
        var shorter = list("again", NOON.plusSeconds(120), again.subList(0, 1));
        handler.handle(deliveries(shorter));
        assertThat(decision(shorter.submissionId())).isEqualTo("UPDATED");
        assertThat(db.sql("SELECT revision FROM reading_list_revision WHERE slug = 'again' ORDER BY 1")
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 2L);
    }

    @Test
    void anOlderListThatNewerOnesOvertookHasAnEnd() {
        var late = papers("Overtaken", 1);
        var older = list("overtaken", NOON, late);
        handler.handle(deliveries(older));
        var prompt = papers("Overtaking", 1);
        var newer = list("overtaken", NOON.plusSeconds(1), prompt);
        handler.handle(deliveries(prompt.getFirst(), newer));
        assertThat(decision(newer.submissionId())).isEqualTo("ACCEPTED");
        assertThat(decision(older.submissionId())).isEqualTo("REJECTED");
        handler.handle(deliveries(late.getFirst()));
        assertThat(papersOn("overtaken"))
                .containsExactly(paperOf(prompt.getFirst().submissionId()));
    }

    @Test
    void aRejectedPaperLeavesItsPlaceOnTheListWithoutAPaper() {
        var refused = Said.of("Refused for Its Year").in(1066).submitted();
        var list = list("with-a-gap", NOON, List.of(refused));
        handler.handle(deliveries(list, refused));
        assertThat(decision(refused.submissionId())).isEqualTo("REJECTED");
        assertThat(decision(list.submissionId())).isEqualTo("ACCEPTED");
        assertThat(papersOn("with-a-gap")).isEmpty();
    }

    @Test
    void placementsPutAPaperOnListsOnce() {
        var placed = Said.of("Put in Its Place")
                .placed("places", null, "Chapter I", "Part 2")
                .submitted();
        handler.handle(deliveries(placed));
        handler.handle(deliveries(Said.of("Put in Its Place")
                .placed("places", null, "Chapter I", "Part 2")
                .placed("other-places", "A label")
                .submitted()));
        assertThat(papersOn("places")).containsExactly(paperOf(placed.submissionId()));
        assertThat(db.sql("SELECT revision FROM reading_list WHERE slug = 'places'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(papersOn("other-places")).hasSize(1);
    }

    @Test
    void manyPlacementsOfABatchAreOneRevisionOfTheList() {
        handler.handle(deliveries(IntStream.range(0, 20)
                .mapToObj(i -> Said.of("One of Many Placed, Number " + i)
                        .placed("many", null)
                        .submitted())
                .toArray(SubmissionEvent[]::new)));
        assertThat(papersOn("many")).hasSize(20);
        assertThat(db.sql("SELECT revision FROM reading_list WHERE slug = 'many'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRefusalIsAnEventWithReasons() {
        var refused = Said.of("Leads Astray").link("javascript:alert(1)").submitted();
        handler.handle(deliveries(refused));
        assertThat(decision(refused.submissionId())).isEqualTo("REJECTED");
    }

    @Test
    void aFileThatChangedIsFoundUnderItsNewNamesOnly() {
        var old = Said.of("The Early Name of a File")
                .file("meta/2025/Renamed.prototxt")
                .id("arxiv", "2604.00001");
        handler.handle(deliveries(old.submitted()));
        var now = Said.of("The Later Name of a File")
                .file("meta/2025/Renamed.prototxt")
                .id("arxiv", "2604.00002");
        var submission = now.submitted();
        handler.handle(deliveries(submission));
        assertThat(db.sql("SELECT key FROM paper_key WHERE paper_id = :id ORDER BY key")
                        .param("id", paperOf(submission.submissionId()))
                        .query(String.class)
                        .list())
                .containsExactly("arxiv:2604.00002", "path:meta/2025/Renamed.prototxt", "title:thelaternameofafile");
    }

    private static List<Delivery<SubmissionEvent>> deliveries(SubmissionEvent... events) {
        return Arrays.stream(events)
                .map(event ->
                        new Delivery<SubmissionEvent>("event-" + event.submissionId() + event.hashCode(), NOON, event))
                .toList();
    }

    private static List<PaperSubmitted> papers(String title, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Said.of(title + ", Paper Number " + i)
                        .onList("some-list")
                        .submitted())
                .toList();
    }

    private static ListSubmitted list(String slug, Instant at, List<PaperSubmitted> papers) {
        var entries = papers.stream()
                .map(paper -> new ListEntry(
                        "Label",
                        "Citation",
                        List.of(new ListItem(
                                paper.submissionId(), null, "Citation", new Link(Link.PAPER, "PDF", "https://x.org")))))
                .toList();
        return new ListSubmitted(
                "list-" + slug + at.getEpochSecond(),
                "batch",
                "ada",
                at,
                slug,
                "A List",
                List.of(),
                List.of(
                        new ListSection("Chapter", entries, List.of()),
                        new ListSection("Empty", List.of(), List.of())));
    }

    private static void together(Runnable... tasks) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<java.util.concurrent.Future<?>>();
            for (Runnable task : tasks) {
                running.add(threads.submit(() -> {
                    start.await();
                    task.run();
                    return null;
                }));
            }
            start.countDown();
            for (var done : running) {
                done.get();
            }
        }
    }

    private String decision(String submissionId) {
        return db.sql("SELECT decision FROM submission_outcome WHERE submission_id = :id")
                .param("id", submissionId)
                .query((row, _) -> row.getString(1))
                .single();
    }

    private boolean undecided(ListSubmitted list) {
        return db.sql("SELECT count(*) FROM submission_outcome WHERE submission_id = :id")
                        .param("id", list.submissionId())
                        .query(Long.class)
                        .single()
                == 0;
    }

    private String paperOf(String submissionId) {
        return db.sql("SELECT paper_id FROM submission_outcome WHERE submission_id = :id")
                .param("id", submissionId)
                .query((row, _) -> row.getString(1))
                .single();
    }

    private long revisions(String paperId) {
        return db.sql("SELECT count(*) FROM paper_revision WHERE paper_id = :id")
                .param("id", paperId)
                .query(Long.class)
                .single();
    }

    private List<String> papersOn(String slug) {
        return db.sql("SELECT paper_id FROM reading_list_paper WHERE slug = :slug")
                .param("slug", slug)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> everything(String title) {
        return db.sql("""
                SELECT paper_id || revision || state::text FROM paper_revision
                WHERE state -> 'paper' ->> 'title' LIKE :title || '%'
                ORDER BY 1
                """)
                .param("title", title)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
