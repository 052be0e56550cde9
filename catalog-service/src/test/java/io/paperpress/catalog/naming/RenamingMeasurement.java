package io.paperpress.catalog.naming;

import static org.awaitility.Awaitility.await;

import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.PaperSubmitted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long 20,000 papers take to get another name, and what that does to submissions; run by hand, with its name. */
class RenamingMeasurement extends WithNames {

    private static final int PAPERS = 20_000;

    @Autowired
    private ProposalSearch search;

    @Test
    void twentyThousandPapersGetAnotherName() throws InterruptedException {
        for (int i = 0; i < PAPERS; i += 500) {
            var batch = new ArrayList<PaperSubmitted>();
            for (int j = i; j < i + 500; j++) {
                batch.add(Said.of("Measured while Renamed, number " + j)
                        .at("Measured Univ", "Other " + j % 1000)
                        .by("Author Number" + j % 5000, "Somebody Else" + j % 700)
                        .submitted());
            }
            submit(batch.toArray(PaperSubmitted[]::new));
        }
        var alone = submissions(50);
        long start = System.nanoTime();
        put(alias("institution", "Measured Univ"), "{\"canonical\": \"Measured University\"}");
        long put = System.nanoTime();
        var beside = new ArrayList<Long>();
        while (waiting() > 0) {
            beside.addAll(submissions(1));
            Thread.sleep(50);
        }
        long done = System.nanoTime();
        await().atMost(Duration.ofMinutes(1)).until(() -> waiting() == 0);
        System.out.printf(
                "PUT %d ms, all renamed %d ms; a submission alone p50 %d ms, max %d ms; beside it p50 %d ms, max %d ms (%d)%n",
                (put - start) / 1_000_000,
                (done - start) / 1_000_000,
                middle(alone),
                Collections.max(alone),
                middle(beside),
                Collections.max(beside),
                beside.size());
        long looked = System.nanoTime();
        search.look();
        System.out.printf("proposals looked for in %d ms%n", (System.nanoTime() - looked) / 1_000_000);
    }

    private long waiting() {
        return db.sql("SELECT (SELECT count(*) FROM renaming_name) + (SELECT count(*) FROM renaming_paper)")
                .query(Long.class)
                .single();
    }

    private List<Long> submissions(int number) {
        var took = new ArrayList<Long>();
        for (int i = 0; i < number; i++) {
            var submission = Said.of("Submitted beside the Renaming, at " + System.nanoTime())
                    .at("Measured Univ")
                    .submitted();
            long start = System.nanoTime();
            submit(submission);
            took.add((System.nanoTime() - start) / 1_000_000);
        }
        return took;
    }

    private static long middle(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0L);
    }
}
