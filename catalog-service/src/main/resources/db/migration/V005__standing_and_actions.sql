-- Maintainers' actions, and what they come to: a paper is listed, withdrawn, or merged into another. Its newest state
-- keeps everything that was said of it whatever it is, so that both can be undone.
ALTER TABLE paper
    ADD COLUMN standing        text NOT NULL DEFAULT 'listed', -- listed, withdrawn, merged
    ADD COLUMN merged_into     text REFERENCES paper,
    -- why it was withdrawn or merged
    ADD COLUMN standing_reason text;
CREATE INDEX paper_merged_into ON paper (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX paper_unlisted ON paper (paper_id) WHERE standing <> 'listed';

-- submission_id is the change's id where a maintainer made the revision, submitter is who did.
ALTER TABLE paper_revision
    ADD COLUMN action      text NOT NULL DEFAULT 'submission', -- submission, review, edit, merge, unmerge, withdraw, restore, rename …
    ADD COLUMN reason      text,
    ADD COLUMN standing    text NOT NULL DEFAULT 'listed',
    ADD COLUMN merged_into text;
UPDATE paper_revision SET action = 'review' WHERE submission_id IN (SELECT submission_id FROM review);

-- state is what readers get; tree is the same with the ids that its entries were given, where papers among them were
-- merged or withdrawn since: what is undone comes back to its place.
ALTER TABLE reading_list
    ADD COLUMN tree jsonb;
ALTER TABLE reading_list_revision
    ADD COLUMN action text NOT NULL DEFAULT 'submission',
    ADD COLUMN reason text;
