package io.paperpress.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.identity.likeness.LikenessIndex.Likely;
import io.paperpress.catalog.identity.likeness.Profile;
import io.paperpress.catalog.testing.CatalogServiceTests;
import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class LikenessesIT extends CatalogServiceTests {

    @Autowired
    private EventHandler<SubmissionEvent> handler;

    @Autowired
    private Likenesses likenesses;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient db;

    @Test
    void oneInstanceKnowsWhatAnotherListed() {
        var other = new Likenesses(db);
        other.afterSingletonsInstantiated();
        String paper = listed("Seen by Every Instance of the Catalogue");
        assertThat(like(other, "Seen by Every Instance of a Catalogue")).contains(paper);
        var later = new Likenesses(db);
        later.afterSingletonsInstantiated();
        assertThat(like(later, "Seen by Every Instance of a Catalogue")).contains(paper);
    }

    @Test
    void whatIsRolledBackWasNeverThere() {
        var other = new Likenesses(db);
        other.afterSingletonsInstantiated();
        transaction.executeWithoutResult(status -> {
            db.sql("INSERT INTO paper_likeness (paper_id, profile) VALUES ('rolledback', :profile)")
                    .param(
                            "profile",
                            Json.write(Profile.of(Said.of("Taken Back Before It Was Told")
                                    .submitted()
                                    .paper())))
                    .update();
            likenesses.current();
            other.current();
            status.setRollbackOnly();
        });
        assertThat(like(likenesses, "Taken Back Before It Is Told")).isEmpty();
        assertThat(like(other, "Taken Back Before It Is Told")).isEmpty();
    }

    @Test
    void whatIsCommittedLateIsNotMissed() {
        transaction.executeWithoutResult(_ -> {
            db.sql("INSERT INTO paper_likeness (paper_id, profile) VALUES ('late', :profile)")
                    .param(
                            "profile",
                            Json.write(Profile.of(Said.of("Begun Early and Committed Late")
                                    .submitted()
                                    .paper())))
                    .update();
            var meanwhile = new Thread(() -> {
                listed("Another Paper That Overtakes It");
                likenesses.current();
            });
            meanwhile.start();
            join(meanwhile);
        });
        assertThat(like(likenesses, "Begun Early, Committed Late")).contains("late");
    }

    @Test
    void papersOfBeforeAreTakenInWhenAnInstanceStarts() {
        String paper = listed("Listed Before There Was Likeness");
        db.sql("DELETE FROM paper_likeness WHERE paper_id = :id")
                .param("id", paper)
                .update();
        var started = new Likenesses(db);
        started.afterSingletonsInstantiated();
        assertThat(like(started, "Listed Before There Was a Likeness")).contains(paper);
    }

    @Test
    void whatIsNotListedAnyMoreIsNotProposed() {
        String paper = listed("Proposed No More Since It Was Withdrawn");
        assertThat(like(likenesses, "Proposed No More Since It Is Withdrawn")).contains(paper);
        db.sql("UPDATE paper_likeness SET profile = NULL, changed = pg_current_xact_id() WHERE paper_id = :id")
                .param("id", paper)
                .update();
        assertThat(like(likenesses, "Proposed No More Since It Is Withdrawn")).isEmpty();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String listed(String title) {
        var submission = Said.of(title).submitted();
        handler.handle(List.of(new Delivery<>("like-" + submission.submissionId(), Instant.EPOCH, submission)));
        return db.sql("SELECT paper_id FROM submission_outcome WHERE submission_id = :id")
                .param("id", submission.submissionId())
                .query(String.class)
                .single();
    }

    private static List<String> like(Likenesses likenesses, String title) {
        return likenesses.current().like(Profile.of(Said.of(title).submitted().paper()), Set.of()).stream()
                .map(Likely::paperId)
                .toList();
    }
}
