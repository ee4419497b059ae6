-- 岗位计分: what was done at which post. A post is a window or a position; the person stands nowhere here.

-- Posts of the officers a card names, as they acted on the case last before what it found. Nothing for a confidential card: who
-- rated, or complained, must not be found out at the counter.
alter table supervision.cards add column posts text[] not null default '{}';
update supervision.cards c set posts = d.posts
from (
  select n.jurisdiction, n.card_id, array_agg(distinct n.post) as posts
  from (
    select o.jurisdiction, o.card_id, e.post
    from supervision.cards o cross join lateral unnest(o.responsible) r(person) cross join lateral (
      select actor ->> 'post' as post from ledger.entries
      where jurisdiction = o.jurisdiction and stream = 'case:' || o.case_id and actor ->> 'person' = r.person and at <= o.since
      order by revision desc limit 1
    ) e
    where o.family <> 'urging' and not o.confidential
  ) n
  where n.post is not null
  group by n.jurisdiction, n.card_id
) d
where d.jurisdiction = c.jurisdiction and d.card_id = c.card_id;

-- A rating counts for the post that received the application.
alter table supervision.ratings add column post text;
update supervision.ratings r set post = (
  select actor ->> 'post' from ledger.entries
  where jurisdiction = r.jurisdiction and stream = 'case:' || r.case_id and type = 'applicationReceived'
  order by revision limit 1
);
create index ratings_post on supervision.ratings (jurisdiction, on_day, post) include (level) where post is not null;

-- Acts that had a day to be done by: which post did them, and whether after it.
create table supervision.deeds (
  jurisdiction text not null,
  case_id text not null,
  revision int not null,
  clock text not null,
  post text not null,
  on_day date not null,
  late boolean not null,
  primary key (jurisdiction, case_id, revision, clock)
);
create index deeds_post on supervision.deeds (jurisdiction, post, on_day) include (late, case_id);
grant select, insert on supervision.deeds to yimen_app;
grant select on supervision.deeds to yimen_supervisor;

-- A sheet is of departments or of posts; entered points are of the one or the other.
alter table supervision.score_sheets add column subject text not null default 'department' check (subject in ('department', 'post'));
alter table supervision.score_sheets drop constraint score_sheets_pkey,
  add primary key (jurisdiction, subject, from_month, published_at);
alter table supervision.score_entries rename column authority to scored;
alter table supervision.score_entries add column subject text not null default 'department' check (subject in ('department', 'post'));
alter table supervision.score_entries drop constraint score_entries_pkey,
  add primary key (jurisdiction, subject, scored, month, command_id);
comment on column supervision.score_entries.scored is 'The department or the post, by subject.';
