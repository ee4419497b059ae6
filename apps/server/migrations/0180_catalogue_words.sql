-- 群众的说法: rows of a hall beside those every hall begins with; a row of the same official part takes the place of the shipped one.
create table catalogue.everyday_word (
  jurisdiction text not null,
  official text not null check (char_length(official) between 2 and 60),
  everyday text[] not null,
  changed_by text not null,
  changed_at timestamptz(3) not null,
  primary key (jurisdiction, official)
);
comment on column catalogue.everyday_word.everyday is 'Empty where the office silenced a shipped row.';

-- 问不到的事: what was searched for and not found, without who asked; dropped half a year after it was asked last.
create table catalogue.missed_question (
  jurisdiction text not null,
  question text not null check (char_length(question) between 2 and 40),
  times integer not null check (times > 0),
  first_on date not null,
  last_on date not null,
  dealt_on date,
  primary key (jurisdiction, question)
);
create index missed_question_open on catalogue.missed_question (jurisdiction, times desc, question) where dealt_on is null;
create index missed_question_old on catalogue.missed_question (last_on);

-- Which table of everyday words a row was made with: another table, and the row is made again.
alter table catalogue.item_search add column made_with text not null default '';

grant select, insert, update, delete on catalogue.everyday_word, catalogue.missed_question to yimen_app;
