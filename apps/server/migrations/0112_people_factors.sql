-- How staff prove who they are: second factors, what a session was proved with, passwords that may not come back, and the
-- separation of the three administrators (三员分立, GB/T 22239-2019 8.1.4.2 d).

create table people.totp (
  jurisdiction text not null,
  person text not null,
  secret text not null,
  last_step bigint not null default 0,
  confirmed_at timestamptz(3),
  created_at timestamptz(3) not null,
  primary key (jurisdiction, person),
  foreign key (jurisdiction, person) references people.account on delete cascade
);
comment on column people.totp.secret is 'Sealed by a key that is not in the database.';
comment on column people.totp.last_step is 'The last half minute a code was taken for: none is taken twice.';
comment on column people.totp.confirmed_at is 'Null until its first code was typed in: until then it opens nothing.';

create table people.passkey (
  credential_id text primary key,
  jurisdiction text not null,
  person text not null,
  site text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz(3) not null,
  last_used_at timestamptz(3),
  foreign key (jurisdiction, person) references people.account on delete cascade
);
create index passkey_person on people.passkey (jurisdiction, person);
comment on column people.passkey.site is 'The host it was made for; it answers no other.';

create table people.recovery_code (
  jurisdiction text not null,
  person text not null,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  used_at timestamptz(3),
  primary key (jurisdiction, person, code_hash),
  foreign key (jurisdiction, person) references people.account on delete cascade
);
comment on column people.recovery_code.code_hash is 'SHA-256 of 80 random bits: whoever reads this table cannot sign in with it.';

alter table people.session
  add column stage text not null default 'open' check (stage in ('factor', 'open')),
  add column factor text not null default 'none' check (factor in ('none', 'totp', 'passkey', 'recovery')),
  add column proved_at timestamptz(3),
  add column challenge text,
  add column address text not null default '';
comment on column people.session.stage is 'factor: the password was right, the second factor is still wanted; such a session opens nothing.';
comment on column people.session.proved_at is 'When its holder last proved who they are; a signature wants that to be recent.';
update people.session set proved_at = created_at;
alter table people.session alter column proved_at set not null;

alter table people.account add column password_changed_at timestamptz(3);
update people.account set password_changed_at = created_at;
alter table people.account alter column password_changed_at set not null;
alter table people.account add column password_given boolean not null default false;
comment on column people.account.password_given is 'Somebody else chose it: it must be changed before anything else.';

create table people.password_past (
  jurisdiction text not null,
  person text not null,
  password_hash text not null,
  until timestamptz(3) not null,
  primary key (jurisdiction, person, until),
  foreign key (jurisdiction, person) references people.account on delete cascade
);

create table people.sign_in_policy (
  jurisdiction text primary key,
  password_profile text not null check (password_profile in ('modern', 'dengbao'))
);

-- The one administrator there was keeps the accounts; the other two powers are given to others.
update people.post set roles = array_replace(roles, 'administrator', 'systemAdministrator');

create function people.keep_powers_apart(hall text, who text) returns void
language plpgsql set search_path = pg_catalog as $$
begin
  -- Two grants at the same moment would not see each other.
  perform from people.person p where p.jurisdiction = hall and p.id = who for no key update;
  if exists (
    with held as (
      select r.role, daterange(g.from_day, g.to_day, '[]') as days
        from people.posting g
        join people.post o on o.jurisdiction = g.jurisdiction and o.id = g.post, unnest(o.roles) as r(role)
        where g.jurisdiction = hall and g.person = who
      union all
      select r.role, daterange(d.from_day, d.to_day, '[]')
        from people.delegation d
        join people.post o on o.jurisdiction = d.jurisdiction and o.id = d.post, unnest(o.roles) as r(role)
        where d.jurisdiction = hall and d.to_person = who
    )
    select from held a join held b on a.days && b.days and a.role <> b.role
      where a.role in ('systemAdministrator', 'securityAdministrator', 'auditAdministrator')
  ) then
    raise exception 'an administrator holds no other power (三员分立)'
      using errcode = 'check_violation', constraint = 'powers_apart';
  end if;
end;
$$;
grant execute on function people.keep_powers_apart to yimen_app;

create function people.powers_apart_of_holder() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  perform people.keep_powers_apart(new.jurisdiction, new.person);
  return null;
end;
$$;
create function people.powers_apart_of_delegate() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  perform people.keep_powers_apart(new.jurisdiction, new.to_person);
  return null;
end;
$$;
create function people.powers_apart_of_post() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  perform people.keep_powers_apart(new.jurisdiction, h.who) from (
    select g.person as who from people.posting g where g.jurisdiction = new.jurisdiction and g.post = new.id
    union select d.to_person from people.delegation d where d.jurisdiction = new.jurisdiction and d.post = new.id
    order by who
  ) h;
  return null;
end;
$$;

create trigger powers_apart after insert or update on people.posting
  for each row execute function people.powers_apart_of_holder();
create trigger powers_apart after insert or update on people.delegation
  for each row execute function people.powers_apart_of_delegate();
create trigger powers_apart after update of roles on people.post
  for each row when (old.roles is distinct from new.roles) execute function people.powers_apart_of_post();

-- The audit administrator reads what happened to accounts, newest first.
create index entries_people on ledger.entries (jurisdiction, seq) where stream like 'people:%';

grant select, insert, update, delete on people.totp, people.passkey, people.recovery_code, people.password_past to yimen_app;
grant select, insert, update on people.sign_in_policy to yimen_app;
grant delete on people.posting to yimen_app;
