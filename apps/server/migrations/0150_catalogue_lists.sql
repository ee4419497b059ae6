-- What public lists are counted by, out of the content and never beside it; and the codes an item is asked for by.
alter table catalogue.item_version
  add column name text not null generated always as (coalesce(content ->> 'name', '')) stored,
  add column authority text not null generated always as (coalesce(content ->> 'authority', '')) stored,
  add column kind text not null generated always as (coalesce(content ->> 'kind', '')) stored,
  add column level text not null generated always as (coalesce(content ->> 'level', '')) stored,
  add column code text generated always as (coalesce(content #>> '{codes,implementation}', content #>> '{codes,local}')) stored;
create index item_version_code on catalogue.item_version (jurisdiction, code) where code is not null;
-- Changes of a hall between two days, for the change feed.
create index item_version_feed on catalogue.item_version (jurisdiction, effective_from, item_id);
create index item_version_ends on catalogue.item_version (jurisdiction, effective_to, item_id) where effective_to is not null;

-- 拼音首字母: the letter people look under.
alter table catalogue.item_search
  add column letter text not null generated always as (upper(left(initials, 1))) stored;
