package io.paperpress.ingest.progress;

import io.paperpress.common.events.PossibleDuplicate;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.SubmissionDecided;
import io.paperpress.ingest.submission.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The progress of submissions in the database: one statement a kind of event, however many there are. */
final class Progress {

    /**
     * A revision of a paper or list that readers can find or read.
     *
     * @param subject {@code paper:<id>} or {@code list:<slug>}
     */
    record Reached(String subject, String stage, long revision, Instant at) {

        static Reached paper(String paperId, String stage, long revision, Instant at) {
            return new Reached("paper:" + paperId, stage, revision, at);
        }

        static Reached list(String slug, String stage, long revision, Instant at) {
            return new Reached("list:" + slug, stage, revision, at);
        }
    }

    private record Decided(
            String id,
            String decision,
            Instant at,
            @Nullable String paper,
            @Nullable String slug,
            long revision,
            List<Remark> remarks,
            List<Remark> problems,
            List<PossibleDuplicate> duplicates) {

        static Decided of(SubmissionDecided event) {
            return new Decided(
                    event.submissionId(),
                    Status.of(event.decision()),
                    event.decidedAt(),
                    event.paperId(),
                    event.slug(),
                    event.revision(),
                    event.warnings(),
                    event.problems(),
                    event.duplicatesOf());
        }
    }

    /** The first decision stands, but for one that waited for a person. */
    private static final String DECIDED = """
            update submission s
            set decision = d.decision, decided_at = d.at, paper_id = d.paper, slug = d.slug, revision = d.revision,
                remarks = d.remarks, problems = d.problems, duplicates = d.duplicates
            from json_to_recordset(cast(:decisions as json))
                as d (id text, decision text, at timestamptz, paper text, slug text, revision bigint,
                      remarks jsonb, problems jsonb, duplicates jsonb)
            where s.id = d.id and (s.decision is null or (s.decision = 'inReview' and s.decided_at < d.at))
            """;

    private static final String REACHED = """
            insert into reached as known (subject, stage, revision, at)
            select r.subject, r.stage, r.revision, min(r.at)
            from json_to_recordset(cast(:reached as json)) as r (subject text, stage text, revision bigint, at timestamptz)
            group by r.subject, r.stage, r.revision
            on conflict (subject, stage, revision) do update set at = excluded.at where excluded.at < known.at
            """;

    private static final String BRING_TOGETHER = """
            with touched as (
                select s.id, s.subject, s.revision from submission s
                where s.id = any (:ids) and s.decision in ('accepted', 'updated')
                union
                select s.id, s.subject, s.revision from submission s
                where s.subject = any (:subjects) and s.decision in ('accepted', 'updated')
            ), stages as (
                select t.id, min(r.at) filter (where r.stage = 'indexed') as indexed_at,
                       min(r.at) filter (where r.stage = 'published') as published_at
                from touched t join reached r on r.subject = t.subject and r.revision >= t.revision
                group by t.id
            )
            update submission s set indexed_at = g.indexed_at, published_at = g.published_at
            from stages g
            where s.id = g.id and (s.indexed_at, s.published_at) is distinct from (g.indexed_at, g.published_at)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Progress(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Submissions that are not known here are passed over. */
    void decided(List<SubmissionDecided> events) {
        if (!events.isEmpty()) {
            var decisions = events.stream().map(Decided::of).toList();
            jdbc.sql(DECIDED)
                    .param("decisions", json.writeValueAsString(decisions))
                    .update();
        }
    }

    void reached(List<Reached> reached) {
        if (!reached.isEmpty()) {
            jdbc.sql(REACHED).param("reached", json.writeValueAsString(reached)).update();
        }
    }

    /** A submission is at a stage since the first revision there that is not older than its own. */
    void bringTogether(List<String> submissionIds, List<Reached> reached) {
        jdbc.sql(BRING_TOGETHER)
                .param("ids", submissionIds.toArray(String[]::new))
                .param(
                        "subjects",
                        reached.stream().map(Reached::subject).distinct().toArray(String[]::new))
                .update();
    }
}
