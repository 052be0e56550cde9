-- Events that wait for the broker; the relay sends them in the order of their ids and deletes them.
CREATE TABLE outbox (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic       text        NOT NULL,
    key         text        NOT NULL,
    event_id    text        NOT NULL,
    type        text        NOT NULL,
    time        timestamptz NOT NULL,
    traceparent text        NOT NULL,
    body        text        NOT NULL
)
-- Every row is soon dead: clean up by number, for a share of an empty table says nothing.
WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
      autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 5000);

CREATE FUNCTION wake_outbox_relay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('paperpress_outbox', '');
    RETURN NULL;
END;
$$;

CREATE TRIGGER wake_outbox_relay AFTER INSERT ON outbox
    FOR EACH STATEMENT EXECUTE FUNCTION wake_outbox_relay();

-- Events that were handled, by the id that every delivery of one event shares.
CREATE TABLE inbox (
    event_id   text PRIMARY KEY,
    handled_at timestamptz NOT NULL DEFAULT now()
);
