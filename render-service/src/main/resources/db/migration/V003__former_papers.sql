-- Papers that are not listed any more, so that their addresses go on answering, and no older state brings them back.
create table former_paper (
    paper_id    text primary key,
    revision    bigint not null,
    title       text,
    since       timestamptz not null,
    -- the paper that it is now; null where it was withdrawn
    merged_into text,
    reason      text
);
create index former_paper_into on former_paper (merged_into);
