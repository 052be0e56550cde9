-- A review is of a proposal for a listed paper, or of a paper or list that waits to be published.
ALTER TABLE review
    ALTER COLUMN paper_id DROP NOT NULL, -- null where the paper is not listed, and for lists
    ADD COLUMN kind text NOT NULL DEFAULT 'proposal'; -- proposal, paper, list
CREATE INDEX review_submitter ON review ((proposal ->> 'submitter'), state);
CREATE INDEX review_batch ON review ((proposal ->> 'batchId')) WHERE state = 'open';

-- What maintainers said of submitters; it counts before what they earned.
CREATE TABLE trusted_submitter (
    submitter text        PRIMARY KEY,
    trusted   boolean     NOT NULL,
    change_id text        NOT NULL,
    said_by   text        NOT NULL,
    said_at   timestamptz NOT NULL
);
