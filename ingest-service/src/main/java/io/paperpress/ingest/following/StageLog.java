package io.paperpress.ingest.following;

import io.paperpress.common.following.Followed;
import io.paperpress.common.following.StreamEvent;
import io.paperpress.ingest.submission.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was noted of every call, in the order in which it became known; the same for every instance and after a restart. */
final class StageLog {

    /** What is told of a call when it was taken in. */
    record Received(String batchId, String stage, Instant at, int received, int refused) {}

    private record EndOfSubmission(String submissionId, String location) {}

    private record EndOfBatch(String batchId, String location) {}

    /** The id of what comes last. */
    static final String END = "end";

    /** Entries below a batch's acknowledged count are its submitter's to see; of the others, those decided on. */
    private static final String VISIBLE = "(s.idx < b.acknowledged or s.decision is not null)";

    private static final String SUBMISSION = """
            select s.id, s.batch_id, s.idx, s.received_at
            from submission s join batch b on b.id = s.batch_id
            where s.id = :id and %s
            """.formatted(VISIBLE);

    /** The entries are gone through only when their number says that it may be worth it. */
    private static final String BATCH_OVER = """
            select case when b.ended >= least(b.received, b.acknowledged - b.refused)
                        then not exists (select from submission s where s.batch_id = b.id and %s and not %s)
                        else false end
            from batch b where b.id = :id
            """.formatted(VISIBLE, Status.ENDED);

    private static final String STAGES = """
            select t.n, t.stage, t.at, s.id, s.idx, s.paper_id, s.slug
            from stage t join submission s on s.id = t.submission_id
            where t.%s = :id and t.n > :after
            order by t.n limit :most
            """;

    private static final String OF_SUBMISSION = STAGES.formatted("submission_id");
    private static final String OF_BATCH = STAGES.formatted("batch_id");

    private final JdbcClient jdbc;

    StageLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Followed<String>> submission(String id) {
        return jdbc.sql(SUBMISSION)
                .param("id", id)
                .query((row, _) -> (Followed<String>) new FollowedSubmission(
                        row.getString("batch_id"),
                        new Told(
                                0,
                                id,
                                row.getInt("idx"),
                                Status.RECEIVED,
                                row.getTimestamp("received_at").toInstant(),
                                null,
                                null)))
                .optional();
    }

    Optional<Followed<String>> batch(String id) {
        return jdbc.sql("select received_at, received, refused from batch where id = :id")
                .param("id", id)
                .query((row, _) -> (Followed<String>) new FollowedBatch(new Received(
                        id,
                        Status.RECEIVED,
                        row.getTimestamp("received_at").toInstant(),
                        row.getInt("received"),
                        row.getInt("refused"))))
                .optional();
    }

    /** The highest number noted of each of these calls. */
    Map<String, Long> newest(Collection<String> batchIds) {
        var newest = new HashMap<String, Long>();
        jdbc.sql("select id, stages from batch where id = any (:ids)")
                .param("ids", batchIds.toArray(String[]::new))
                .query(row -> {
                    newest.put(row.getString("id"), row.getLong("stages"));
                });
        return newest;
    }

    private List<StreamEvent> stages(String sql, String id, long after, int most) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> event(told(row)))
                .list();
    }

    private static Optional<StreamEvent> ended(Object end) {
        return Optional.of(new StreamEvent(Long.MAX_VALUE, END, END, end));
    }

    private static StreamEvent event(Told told) {
        return new StreamEvent(told.n(), Long.toString(told.n()), "stage", told);
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getLong("n"),
                row.getString("id"),
                row.getInt("idx"),
                row.getString("stage"),
                row.getTimestamp("at").toInstant(),
                row.getString("paper_id"),
                row.getString("slug"));
    }

    private final class FollowedSubmission implements Followed<String> {

        private final String batchId;
        private final Told beginning;

        private FollowedSubmission(String batchId, Told beginning) {
            this.batchId = batchId;
            this.beginning = beginning;
        }

        @Override
        public String watched() {
            return batchId;
        }

        @Override
        public Optional<StreamEvent> beginning() {
            return Optional.of(new StreamEvent(0, "0", "stage", beginning));
        }

        @Override
        public Optional<StreamEvent> end() {
            String id = beginning.submissionId();
            return ended(new EndOfSubmission(id, "/api/submissions/" + id));
        }

        @Override
        public boolean isOver() {
            return jdbc.sql("select %s from submission s where s.id = :id".formatted(Status.ENDED))
                    .param("id", beginning.submissionId())
                    .query(Boolean.class)
                    .single();
        }

        @Override
        public List<StreamEvent> after(long n, int most) {
            return stages(OF_SUBMISSION, beginning.submissionId(), n, most);
        }
    }

    private final class FollowedBatch implements Followed<String> {

        private final Received beginning;

        private FollowedBatch(Received beginning) {
            this.beginning = beginning;
        }

        @Override
        public String watched() {
            return beginning.batchId();
        }

        @Override
        public Optional<StreamEvent> beginning() {
            return Optional.of(new StreamEvent(0, "0", "stage", beginning));
        }

        @Override
        public Optional<StreamEvent> end() {
            return ended(new EndOfBatch(watched(), "/api/batches/" + watched()));
        }

        @Override
        public boolean isOver() {
            return jdbc.sql(BATCH_OVER)
                    .param("id", watched())
                    .query(Boolean.class)
                    .single();
        }

        @Override
        public List<StreamEvent> after(long n, int most) {
            return stages(OF_BATCH, watched(), n, most);
        }
    }
}
