-- 清单动态调整: changes of the list in five steps. The ledger's stream `change/<id>` is the record; these rows are what lists and
-- statistics are asked of, written in the transaction of each act.
create table catalogue.change (
  jurisdiction text not null,
  change_id text not null,
  year integer not null,
  number integer not null check (number > 0),
  revision integer not null check (revision > 0),
  kind text not null,
  trigger text not null,
  authority text not null,
  phase text not null,
  outcome text check (outcome in ('published', 'rejected', 'withdrawn')),
  applied_on date not null,
  closed_on date,
  -- The earliest last day of the steps that wait.
  due_on date,
  item_ids text[] not null,
  state jsonb not null,
  primary key (jurisdiction, change_id),
  unique (jurisdiction, year, number),
  check ((phase = 'closed') = (outcome is not null and closed_on is not null))
);
comment on table catalogue.change is 'One row a change, folded from its stream; can be made again from the ledger.';
create index change_open on catalogue.change (jurisdiction, due_on) where phase <> 'closed';
create index change_closed on catalogue.change (jurisdiction, closed_on desc) where phase = 'closed';
create index change_applied on catalogue.change (jurisdiction, applied_on);
create index change_items on catalogue.change using gin (item_ids) where phase <> 'closed';

-- Each time a change was at a step: what days per step are counted from, as of any day.
create table catalogue.change_visit (
  jurisdiction text not null,
  change_id text not null,
  at integer not null,
  step text not null,
  opened_on date not null,
  due_on date not null,
  done_on date,
  result text check (result in ('done', 'returned', 'rejected', 'withdrawn', 'cut')),
  -- Working days it took, by the calendar of the day it ended.
  days integer,
  primary key (jurisdiction, change_id, at),
  foreign key (jurisdiction, change_id) references catalogue.change
);
create index change_visit_opened on catalogue.change_visit (jurisdiction, opened_on);
create index change_visit_done on catalogue.change_visit (jurisdiction, done_on);

-- What was handed in, each time it was: what is reviewed is what is published, whatever happens to the draft.
create table catalogue.change_content (
  jurisdiction text not null,
  change_id text not null,
  round integer not null check (round > 0),
  item_id text not null,
  content jsonb not null,
  content_hash bytea not null check (octet_length(content_hash) = 32),
  primary key (jurisdiction, change_id, round, item_id),
  foreign key (jurisdiction, change_id) references catalogue.change
);

-- Items that left the list, from which day and by which change: then nothing can be applied for by them and no list counts them.
create table catalogue.item_end (
  jurisdiction text not null,
  item_id text not null,
  from_day date not null,
  change_id text not null,
  primary key (jurisdiction, item_id, from_day)
);
create index item_end_day on catalogue.item_end (from_day);

grant select, insert, update on catalogue.change, catalogue.change_visit to yimen_app;
grant select, insert on catalogue.change_content, catalogue.item_end to yimen_app;
