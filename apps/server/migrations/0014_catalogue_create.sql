-- Service items: every version ever published, dated; a version is never changed. Guide-only entries and applicable items
-- stand in the same table, because to the public they are one list.
create schema catalogue;
create extension if not exists pg_trgm;

create table catalogue.item_version (
  jurisdiction text not null,
  item_id text not null,
  version integer not null check (version > 0),
  availability text not null check (availability in ('applicable', 'guideOnly')),
  effective_from date not null,
  effective_to date check (effective_to >= effective_from),
  content jsonb not null,
  content_hash bytea not null check (octet_length(content_hash) = 32),
  source text not null,
  primary key (jurisdiction, item_id, version)
);
comment on table catalogue.item_version is 'What was published. Running cases keep the version they were accepted under.';
comment on column catalogue.item_version.content_hash is 'SHA-256 of the content without its version and dates: an import that brings nothing new changes nothing.';

-- One row per item for search and lists, written again whenever a version is published.
create table catalogue.item_search (
  jurisdiction text not null,
  item_id text not null,
  name text not null,
  theme text not null,
  authority text not null,
  everyday text[] not null,
  body text not null,
  words text[] not null,
  pinyin text not null,
  initials text not null,
  primary key (jurisdiction, item_id)
);
comment on column catalogue.item_search.everyday is 'What people call it: 开网吧.';
comment on column catalogue.item_search.words is 'Words and pairs of characters of everything it can be found by; the ranking is done on the few rows they select.';
comment on column catalogue.item_search.pinyin is 'Syllables of the name and of each everyday word without blanks, one per line.';
create index item_search_words on catalogue.item_search using gin (words);
create index item_search_pinyin on catalogue.item_search using gin (pinyin gin_trgm_ops);
create index item_search_list on catalogue.item_search (jurisdiction, theme, name, item_id);

grant usage on schema catalogue to yimen_app;
grant select, insert on catalogue.item_version to yimen_app;
grant select, insert, update, delete on catalogue.item_search to yimen_app;
-- Publishing a version ends the one before it; nothing else of a version may change.
grant update (effective_to) on catalogue.item_version to yimen_app;
