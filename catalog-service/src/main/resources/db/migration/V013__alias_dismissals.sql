-- The two names of a dismissed proposal stand as they were shown: names that match are proposed as one, too.
ALTER TABLE alias_dismissal RENAME COLUMN folded TO one_name;
ALTER TABLE alias_dismissal RENAME COLUMN other_folded TO other_name;
