package io.paperpress.ingest.submission;

import io.paperpress.common.events.PossibleDuplicate;
import io.paperpress.common.events.Remark;
import io.paperpress.ingest.submission.SubmissionView.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is known of every submission. */
class Submissions {

    private static final String FIND = """
            select s.*
            from submission s join batch b on b.id = s.batch_id
            where s.id = :id and (s.idx < b.acknowledged or s.decision is not null)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Submissions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<SubmissionView> find(String id) {
        return jdbc.sql(FIND).param("id", id).query((row, _) -> view(row)).optional();
    }

    private SubmissionView view(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        var timeline = timeline(row, decision);
        return new SubmissionView(
                row.getString("id"),
                row.getString("batch_id"),
                row.getInt("idx"),
                row.getString("kind"),
                timeline.getLast().stage(),
                row.getString("paper_id"),
                row.getString("slug"),
                row.getLong("revision") == 0 ? null : row.getLong("revision"),
                Stream.concat(remarks(row, "warnings").stream(), remarks(row, "remarks").stream())
                        .distinct()
                        .toList(),
                remarks(row, "problems"),
                json.readValue(row.getString("duplicates"), new TypeReference<List<PossibleDuplicate>>() {}),
                timeline,
                SubmissionView.Links.of(row.getString("paper_id"), row.getString("slug")));
    }

    private List<Remark> remarks(ResultSet row, String column) throws SQLException {
        return json.readValue(row.getString(column), new TypeReference<List<Remark>>() {});
    }

    private static List<Stage> timeline(ResultSet row, @Nullable String decision) throws SQLException {
        var stages = new ArrayList<Stage>();
        add(stages, Status.RECEIVED, row.getTimestamp("received_at"));
        add(stages, Status.IN_REVIEW, row.getTimestamp("review_at"));
        if (!Status.IN_REVIEW.equals(decision)) {
            add(stages, decision, row.getTimestamp("decided_at"));
        }
        add(stages, Status.INDEXED, row.getTimestamp("indexed_at"));
        add(stages, Status.PUBLISHED, row.getTimestamp("published_at"));
        return List.copyOf(stages);
    }

    private static void add(List<Stage> stages, @Nullable String stage, @Nullable Timestamp at) {
        if (stage != null && at != null) {
            stages.add(new Stage(stage, at.toInstant()));
        }
    }
}
