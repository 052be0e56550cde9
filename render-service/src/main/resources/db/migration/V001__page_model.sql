-- What render-service knows of the catalogue, arranged by the pages that show it. All of it comes back from the topics.

-- A paper: its newest revision (state) and what pages show of it, with the addresses of its groups (card).
create table paper (
    paper_id      text primary key,
    revision      bigint not null,
    catalogued_at timestamptz not null,
    card          jsonb not null,
    state         jsonb not null
);
create index paper_newest on paper (catalogued_at desc, paper_id);

-- A year, venue, keyword, institution or author. A row outlives its last paper: its address is never given to another name.
create table shelf (
    facet  text not null,
    slug   text not null,
    name   text not null,
    papers bigint not null default 0,
    primary key (facet, slug),
    unique (facet, name)
);
create index shelf_largest on shelf (facet, papers desc);

-- How many shelves of a facet have papers.
create table facet (
    facet   text primary key,
    shelves bigint not null default 0
);

-- What stands on a shelf and in which order: papers on the shelf of a group, groups on the shelf of an index page
-- (kind 'index'). One page of a shelf is one range of its sort keys.
create table place (
    kind     text not null,
    slug     text not null,
    sort_key text collate "C" not null,
    ref      text not null,
    year     integer,
    primary key (kind, slug, sort_key)
);
create index place_of on place (ref);

-- Where the pages of a long shelf begin; page 1 begins at its start. A full page is cut in two, so that one paper
-- more or less rewrites one or two pages, however long the shelf is.
create table page_break (
    kind      text not null,
    slug      text not null,
    number    integer not null,
    first_key text collate "C" not null,
    primary key (kind, slug, number),
    unique (kind, slug, first_key)
);

create table reading_list (
    slug     text primary key,
    revision bigint not null,
    title    text not null,
    papers   bigint not null,
    state    jsonb not null
);

-- Where a paper stands on a reading list.
create table list_place (
    slug     text not null,
    anchor   text not null,
    paper_id text not null,
    label    text not null,
    section  text not null,
    primary key (slug, anchor, paper_id)
);
create index list_place_of on list_place (paper_id);

-- Rows of the whole-catalogue Markdown pages: one for each source that names a path.
create table book_row (
    paper_id text not null,
    path     text collate "C" not null,
    publish  text collate "C" not null,
    title    text collate "C" not null,
    venue    text collate "C" not null,
    cells    text not null,
    item     text not null,
    primary key (paper_id, path)
);

-- The groups of those pages that a row stands in.
create table book_group (
    book     text not null,
    name     text collate "C" not null,
    paper_id text not null,
    path     text collate "C" not null,
    primary key (book, name, paper_id, path)
);
create index book_group_of on book_group (paper_id);
