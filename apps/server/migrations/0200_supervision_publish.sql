-- What the public sees of a hall's times, and what a hall closes its day, week and month with.

-- Of a decision, in working days: from receipt to decision with the time the applicant was waited for taken out, and that
-- time apart. The law's own count (took_days) begins with acceptance and leaves special procedures out; this one does not.
alter table supervision.watch add column real_days integer, add column waited_days integer;
create index watch_granted on supervision.watch (jurisdiction, decided_on desc, case_id) where outcome = 'grant';

-- Reports as they were made when their period was over; the entry of the same stream has the hash of the body.
create table supervision.reports (
  jurisdiction text not null,
  kind text not null check (kind in ('daily', 'weekly', 'monthly')),
  from_day date not null,
  to_day date not null,
  body jsonb not null,
  made_at timestamptz(3) not null,
  primary key (jurisdiction, kind, to_day)
);

-- What a department keeps from the public, on which ground (行政许可法 Art. 5).
create table supervision.objections (
  jurisdiction text not null,
  case_id text not null,
  ground text not null,
  reason text not null,
  by_person text not null,
  at timestamptz(3) not null,
  primary key (jurisdiction, case_id)
);
grant select, insert on supervision.reports, supervision.objections to yimen_app;
grant select on supervision.reports, supervision.objections to yimen_supervisor;
