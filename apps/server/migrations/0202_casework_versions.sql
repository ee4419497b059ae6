-- Unfinished cases by the version of the item they are under: what moving them to a newer one begins from.
create index cases_version on casework.cases (jurisdiction, item_id, item_version, case_id) where open;
