-- derived: what was told of papers and lists, numbered in the order in which it left the outbox. A restored catalogue
-- tells everything anew, under another name of the log.
CREATE TABLE change (
    n        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind     text        NOT NULL, -- paper, list
    key      text        NOT NULL,
    revision bigint      NOT NULL,
    change   text        NOT NULL, -- catalogued, withdrawn, merged
    merged_into text,
    told_at  timestamptz NOT NULL,
    UNIQUE (kind, key, revision)
);
CREATE INDEX change_told_at ON change (kind, told_at, n);

-- derived: the name of the log, so that a number of another log is not taken for one of this.
CREATE TABLE change_log (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    name      text    NOT NULL DEFAULT left(replace(gen_random_uuid()::text, '-', ''), 12)
);
INSERT INTO change_log DEFAULT VALUES;

INSERT INTO change (kind, key, revision, change, merged_into, told_at)
SELECT 'paper', paper_id, revision, CASE standing WHEN 'listed' THEN 'catalogued' ELSE standing END, merged_into, now()
FROM paper ORDER BY (state ->> 'revisedAt')::timestamptz, paper_id;
INSERT INTO change (kind, key, revision, change, told_at)
SELECT 'list', slug, revision, 'catalogued', now() FROM reading_list ORDER BY slug;

-- A restored paper may come before the one it was merged into.
ALTER TABLE paper ALTER CONSTRAINT paper_merged_into_fkey DEFERRABLE INITIALLY IMMEDIATE;
