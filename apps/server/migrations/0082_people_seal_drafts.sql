-- Keys that seal what a person typed and did not send yet, kept on the computer they typed it at.
create table people.draft_key (
  jurisdiction text not null,
  person text not null,
  key bytea not null check (octet_length(key) = 32),
  primary key (jurisdiction, person),
  foreign key (jurisdiction, person) references people.person
);
comment on table people.draft_key is 'Given to this person only, after signing in: what they left on a shared computer nobody else can read.';
grant select, insert on people.draft_key to yimen_app;
