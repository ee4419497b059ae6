-- Open streams are asked for by the ids of their sessions, every few seconds.
create unique index session_id on people.session (id);
