-- The audit administrator reads one record: what happened to accounts, who looked, who was refused, what was set. By page and
-- by kind, whatever the years hold; the first index, of accounts alone, is one of these now.
drop index ledger.entries_people;
create index entries_on_record on ledger.entries (jurisdiction, seq)
  where (stream like 'people:%' or stream like 'denied:%' or stream like 'settings:%' or stream like 'access:%');
create index entries_on_record_type on ledger.entries (jurisdiction, type, seq)
  where (stream like 'people:%' or stream like 'denied:%' or stream like 'settings:%' or stream like 'access:%');
