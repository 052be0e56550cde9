-- What likeness goes by, for every paper that was listed; null where the paper is not listed any more.
-- derived: from paper; a missing row is made at the next start
CREATE TABLE paper_likeness (
    paper_id text PRIMARY KEY,
    profile  text,
    -- the transaction that wrote the row: instances read what was committed since they looked last, and miss nothing
    changed  xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX paper_likeness_changed ON paper_likeness (changed);

-- Papers of which a person said that they are two works. Without references: what was said outlives a rebuild, in which
-- papers come back under the same ids.
CREATE TABLE distinct_papers (
    paper_id       text        NOT NULL, -- the smaller id of the two
    other_paper_id text        NOT NULL,
    change_id      text        NOT NULL,
    said_by        text        NOT NULL,
    said_at        timestamptz NOT NULL,
    PRIMARY KEY (paper_id, other_paper_id),
    CHECK (paper_id < other_paper_id)
);

ALTER TABLE finding ADD COLUMN score double precision;
