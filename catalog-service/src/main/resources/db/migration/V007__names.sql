-- What a name is an alias of, by the form it matches by; several rows where several bear one name. Truth.
CREATE TABLE alias (
    kind             text        NOT NULL, -- institution, author, venue, keyword
    folded           text        NOT NULL,
    -- empty: wherever the name stands; orcid:<id>: where a byline gives it; as:<folded canonical>: on the papers named
    scope            text        NOT NULL DEFAULT '',
    name             text        NOT NULL,
    canonical        text        NOT NULL,
    canonical_folded text        NOT NULL,
    orcid            text,
    papers           text[]      NOT NULL DEFAULT '{}',
    change_id        text        NOT NULL,
    changed_by       text        NOT NULL,
    changed_at       timestamptz NOT NULL,
    PRIMARY KEY (kind, folded, scope)
);
CREATE INDEX alias_canonical ON alias (kind, canonical_folded);

-- Every change of a name, as it was asked for. Truth.
CREATE TABLE name_change (
    change_id  text        PRIMARY KEY,
    key        text        NOT NULL, -- of the events on topic names; vocabulary:<kind> for a whole one
    before     jsonb,
    after      jsonb,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX name_change_key ON name_change (key, changed_at);

-- The newest revision told under each key of topic names, of what is no more too. Truth.
CREATE TABLE name_revision (
    key      text   PRIMARY KEY,
    revision bigint NOT NULL
);

-- Rises with every change of an alias or a word, so that instances see that what they hold is old.
CREATE SEQUENCE names_version_number START 2;
CREATE TABLE names_version (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    version   bigint  NOT NULL DEFAULT 1
);
INSERT INTO names_version DEFAULT VALUES;

-- A proposed alias that a person does not want to see again. Truth.
CREATE TABLE alias_dismissal (
    kind         text        NOT NULL,
    folded       text        NOT NULL,
    other_folded text        NOT NULL, -- of the two, the one that sorts first stands in folded
    dismissed_by text        NOT NULL,
    dismissed_at timestamptz NOT NULL,
    PRIMARY KEY (kind, folded, other_folded)
);

-- derived: names that look like one, found in the papers as they are; found again whenever papers changed.
CREATE TABLE alias_proposal (
    proposal_id text             PRIMARY KEY, -- the same for the same two names
    kind        text             NOT NULL,
    name        text             NOT NULL,
    canonical   text             NOT NULL,
    score       double precision NOT NULL,
    reasons     text[]           NOT NULL,
    evidence    jsonb            NOT NULL,
    found_at    timestamptz      NOT NULL
);
CREATE INDEX alias_proposal_order ON alias_proposal (score DESC, proposal_id);

-- derived: the names that a paper's sources give, and those that it is shown under, each as kind:folded.
CREATE TABLE paper_names (
    paper_id text   PRIMARY KEY,
    names    text[] NOT NULL
);
CREATE INDEX paper_names_name ON paper_names USING gin (names);

-- derived: names (kind:folded) whose papers are to be looked at again, and those papers; work that a restart goes on with.
CREATE TABLE renaming_name (
    name       text PRIMARY KEY,
    change_id  text NOT NULL,
    changed_by text NOT NULL
);
CREATE TABLE renaming_paper (
    paper_id   text PRIMARY KEY,
    change_id  text NOT NULL,
    changed_by text NOT NULL
);

ALTER TABLE keyword ADD COLUMN parent text;

ALTER TABLE venue ALTER COLUMN colour DROP NOT NULL;
ALTER TABLE venue ADD COLUMN kind text NOT NULL DEFAULT 'conference';
INSERT INTO venue (name) SELECT DISTINCT venue FROM venue_alias ON CONFLICT DO NOTHING;
UPDATE venue SET kind = known.kind
FROM (VALUES
    ('TACL', 'journal'),
    ('TC', 'journal'),
    ('JMLR', 'journal'),
    ('TMLR', 'journal'),
    ('VLDB', 'journal'),
    ('Neuromorphic Computing and Engineering', 'journal'),
    ('arXiv', 'repository'),
    ('Blog', 'website'),
    ('github', 'website'),
    ('ENLSP', 'workshop'),
    ('AutoML Workshop', 'workshop')) AS known (name, kind)
WHERE venue.name = known.name;

-- A catalogue that begins takes its words from the files of samples/vocabulary instead; one that has papers keeps its own.
DELETE FROM venue_alias WHERE NOT EXISTS (SELECT FROM submission_outcome) AND NOT EXISTS (SELECT FROM paper);
DELETE FROM venue WHERE NOT EXISTS (SELECT FROM submission_outcome) AND NOT EXISTS (SELECT FROM paper);
DELETE FROM keyword WHERE NOT EXISTS (SELECT FROM submission_outcome) AND NOT EXISTS (SELECT FROM paper);
