-- Ratings (好差评), folded from the ledger's streams `rating:<caseId>`. Who rated is not kept here: the case says who
-- applied, and the screens of the rated never show this table.
create schema rating;

create table rating.ratings (
  jurisdiction text not null,
  case_id text not null,
  item_id text not null,
  level smallint not null check (level between 1 and 5),
  dimensions jsonb not null,
  comment text,
  at timestamptz(3) not null,
  primary key (jurisdiction, case_id)
);
create index ratings_item on rating.ratings (jurisdiction, item_id, at);

grant usage on schema rating to yimen_app;
grant select, insert on rating.ratings to yimen_app;
