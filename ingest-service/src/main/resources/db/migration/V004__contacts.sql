-- How to reach readers who left word with a correction. Kept here alone, for a while: events stay for ever.
create table contact (
    submission_id text        primary key references submission (id) on delete cascade,
    contact       text        not null,
    received_at   timestamptz not null
);
create index contact_age on contact (received_at);
