-- Signing in through a sign-in service (统一身份认证, OpenID Connect): what such a session was proved with, and which browsers are
-- on their way. What ties the way back to the way out is derived from the browser's cookie; the table alone opens nothing.

alter table people.session
  add column way text not null default 'password' check (way in ('password', 'provider')),
  drop constraint session_factor_check,
  add constraint session_factor_check check (factor in ('none', 'totp', 'passkey', 'recovery', 'provider'));
comment on column people.session.way is 'What the first step was: the password kept here, or a sign-in service.';

create table people.provider_way (
  secret_hash bytea primary key check (octet_length(secret_hash) = 32),
  begun_at timestamptz(3) not null
);
create index provider_way_begun on people.provider_way (begun_at);
comment on table people.provider_way is 'Browsers sent to the sign-in service; a row is taken once, within ten minutes.';

grant select, insert, delete on people.provider_way to yimen_app;
