-- The append-only ledger. The application's role may add entries and read them; it can neither change nor remove one.
create schema ledger;

create sequence ledger.entry_seq as bigint;

create table ledger.entries (
  jurisdiction text not null,
  stream text not null,
  revision integer not null check (revision > 0),
  type text not null,
  at timestamptz(3) not null,
  device_time timestamptz(3),
  actor jsonb not null,
  body jsonb not null,
  command_id text not null,
  prev_hash bytea,
  hash bytea not null check (octet_length(hash) = 32),
  seq bigint not null default nextval('ledger.entry_seq'),
  xid xid8 not null default pg_current_xact_id(),
  primary key (jurisdiction, stream, revision, at)
) partition by range (at);

create index entries_reader on ledger.entries (xid, seq);

comment on table ledger.entries is 'What happened, in order within each stream. A correction is a new entry. `at` is the server''s clock; `device_time` is only what a device claimed.';
comment on column ledger.entries.hash is 'SHA-256 over the canonical JSON of the entry and the hash before it.';
comment on column ledger.entries.xid is 'Readers take only transactions older than every running one, so a slow writer is never skipped.';

-- Months nobody made a partition for are still taken.
create table ledger.entries_default partition of ledger.entries default;

-- The key of `entries` must carry the partition's column, so it cannot by itself keep two entries of one revision in
-- different months apart. The head of the stream does: one row, moved forward under its lock.
create table ledger.heads (
  jurisdiction text not null,
  stream text not null,
  revision integer not null,
  hash bytea not null,
  primary key (jurisdiction, stream)
) with (fillfactor = 80);

comment on table ledger.heads is 'Last revision and hash of each stream: the lock of an append, and the start of the next hash.';

create table ledger.commands (
  jurisdiction text not null,
  scope text not null,
  command_id text not null,
  request_hash bytea not null,
  answer jsonb not null,
  at timestamptz(3) not null,
  primary key (jurisdiction, scope, command_id)
);

comment on table ledger.commands is 'First answer to each command id: a retry gets it again, another request under the same id is refused.';

-- Only the owner may create tables; the worker calls this every day so that the coming months are always there.
create function ledger.ensure_partitions(first_month date, last_month date) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  month date := date_trunc('month', first_month)::date;
  made integer := 0;
  lower_end timestamptz;
  upper_end timestamptz;
begin
  if last_month > first_month + interval '20 years' then
    raise exception 'refusing to make partitions for more than twenty years';
  end if;
  perform pg_advisory_xact_lock(hashtext('ledger.ensure_partitions'));
  while month <= last_month loop
    lower_end := month::timestamp at time zone 'Asia/Shanghai';
    upper_end := (month + interval '1 month')::timestamp at time zone 'Asia/Shanghai';
    -- A month whose entries already stand in the default partition stays there: entries are never moved.
    if to_regclass(format('ledger.entries_%s', to_char(month, 'YYYYMM'))) is null
       and not exists (select from ledger.entries_default where at >= lower_end and at < upper_end) then
      execute format('create table ledger.entries_%s partition of ledger.entries for values from (%L) to (%L)',
                     to_char(month, 'YYYYMM'), lower_end, upper_end);
      made := made + 1;
    end if;
    month := (month + interval '1 month')::date;
  end loop;
  return made;
end;
$$;

revoke all on function ledger.ensure_partitions from public;

select ledger.ensure_partitions((current_date - interval '2 months')::date, (current_date + interval '3 months')::date);

grant usage on schema ledger to yimen_app;
grant usage on sequence ledger.entry_seq to yimen_app;
grant select, insert on ledger.entries to yimen_app;
grant select, insert, update on ledger.heads to yimen_app;
grant select, insert on ledger.commands to yimen_app;
grant execute on function ledger.ensure_partitions to yimen_app;
