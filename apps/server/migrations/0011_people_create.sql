-- Who works here, in which post, under which authorisation, from and to. Looked up, never a part of a case: what an act
-- was done under is copied into the ledger when it is done.
create schema people;

create table people.person (
  jurisdiction text not null,
  id text not null,
  name text not null,
  phone text,
  primary key (jurisdiction, id)
);

create table people.post (
  jurisdiction text not null,
  id text not null,
  authority text,
  name text not null,
  roles text[] not null,
  primary key (jurisdiction, id)
);
comment on column people.post.authority is 'The department the post belongs to; null for posts of the centre itself.';

create table people.posting (
  jurisdiction text not null,
  person text not null,
  post text not null,
  rank text not null check (rank in ('A', 'B')),
  from_day date not null,
  to_day date check (to_day >= from_day),
  primary key (jurisdiction, post, person, from_day),
  foreign key (jurisdiction, person) references people.person,
  foreign key (jurisdiction, post) references people.post
);
create index posting_person on people.posting (jurisdiction, person);

create table people.delegation (
  jurisdiction text not null,
  id text not null,
  post text not null,
  to_person text not null,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  reason text not null,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, to_person) references people.person,
  foreign key (jurisdiction, post) references people.post
);
create index delegation_person on people.delegation (jurisdiction, to_person);

create table people.authorisation (
  jurisdiction text not null,
  id text not null,
  number text not null,
  authority text not null,
  post text not null,
  acts text[] not null,
  items text[],
  handling text not null check (handling in ('direct', 'consulted')),
  instant boolean not null,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  primary key (jurisdiction, id),
  foreign key (jurisdiction, post) references people.post
);
create index authorisation_post on people.authorisation (jurisdiction, post);
comment on table people.authorisation is '授权书: the holder of a post may do these acts for these items, from and to.';
comment on column people.authorisation.items is 'Null: every item of the authority.';

create table people.account (
  jurisdiction text not null,
  person text not null,
  username text not null check (username = lower(username)),
  password_hash text not null,
  demonstration boolean not null default false,
  disabled_at timestamptz(3),
  created_at timestamptz(3) not null,
  primary key (jurisdiction, person),
  foreign key (jurisdiction, person) references people.person
);
create unique index account_username on people.account (username);

create table people.session (
  secret_hash bytea primary key check (octet_length(secret_hash) = 32),
  id text not null,
  jurisdiction text not null,
  person text not null,
  created_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null,
  foreign key (jurisdiction, person) references people.account on delete cascade
);
create index session_account on people.session (jurisdiction, person);
comment on column people.session.secret_hash is 'SHA-256 of what the cookie holds: whoever reads this table cannot sign in with it.';

-- Counted for every name that is tried, whether it exists or not: the answer to a stranger is the same.
create table people.sign_in_failure (
  subject bytea primary key,
  failures integer not null,
  last_at timestamptz(3) not null,
  locked_until timestamptz(3)
);
comment on column people.sign_in_failure.subject is 'SHA-256 of the user name or of the network address that was tried.';

grant usage on schema people to yimen_app;
grant select, insert, update on people.person, people.post, people.posting, people.delegation, people.authorisation, people.account to yimen_app;
grant select, insert, update, delete on people.session, people.sign_in_failure to yimen_app;
