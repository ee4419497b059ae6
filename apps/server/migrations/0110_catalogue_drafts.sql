-- Drafts of items: every save is a revision of its own, so that two editors can be joined and nothing typed is lost.
create table catalogue.draft (
  jurisdiction text not null,
  item_id text not null,
  revision integer not null check (revision > 0),
  content jsonb not null,
  saved_by text not null,
  saved_at timestamptz(3) not null,
  primary key (jurisdiction, item_id, revision)
);
comment on table catalogue.draft is 'What editors typed, not published. The last revision is the draft; older ones are what a slower editor began from.';
grant select, insert, delete on catalogue.draft to yimen_app;

-- Which version the search knows: one published for a later day is indexed when its day comes.
alter table catalogue.item_search add column version integer not null default 1;
create index item_version_begins on catalogue.item_version (effective_from);
