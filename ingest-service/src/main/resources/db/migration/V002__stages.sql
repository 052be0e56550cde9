-- When a submission began to wait for a person; its decision comes later, and takes the place of that state.
alter table submission add column review_at timestamptz;
update submission set review_at = decided_at where decision = 'inReview';

-- What a follower of a call is told, in the order in which it became known: numbered from 1 without a gap. Whoever adds
-- to it holds the row of the call until the end of its transaction, so a reader that has seen a number has seen all
-- lower ones too.
create table stage (
    submission_id text        not null references submission (id) on delete cascade,
    stage         text        not null, -- inReview, accepted, updated, duplicate, rejected, indexed, published
    batch_id      text        not null,
    n             bigint      not null,
    at            timestamptz not null,
    primary key (submission_id, stage)
);
create unique index stage_of_batch on stage (batch_id, n);

alter table batch
    add column stages bigint not null default 0, -- the highest number in stage
    add column ended  int    not null default 0; -- submissions that nothing more will be told of

insert into stage (submission_id, stage, batch_id, n, at)
select s.id, v.stage, s.batch_id, row_number() over (partition by s.batch_id order by v.at, s.idx, v.place), v.at
from submission s
     cross join lateral (values
         (1, 'inReview', s.review_at),
         (2, nullif(s.decision, 'inReview'), s.decided_at),
         (3, 'indexed', s.indexed_at),
         (4, 'published', s.published_at)) as v (place, stage, at)
where v.stage is not null and v.at is not null;

update batch b
set stages = t.stages, ended = t.ended
from (select s.batch_id,
             (select count(*) from stage g where g.batch_id = s.batch_id) as stages,
             count(*) filter (where s.decision in ('duplicate', 'rejected')
                                 or (s.decision in ('accepted', 'updated') and s.published_at is not null
                                     and (s.kind = 'list' or s.indexed_at is not null))) as ended
      from submission s
      group by s.batch_id) t
where t.batch_id = b.id;
