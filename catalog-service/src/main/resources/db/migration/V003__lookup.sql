-- Identifiers that registries are to be asked about, for papers of which nothing else is known.
CREATE TABLE lookup (
    scheme     text        NOT NULL,
    value      text        NOT NULL,
    -- the registry to ask next
    registry   text        NOT NULL,
    -- how often that one was asked
    asked      integer     NOT NULL DEFAULT 0,
    -- when to ask next; null once nobody is to be asked any more
    due_at     timestamptz,
    -- why there is no answer yet
    obstacle   text,
    PRIMARY KEY (scheme, value)
);
CREATE INDEX lookup_due ON lookup (registry, due_at);

-- What registries answered, so that nothing is asked twice.
CREATE TABLE lookup_answer (
    scheme      text        NOT NULL,
    value       text        NOT NULL,
    registry    text        NOT NULL,
    fields      jsonb       NOT NULL,
    answered_at timestamptz NOT NULL,
    PRIMARY KEY (scheme, value)
);

-- When a host on the internet may be asked again, by whichever instance.
CREATE TABLE outbound_host (
    host    text        PRIMARY KEY,
    free_at timestamptz NOT NULL
);
