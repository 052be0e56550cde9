-- What is to be done to the site, and what was.

-- Numbers the changes of the page model in the order in which they become visible.
create sequence change_number;

-- Pages that may differ from the page model; "change" is the last change that touched the page.
create table dirty_page (
    path   text primary key,
    change bigint not null,
    slow   boolean not null
);
create index dirty_page_pace on dirty_page (slow, path);

-- Pages as they are served.
create table page (
    path       text primary key,
    hash       text not null,
    bytes      bigint not null,
    written_at timestamptz not null
);

-- Revisions whose publishing has not been told yet.
create table untold (
    kind          text not null,
    id            text not null,
    revision      bigint not null,
    submission_id text not null,
    change        bigint not null,
    primary key (kind, id)
);
create index untold_change on untold (change);

-- One row: the site as a whole.
create table site (
    singleton         boolean primary key default true check (singleton),
    site_id           text not null,
    look              text not null default '',
    papers            bigint not null default 0,
    revisions         bigint not null default 0,
    last_published_at timestamptz
);
insert into site (site_id) values (gen_random_uuid()::text);
