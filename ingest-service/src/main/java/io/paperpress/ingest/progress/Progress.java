package io.paperpress.ingest.progress;

import io.paperpress.common.events.PossibleDuplicate;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.SubmissionDecided;
import io.paperpress.ingest.submission.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
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

    /**
     * What a handful of events is about.
     *
     * @param submissions ids of those that were decided
     * @param subjects the papers and lists that were decided on, indexed or published
     */
    record Touched(String[] submissions, String[] subjects) {

        static Touched by(
                Collection<SubmissionDecided> waiting, Collection<SubmissionDecided> decided, List<Reached> reached) {
            var decisions = Stream.concat(waiting.stream(), decided.stream()).toList();
            return new Touched(
                    decisions.stream()
                            .map(SubmissionDecided::submissionId)
                            .distinct()
                            .toArray(String[]::new),
                    Stream.concat(
                                    decisions.stream().flatMap(Touched::subject),
                                    reached.stream().map(Reached::subject))
                            .distinct()
                            .toArray(String[]::new));
        }

        private static Stream<String> subject(SubmissionDecided event) {
            if (event.paperId() != null) {
                return Stream.of("paper:" + event.paperId());
            }
            return Stream.ofNullable(event.slug()).map(slug -> "list:" + slug);
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

    /** Submissions that a handful of events may change. */
    private static final String TOUCHED = """
            select id from submission where id = any (:ids)
            union
            select id from submission where subject = any (:subjects) and decision in ('accepted', 'updated')
            """;

    private static final String LOCK_SUBJECTS = """
            select pg_advisory_xact_lock(lock)
            from (select distinct hashtextextended(subject, 0) as lock from unnest(:subjects) as s (subject) order by 1) as sorted
            """;

    private static final String LOCK_BATCHES = """
            select id from batch where id in (select batch_id from submission where id in (%s))
            order by id
            for no key update
            """.formatted(TOUCHED);

    /** The first decision stands, but for one that waited for a person. */
    private static final String DECIDED = """
            update submission s
            set decision = d.decision, decided_at = d.at, paper_id = d.paper, slug = d.slug, revision = d.revision,
                remarks = d.remarks, problems = d.problems, duplicates = d.duplicates,
                review_at = case when d.decision = 'inReview' then d.at else s.review_at end
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
            with stages as (
                select s.id, min(r.at) filter (where r.stage = 'indexed') as indexed_at,
                       min(r.at) filter (where r.stage = 'published') as published_at
                from submission s join reached r on r.subject = s.subject and r.revision >= s.revision
                where s.id in (%s) and s.decision in ('accepted', 'updated')
                group by s.id
            )
            update submission s set indexed_at = g.indexed_at, published_at = g.published_at
            from stages g
            where s.id = g.id and (s.indexed_at, s.published_at) is distinct from (g.indexed_at, g.published_at)
            """.formatted(TOUCHED);

    /** A submission is at its end once: nothing is due of one that was. */
    private static final String TELL = """
            with due as (
                select s.batch_id, s.idx, s.id, v.place, v.stage, v.at, %s as ended
                from submission s
                     cross join lateral (values
                         (1, 'inReview', s.review_at),
                         (2, nullif(s.decision, 'inReview'), s.decided_at),
                         (3, 'indexed', s.indexed_at),
                         (4, 'published', s.published_at)) as v (place, stage, at)
                where s.id in (%s) and v.stage is not null and v.at is not null
                  and not exists (select from stage t where t.submission_id = s.id and t.stage = v.stage)
            ), counts as (
                select batch_id, count(*) as stages, count(distinct id) filter (where ended) as ended
                from due group by batch_id
            ), counted as (
                update batch b set stages = b.stages + c.stages, ended = b.ended + c.ended
                from counts c where b.id = c.batch_id
                returning b.id, b.stages - c.stages as before
            )
            insert into stage (submission_id, stage, batch_id, n, at)
            select d.id, d.stage, d.batch_id,
                   c.before + row_number() over (partition by d.batch_id order by d.place, d.idx), d.at
            from due d join counted c on c.id = d.batch_id
            """.formatted(Status.ENDED, TOUCHED);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Progress(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Of two instances that hear of one paper or one call, one waits for the other: neither may miss what the other is
     * about to note, and what is told of a call is told in one order. Always taken in one order themselves.
     */
    void lock(Touched touched) {
        jdbc.sql(LOCK_SUBJECTS).param("subjects", touched.subjects()).query(_ -> {});
        on(touched, LOCK_BATCHES).query(_ -> {});
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
    void bringTogether(Touched touched) {
        on(touched, BRING_TOGETHER).update();
    }

    /** Notes for followers which stages are new. */
    void tell(Touched touched) {
        on(touched, TELL).update();
    }

    private JdbcClient.StatementSpec on(Touched touched, String sql) {
        return jdbc.sql(sql).param("ids", touched.submissions()).param("subjects", touched.subjects());
    }
}
