-- What a finding is about, whatever number it has now: found again, it is the same. Of a pair its order does not matter.
ALTER TABLE finding ADD COLUMN subject text GENERATED ALWAYS AS (md5(
    kind || chr(31)
    || CASE WHEN other_paper_id IS NULL OR slug IS NOT NULL
            THEN coalesce(paper_id, '') || chr(31) || coalesce(other_paper_id, '') || chr(31) || coalesce(slug, '')
                 || chr(31) || coalesce(pointer, '') || chr(31) || message
            ELSE least(paper_id, other_paper_id) || chr(31) || greatest(paper_id, other_paper_id) END)) STORED;
CREATE INDEX finding_subject ON finding (subject);

-- Findings that a person does not want to see any more.
CREATE TABLE finding_dismissal (
    subject      text        PRIMARY KEY,
    kind         text        NOT NULL,
    reason       text,
    change_id    text        NOT NULL,
    dismissed_by text        NOT NULL,
    dismissed_at timestamptz NOT NULL
);

-- Listed papers that are shown as preprints, for those that have been for years.
CREATE INDEX paper_preprint ON paper (((state #>> '{paper,year}')::int))
    WHERE standing = 'listed' AND state #>> '{paper,venue}' = 'arXiv';
