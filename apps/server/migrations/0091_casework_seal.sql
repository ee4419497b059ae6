-- Exact look-up by an identity number, a credit code or a phone: keyed hashes, from which no number can be had.
create table casework.look_ups (
  jurisdiction text not null,
  hash bytea not null,
  case_id text not null,
  primary key (jurisdiction, hash, case_id)
);

comment on table casework.look_ups is 'Keyed hashes of the numbers and phones of a case''s applicant and agent; written once, at filing.';

grant select, insert on casework.look_ups to yimen_app;

-- The secrets move into the key ring outside the database; what the ring has taken over is removed from here.
grant delete on casework.secrets to yimen_app;
comment on table casework.secrets is 'Empty since the key ring: keys stand outside the database. Kept for databases that come from before.';
