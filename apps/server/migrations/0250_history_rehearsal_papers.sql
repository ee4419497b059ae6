-- A rehearsal of a proposed item version is found again by the item; the signed paper is the one made with it.
alter table history.rehearsals add column item_id text check (item_id <> '');
alter table history.rehearsals add column paper text check (paper ~ '^[0-9a-f]{64}$');
create index rehearsals_of_item on history.rehearsals (jurisdiction, item_id, at desc) where item_id is not null;

comment on column history.rehearsals.paper is 'SHA-256 of the signed report in the file store; null for those saved before reports were signed.';
