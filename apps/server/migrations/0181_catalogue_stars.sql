-- 事项星级: one row each time the stars of an item or their reasons changed; the last is what stands.
create table catalogue.item_star (
  jurisdiction text not null,
  item_id text not null,
  on_day date not null,
  version integer not null,
  stars smallint not null check (stars between 1 and 5),
  points numeric(4, 1) not null,
  points_of smallint not null,
  lines jsonb not null,
  primary key (jurisdiction, item_id, on_day)
);
comment on table catalogue.item_star is 'History is kept: a night on which nothing changed writes nothing.';

-- Which night a hall was gone through last.
create table catalogue.star_night (
  jurisdiction text primary key,
  on_day date not null
);

grant select, insert, update on catalogue.item_star, catalogue.star_night to yimen_app;
