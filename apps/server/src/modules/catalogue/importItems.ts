import type { Jurisdiction } from '@yimen/core/people';
import type { Day } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/shell.ts';
import { parseItemsCsv, planImport, type ImportFinding, type ListedDepartment } from './import/index.ts';
import { publish, publishFirst } from './publish.ts';
import { guideEntries } from './queries.ts';

export interface ImportedItems {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Every row that was not taken, and every row taken without something. */
  readonly findings: readonly ImportFinding[];
  readonly departments: readonly ListedDepartment[];
}

export interface ItemList {
  readonly text: string;
  /** The file's name, kept with every version it brought. */
  readonly source: string;
  readonly jurisdiction: Jurisdiction;
  readonly from: Day;
}

/**
 * Takes a district's published list of items: rows that can be taken become guide entries, a row that says something new
 * the next version, and of every other row the line, column and reason are told. All in one transaction; a second run
 * changes nothing.
 */
export async function importItems(db: Db, { text, source, jurisdiction, from }: ItemList): Promise<ImportedItems> {
  return db.transaction().execute(async (tx) => {
    // Two runs at once would both publish the same next version.
    await sql`select pg_advisory_xact_lock(hashtext('catalogue.import'), hashtext(${jurisdiction}))`.execute(tx);
    const inFull = await fullItems(tx, jurisdiction);
    const { entries, departments, findings } = parseItemsCsv(text, { jurisdiction, level: 'county', from, inFull });
    const { added, changed, unchanged } = planImport(entries, await guideEntries(tx, jurisdiction));
    await publishFirst(tx, added, source);
    for (const entry of changed) {
      const published = await publish(tx, entry, source);
      if (!published.ok) throw new Error(`${entry.id}: ${published.error.code}`);
    }
    return { added: added.length, changed: changed.length, unchanged, findings, departments };
  });
}

/** What the hall handles itself is changed in five steps, and by no copy of another's list. */
async function fullItems(tx: Tx, jurisdiction: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select distinct item_id as id from catalogue.item_version
    where jurisdiction = ${jurisdiction} and content ? 'procedure'`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
