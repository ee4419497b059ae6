-- Uploads: whether a virus scanner has seen a file, and who may attach it.
-- Files taken before have been seen by none.
alter table casework.uploads
  add column state text not null default 'unscanned' check (state in ('unscanned', 'clean', 'infected')),
  add column scanned_at timestamptz(3),
  add column signature text,
  add check ((state = 'unscanned') = (scanned_at is null)),
  add check ((state = 'infected') = (signature is not null));

comment on column casework.uploads.state is 'unscanned: no scanner was configured when it came; with one it is scanned before it is served. infected: never served.';

-- A hash is no key: a file is attached by whoever brought it.
create table casework.upload_holders (
  jurisdiction text not null,
  holder text not null check (holder ~ '^(draft|case|officer):.'),
  sha256 text not null,
  at timestamptz(3) not null,
  primary key (jurisdiction, holder, sha256),
  foreign key (jurisdiction, sha256) references casework.uploads
);
create index upload_holders_at on casework.upload_holders (jurisdiction, holder, at);

comment on table casework.upload_holders is 'Who uploaded a file: the holder of a draft, of a case’s query code, or an officer. Only they name it in an act, and only so much of it is taken.';

grant update (state, scanned_at, signature) on casework.uploads to yimen_app;
grant select, insert on casework.upload_holders to yimen_app;
