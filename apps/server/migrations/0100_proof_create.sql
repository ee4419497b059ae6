-- The ledger as one signed tree (RFC 6962): which entry is which leaf, the interior nodes, what was signed, who was told.
create schema proof;

create table proof.log (
  single boolean primary key default true check (single),
  origin text,
  verifier_key text,
  size bigint not null default 0 check (size >= 0),
  xid xid8 not null default '0',
  seq bigint not null default 0,
  problem text,
  problem_since timestamptz(3)
);
insert into proof.log default values;

comment on table proof.log is 'How far the ledger was taken into the tree, and under which name and key its checkpoints are signed. The private key is never here.';

create table proof.leaves (
  index bigint primary key,
  hash bytea not null
);
create index leaves_hash on proof.leaves (hash);

comment on table proof.leaves is 'The hash of the ledger entry that is each leaf. Not unique on purpose: a forged double must not stop the tree.';

create table proof.tiles (
  level smallint not null,
  n bigint not null,
  hashes bytea not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
  primary key (level, n)
);

comment on table proof.tiles is 'Nodes of the tree at every eighth level, 256 to a row (C2SP tlog-tiles): adding and proving read a handful of rows.';

create table proof.checkpoints (
  size bigint primary key,
  root bytea not null,
  note text not null,
  at timestamptz(3) not null
);

comment on table proof.checkpoints is 'Signed notes, word for word. `at` is the machine''s clock.';

create table proof.deliveries (
  witness text primary key,
  size bigint not null default 0,
  delivered_at timestamptz(3),
  pending_since timestamptz(3),
  next_at timestamptz(3),
  attempts integer not null default 0,
  problem text
);

comment on table proof.deliveries is 'What each witness has; a checkpoint that could not be delivered gives way to the next, which proves it too.';

create table proof.cosignatures (
  size bigint not null,
  witness text not null,
  line text not null,
  primary key (size, witness)
);

create table proof.witnessed (
  origin text primary key,
  size bigint not null,
  root bytea not null,
  note text not null,
  at timestamptz(3) not null
);

comment on table proof.witnessed is 'Checkpoints of other installations this one vouches for: the newest of each, grown consistently from the first.';

grant usage on schema proof to yimen_app;
grant select, update on proof.log to yimen_app;
grant select, insert on proof.leaves, proof.checkpoints, proof.cosignatures to yimen_app;
grant select, insert, update on proof.tiles, proof.deliveries, proof.witnessed to yimen_app;
