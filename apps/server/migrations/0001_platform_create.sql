-- What every later migration stands on: the application's role and the schema of the platform itself.
-- The application connects as yimen_app. It owns nothing and may only do what a migration grants it by name, so that no
-- mistake and no injected statement of the application can rewrite history (Archives Law Art. 37–39; Measures on Electronic Archives).

do $$
begin
  if not exists (select from pg_roles where rolname = 'yimen_app') then
    create role yimen_app nologin nosuperuser nocreatedb nocreaterole noinherit;
  end if;
exception
  -- Another database of the same cluster created it at the same moment: roles are shared by the cluster.
  when duplicate_object or unique_violation then null;
end
$$;

-- Nobody gets into this database, or makes functions of it, merely by existing.
revoke all on schema public from public;
grant usage on schema public to yimen_app;
alter default privileges revoke execute on functions from public;

-- The schema and its table of migrations are made by the migrator before the first migration runs.
comment on schema platform is 'What the program needs for itself: which migrations ran.';
grant usage on schema platform to yimen_app;
grant select on platform.migration to yimen_app;
