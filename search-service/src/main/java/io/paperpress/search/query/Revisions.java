package io.paperpress.search.query;

import io.paperpress.search.elasticsearch.Elasticsearch;
import io.paperpress.search.elasticsearch.Indexes;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Waits until a revision of a paper can be found, so that who wrote it reads it. */
@Component
class Revisions {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Elasticsearch elasticsearch;

    Revisions(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** @return whether it, or a newer one, can be found now */
    boolean await(PaperRevision wanted) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!isSearchable(wanted)) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private boolean isSearchable(PaperRevision wanted) {
        var count = elasticsearch.ask(client -> client.count(request -> request.index(Indexes.PAPERS)
                .query(query -> query.bool(bool -> bool.filter(
                                paper -> paper.term(id -> id.field("paperId").value(wanted.paperId())))
                        .filter(paper -> paper.range(range -> range.number(
                                revision -> revision.field("revision").gte((double) wanted.revision()))))))));
        return count.count() > 0;
    }
}
