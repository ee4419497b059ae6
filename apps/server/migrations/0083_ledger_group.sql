-- Acts of several people go into one statement (group commit). A head that moved although its command had been remembered
-- meanwhile must undo the whole statement, and only an error does that; the acts are then written one by one.
create function ledger.undo_group() returns boolean
language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'a command of this group was remembered meanwhile' using errcode = 'YM409';
end;
$$;

revoke all on function ledger.undo_group from public;
grant execute on function ledger.undo_group to yimen_app;

-- Which state of posts, postings, delegations and authorisations a request saw: whoever remembers somebody's standing
-- asks by this number and never answers with an older one.
create table people.revision (
  "only" boolean primary key default true check ("only"),
  revision bigint not null
);
insert into people.revision (revision) values (1);

create function people.count_revision() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update people.revision set revision = revision + 1;
  return null;
end;
$$;

revoke all on function people.count_revision from public;
grant select on people.revision to yimen_app;

create trigger revision after insert or update or delete on people.person
  for each statement execute function people.count_revision();
create trigger revision after insert or update or delete on people.post
  for each statement execute function people.count_revision();
create trigger revision after insert or update or delete on people.posting
  for each statement execute function people.count_revision();
create trigger revision after insert or update or delete on people.delegation
  for each statement execute function people.count_revision();
create trigger revision after insert or update or delete on people.authorisation
  for each statement execute function people.count_revision();

comment on table people.revision is 'Counts every change of who may do what; one row.';
