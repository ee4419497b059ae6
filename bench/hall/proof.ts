import pg from 'pg';
import { connect } from '../../apps/server/src/platform/database/connect.ts';
import { verifyAll } from '../../apps/server/src/platform/ledger/index.ts';
import type { Acknowledged } from './actors.ts';

/** What the database says of the acts that clients were told are done. All but the first two must be 0. */
export interface Proof {
  readonly acknowledged: number;
  readonly entries: number;
  readonly lost: number;
  readonly doubled: number;
  readonly revisionGaps: number;
  readonly casesApart: number;
  readonly chainBreaks: number;
  readonly paperNumberGaps: number;
  /** Case numbers given and not used: their filing was cut off. Allowed (see the migration), so only told. */
  readonly caseNumbersUnused: number;
}

const NUMBERS = {
  doubled: `select count(*)::int as n from (
      select command_id from ledger.entries where stream like 'case:%' and command_id = any($1)
      group by command_id having count(distinct stream) > 1) as twice`,
  revisionGaps: `select count(*)::int as n from (
      select stream from ledger.entries group by jurisdiction, stream
      having max(revision) <> count(*) or count(*) <> count(distinct revision)) as gaps`,
  casesApart: `select count(*)::int as n from casework.cases c full join (select * from ledger.heads where stream like 'case:%') h
      on h.jurisdiction = c.jurisdiction and h.stream = 'case:' || c.case_id
      where c.revision is distinct from h.revision`,
  paperNumberGaps: `select (coalesce((select sum(last) from documents.number_series), 0)
      - (select count(distinct number) from documents.papers where number is not null))::int as n`,
  caseNumbersUnused: `select (coalesce((select sum(last) from casework.number_serials), 0)
      - (select count(*) from casework.cases))::int as n`,
  entries: `select count(*)::int as n from ledger.entries`,
} as const;

/** Compares the journal of the clients with the database, and the database with itself. */
export async function prove(ownerConnectionString: string, acts: readonly Acknowledged[]): Promise<Proof> {
  const client = new pg.Client({ connectionString: ownerConnectionString });
  await client.connect();
  try {
    const ids = acts.map(({ commandId }) => commandId);
    const count = async (text: string): Promise<number> => {
      const { rows } = await client.query<{ n: number }>(text, text.includes('$1') ? [ids] : []);
      return rows[0]?.n ?? Number.NaN;
    };
    const numbers: Record<string, number> = {};
    for (const [name, text] of Object.entries(NUMBERS)) numbers[name] = await count(text);
    return {
      acknowledged: acts.length,
      entries: numbers['entries'] ?? Number.NaN,
      lost: await countLost(client, acts),
      doubled: numbers['doubled'] ?? Number.NaN,
      revisionGaps: numbers['revisionGaps'] ?? Number.NaN,
      casesApart: numbers['casesApart'] ?? Number.NaN,
      chainBreaks: await breaks(ownerConnectionString),
      paperNumberGaps: numbers['paperNumberGaps'] ?? Number.NaN,
      caseNumbersUnused: numbers['caseNumbersUnused'] ?? Number.NaN,
    };
  } finally {
    await client.end();
  }
}

/** Lost: no remembered answer, another answer than the client got, or no entry at the revision it was told. */
async function countLost(client: pg.Client, acts: readonly Acknowledged[]): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from json_to_recordset($1::json)
        as a("commandId" text, "caseId" text, number text, revision int)
      where not exists (select from ledger.commands c where c.command_id = a."commandId"
          and c.answer ->> 'caseId' = a."caseId" and (c.answer ->> 'revision')::int = a.revision)
        or not exists (select from ledger.entries e where e.stream = 'case:' || a."caseId"
          and e.revision = a.revision and e.command_id = a."commandId")`,
    [JSON.stringify(acts)],
  );
  return rows[0]?.n ?? Number.NaN;
}

async function breaks(connectionString: string): Promise<number> {
  const database = connect<unknown>({ connectionString, applicationName: 'bench proof', max: 2 });
  try {
    return (await verifyAll(database.kysely)).breaks.length;
  } finally {
    await database.close();
  }
}
