-- Open cases in which a department examines beside the deciding one: few, and asked for by each of its officers.
create index cases_others on casework.cases using gin (other_authorities) where open and other_authorities <> '{}';
