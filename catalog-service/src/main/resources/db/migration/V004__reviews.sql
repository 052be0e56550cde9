-- Proposals for listed papers that a maintainer decides on.
CREATE TABLE review (
    review_id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    submission_id   text        NOT NULL UNIQUE,
    paper_id        text        NOT NULL REFERENCES paper,
    -- the proposal, as it was submitted
    proposal        jsonb       NOT NULL,
    state           text        NOT NULL DEFAULT 'open', -- open, approved, rejected
    decided_by      text,
    decided_at      timestamptz,
    decision_reason text
);
CREATE INDEX review_state ON review (state, review_id);
