import { runMigrations } from 'graphile-worker';
import pg from 'pg';

/**
 * graphile-worker keeps its tables under row security without a policy, so that only their owner works with them. The
 * application runs as another role: it gets one policy per table, and nothing outside the schema.
 */
const GRANTS = `
  grant usage on schema graphile_worker to yimen_app;
  grant select, insert, update, delete on all tables in schema graphile_worker to yimen_app;
  revoke insert, update, delete on graphile_worker.migrations from yimen_app;
  grant usage on all sequences in schema graphile_worker to yimen_app;
  grant execute on all functions in schema graphile_worker to yimen_app;
  do $$
  declare found record;
  begin
    for found in
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'graphile_worker' and c.relrowsecurity
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'yimen_app')
    loop
      execute format('create policy yimen_app on graphile_worker.%I to yimen_app using (true) with check (true)', found.relname);
    end loop;
  end
  $$;
`;

/** Brings graphile-worker's own schema up to date, as the owner of the database. Running it again changes nothing. */
export async function installJobs(ownerConnectionString: string): Promise<void> {
  await runMigrations({ connectionString: ownerConnectionString });
  const client = new pg.Client({ connectionString: ownerConnectionString, application_name: 'yimen jobs' });
  await client.connect();
  try {
    await client.query('begin');
    // Two servers starting together would otherwise make the same policy at once.
    await client.query(`select pg_advisory_xact_lock(hashtext('yimen.installJobs'))`);
    await client.query(GRANTS);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
