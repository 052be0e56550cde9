-- The newest state of every paper, as the event that tells it.
CREATE TABLE paper (
    paper_id text   PRIMARY KEY,
    revision bigint NOT NULL,
    state    jsonb  NOT NULL
);

-- What a paper can be found by: scheme:value of its identifiers, title:fingerprint of its titles. Not unique: versions of
-- one work share an identifier, and so may the chapters of a book.
CREATE TABLE paper_key (
    key      text NOT NULL,
    paper_id text NOT NULL REFERENCES paper,
    PRIMARY KEY (key, paper_id)
);
CREATE INDEX paper_key_paper ON paper_key (paper_id);

CREATE TABLE paper_revision (
    paper_id      text        NOT NULL REFERENCES paper,
    revision      bigint      NOT NULL,
    submission_id text        NOT NULL,
    submitter     text        NOT NULL,
    revised_at    timestamptz NOT NULL,
    state         jsonb       NOT NULL,
    PRIMARY KEY (paper_id, revision)
);

CREATE TABLE reading_list (
    slug         text   PRIMARY KEY,
    revision     bigint NOT NULL,
    -- when its tree was last submitted as a whole; null where it grew by placements alone
    submitted_at timestamptz,
    state        jsonb  NOT NULL
);

CREATE TABLE reading_list_revision (
    slug          text        NOT NULL REFERENCES reading_list,
    revision      bigint      NOT NULL,
    submission_id text        NOT NULL,
    submitter     text        NOT NULL,
    revised_at    timestamptz NOT NULL,
    state         jsonb       NOT NULL,
    PRIMARY KEY (slug, revision)
);

CREATE TABLE reading_list_paper (
    slug     text NOT NULL REFERENCES reading_list,
    paper_id text NOT NULL,
    PRIMARY KEY (slug, paper_id)
);
CREATE INDEX reading_list_paper_paper ON reading_list_paper (paper_id);

-- Submitted lists of which papers are still to be decided, and those papers' submissions.
CREATE TABLE pending_list (
    submission_id text        PRIMARY KEY,
    slug          text        NOT NULL,
    submitted_at  timestamptz NOT NULL,
    pending_since timestamptz NOT NULL,
    event         jsonb       NOT NULL
);

CREATE TABLE pending_list_paper (
    submission_id text NOT NULL REFERENCES pending_list ON DELETE CASCADE,
    awaited       text NOT NULL,
    PRIMARY KEY (submission_id, awaited)
);
CREATE INDEX pending_list_paper_awaited ON pending_list_paper (awaited);

-- What became of every submission.
CREATE TABLE submission_outcome (
    submission_id text        PRIMARY KEY,
    decision      text        NOT NULL,
    paper_id      text,
    slug          text,
    revision      bigint      NOT NULL,
    decided_at    timestamptz NOT NULL
);

CREATE TABLE finding (
    finding_id     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind           text        NOT NULL,
    paper_id       text,
    other_paper_id text,
    slug           text,
    submission_id  text        NOT NULL,
    pointer        text,
    message        text        NOT NULL,
    found_at       timestamptz NOT NULL
);
CREATE UNIQUE INDEX finding_once
    ON finding (kind, paper_id, other_paper_id, slug, pointer, md5(message)) NULLS NOT DISTINCT;
CREATE INDEX finding_paper ON finding (paper_id);
CREATE INDEX finding_slug ON finding (slug);

CREATE TABLE keyword (
    keyword_id text    PRIMARY KEY,
    label      text    NOT NULL,
    position   integer NOT NULL
);

CREATE TABLE venue (
    name   text PRIMARY KEY,
    colour text NOT NULL
);

-- Parts of the long names of venues, in lower case. A venue need not have a colour to have a short name.
CREATE TABLE venue_alias (
    phrase text PRIMARY KEY,
    venue  text NOT NULL
);
