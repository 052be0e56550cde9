-- One call of POST /api/submissions.
create table batch (
    id           text primary key,
    submitter    text        not null,
    received_at  timestamptz not null,
    received     int         not null,
    refused      int         not null,
    -- Entries with a lower index are acknowledged by the broker. Those above may have been sent or not: their submitter
    -- was never told of them, so they count only once the catalogue has decided on them.
    acknowledged int         not null default 0
);

create table submission (
    id           text primary key,
    batch_id     text        not null references batch (id) on delete cascade,
    idx          int         not null,
    line         int         not null,
    kind         text        not null, -- paper, list
    received_at  timestamptz not null,
    -- what ingest-service repaired or left unread
    warnings     jsonb       not null,
    -- accepted, updated, duplicate, inReview, rejected; null until the catalogue decides
    decision     text,
    decided_at   timestamptz,
    paper_id     text,
    slug         text,
    revision     bigint      not null default 0,
    remarks      jsonb       not null default '[]',
    problems     jsonb       not null default '[]',
    duplicates   jsonb       not null default '[]',
    indexed_at   timestamptz,
    published_at timestamptz,
    subject      text generated always as (coalesce('paper:' || paper_id, 'list:' || slug)) stored
) with (fillfactor = 60); -- a row is updated in place as it goes from stage to stage

create unique index submission_of_batch on submission (batch_id, idx);
create index submission_of_subject on submission (subject) where decision in ('accepted', 'updated');

create table entry_error (
    batch_id text not null references batch (id) on delete cascade,
    idx      int  not null,
    line     int  not null,
    pointer  text,
    message  text not null,
    primary key (batch_id, idx)
);

-- When a revision of a paper or list could first be found or read, kept because this may be heard before the decision.
create table reached (
    subject  text        not null, -- paper:<id>, list:<slug>
    stage    text        not null, -- indexed, published
    revision bigint      not null,
    at       timestamptz not null,
    primary key (subject, stage, revision)
);

-- Calls that named an Idempotency-Key; without a digest until the call is through.
create table idempotent_call (
    caller      text        not null,
    key         text        not null,
    batch_id    text        not null,
    digest      bytea,
    received_at timestamptz not null,
    primary key (caller, key)
);
