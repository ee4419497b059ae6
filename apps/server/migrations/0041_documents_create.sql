-- Papers. That each was numbered, sealed and revoked stands in the ledger, streams `paper:<paperId>`; this is what
-- screens, the public verification page and an interrupted making read.
create schema documents;

create table documents.papers (
  jurisdiction text not null,
  paper_id text not null,
  case_id text not null,
  -- The fact this paper tells of, and the act that asked for it.
  revision integer not null,
  kind text not null,
  ordinal smallint not null,
  requested_at timestamptz(3) not null,
  state text not null check (state in ('requested', 'numbered', 'ready', 'revoked', 'failed')),
  number text,
  issuer text,
  issued_on date,
  verification_code text,
  -- What stands on the page, fixed when the number is taken: made again after a crash it says the same.
  content jsonb,
  sha256 text,
  pages integer,
  sealed_at timestamptz(3),
  failure text,
  primary key (jurisdiction, paper_id)
) with (fillfactor = 70);

create unique index papers_once on documents.papers (jurisdiction, case_id, revision, kind);
create unique index papers_code on documents.papers (verification_code) where verification_code is not null;
create index papers_hash on documents.papers (sha256) where sha256 is not null;
create index papers_unmade on documents.papers (requested_at) where state in ('requested', 'numbered');

comment on table documents.papers is 'One row a paper, made once per fact and kind; a crash between numbering and sealing resumes with the same number.';

-- 机关简称+性质+〔年〕: the last serial given. The row is locked until the paper is recorded, so a roll-back gives it back.
create table documents.number_series (
  jurisdiction text not null,
  series text not null,
  last integer not null check (last > 0),
  primary key (jurisdiction, series)
) with (fillfactor = 70);

grant usage on schema documents to yimen_app;
grant select, insert, update on documents.papers to yimen_app;
grant select, insert, update on documents.number_series to yimen_app;
