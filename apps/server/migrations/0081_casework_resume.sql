-- Who typed what last, and a second way to a draft: a code a person can copy from paper.
alter table casework.drafts add column revision integer not null default 0;
-- Field → [revision that last wrote it, the device it was typed on].
alter table casework.drafts add column touched jsonb not null default '{}';
alter table casework.drafts add column resume_look_up bytea;
create unique index drafts_resume on casework.drafts (resume_look_up);

comment on column casework.drafts.resume_look_up is 'HMAC of the resume code; the code itself is derived from the draft and stored nowhere.';

-- What an applicant has typed and handed in for an act on their case, before it is sent.
create table casework.replies (
  jurisdiction text not null,
  case_id text not null,
  act text not null check (act in ('correction', 'withdrawal', 'rating')),
  content jsonb not null,
  saved_at timestamptz(3) not null,
  primary key (jurisdiction, case_id, act),
  foreign key (jurisdiction, case_id) references casework.cases (jurisdiction, case_id)
);
create index replies_saved on casework.replies (saved_at);

comment on table casework.replies is 'Corrections, withdrawals and ratings being typed. Gone once sent, or a month after the last save.';

grant select, insert, update, delete on casework.replies to yimen_app;
