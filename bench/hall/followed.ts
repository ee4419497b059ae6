import { sql } from 'kysely';
import type { Db } from '../../apps/server/src/platform/shell.ts';

/** Copied by one statement. */
const AT_ONCE = 50_000;
/** The copies are decided on working weeks back from today. */
const DAYS = 220;

/**
 * Each decided case supervision follows again and again under other ids, back from today; all but the first `open` ended. What the board
 * does not read (states, trails) is left out, and nothing of them becomes due.
 */
export async function copyFollowed(db: Db, cases: number, open: number): Promise<void> {
  const { rows } = await sql<{ column: string }>`select column_name as column from information_schema.columns
    where table_schema = 'supervision' and table_name = 'watch' and is_generated = 'NEVER' order by ordinal_position`.execute(
    db,
  );
  const shifted = (column: string) => sql`(s.${sql.ref(column)} - (n % ${DAYS})::int)`;
  const written: Readonly<Record<string, ReturnType<typeof shifted>>> = {
    case_id: sql`gen_random_uuid()::text`,
    number: sql`'B' || n::text`,
    open: sql`n <= ${open}`,
    state: sql`'{}'::jsonb`,
    trail: sql`'[]'::jsonb`,
    next_at: sql`null`,
    // Everybody another person with a telephone of their own, as in a town.
    identity_hash: sql`sha256(convert_to('person ' || n::text, 'UTF8'))`,
    phone_hash: sql`sha256(convert_to('phone ' || n::text, 'UTF8'))`,
    ...Object.fromEntries(
      ['filed_on', 'received_on', 'accepted_on', 'decided_on', 'ended_on'].map((day) => [day, shifted(day)]),
    ),
  };
  const columns = rows.map(({ column }) => column);
  const values = columns.map((column) => written[column] ?? sql`s.${sql.ref(column)}`);
  for (let from = 1; from <= cases; from += AT_ONCE) {
    const to = Math.min(cases, from + AT_ONCE - 1);
    const { numAffectedRows = 0n } =
      await sql`insert into supervision.watch (${sql.join(columns.map((column) => sql.ref(column)))})
      select ${sql.join(values)} from generate_series(${from}::int, ${to}::int) n
      join (select *, row_number() over (order by case_id) - 1 as nth, count(*) over () as many
        from supervision.watch where decided_on is not null and number not like 'B%') s on s.nth = n % s.many`.execute(
        db,
      );
    if (Number(numAffectedRows) !== to - from + 1) throw new Error(`${String(numAffectedRows)} copied`);
  }
}
