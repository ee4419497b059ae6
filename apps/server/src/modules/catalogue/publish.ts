import type { GuideEntry, ItemFinding, PublishedItem } from '@yimen/core/catalogue';
import { addDays, ok, refuse, type Day, type Result } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../platform/shell.ts';
import { contentHash, isFull } from './entry.ts';
import { indexItem, indexItems } from './indexing.ts';
import { errorsOf } from './template/lint.ts';
import { passOver } from './template/store.ts';

export type PublishRefusal =
  | { readonly code: 'unlawful'; readonly findings: readonly ItemFinding[] }
  /** That version stands already with other content, and a version is never changed. */
  | { readonly code: 'version_exists' };

/**
 * Publishes one version of an item: it begins on its day and ends the one before it. `unchanged` when exactly this
 * version was published before. An item the law would not allow is refused with everything that stands against it.
 */
export async function publish(
  tx: Tx,
  entry: PublishedItem,
  source: string,
  today: Day = entry.effectiveFrom,
): Promise<Result<'taken' | 'unchanged', PublishRefusal>> {
  const errors = isFull(entry) ? await errorsOf(tx, entry) : [];
  if (errors.length > 0) return refuse({ code: 'unlawful', findings: errors });
  const { rows } = await sql<{ same: boolean }>`select content_hash = ${contentHash(entry)} as same
    from catalogue.item_version where jurisdiction = ${entry.jurisdiction} and item_id = ${entry.id}
      and version = ${entry.version}`.execute(tx);
  if (rows[0] !== undefined) return rows[0].same ? ok('unchanged') : refuse({ code: 'version_exists' });
  await write(tx, entry, source);
  await passOver(tx, entry);
  // What takes effect later is found, and counted, only then ({@link indexDue}).
  if (entry.effectiveFrom <= today) await indexItem(tx, entry);
  return ok('taken');
}

/** As many as one statement takes. */
const BATCH = 500;

/**
 * {@link publish} of many entries that were never published: a district's list has twenty thousand. Each is its first version, and
 * none is a full item, which the law would have to be asked about. Throws where one is there already.
 */
export async function publishFirst(tx: Tx, entries: readonly GuideEntry[], source: string): Promise<void> {
  for (let at = 0; at < entries.length; at += BATCH) {
    const batch = entries.slice(at, at + BATCH);
    const rows = batch.map((entry) => ({ entry, hash: contentHash(entry).toString('hex') }));
    await sql`insert into catalogue.item_version (jurisdiction, item_id, version, availability, effective_from, effective_to,
        content, content_hash, source)
      select entry ->> 'jurisdiction', entry ->> 'id', (entry ->> 'version')::int, entry ->> 'availability',
        (entry ->> 'effectiveFrom')::date, (entry ->> 'effectiveTo')::date, entry, decode(hash, 'hex'), ${source}
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(entry jsonb, hash text)`.execute(tx);
    await indexItems(tx, batch);
  }
}

async function write(tx: Tx, entry: PublishedItem, source: string): Promise<void> {
  const { jurisdiction, id, version, effectiveFrom } = entry;
  await sql`update catalogue.item_version set effective_to = greatest(${addDays(effectiveFrom, -1)}::date, effective_from)
    where jurisdiction = ${jurisdiction} and item_id = ${id} and version < ${version}
      and (effective_to is null or effective_to >= ${effectiveFrom}::date)`.execute(tx);
  await sql`insert into catalogue.item_version (jurisdiction, item_id, version, availability, effective_from, effective_to,
      content, content_hash, source)
    values (${jurisdiction}, ${id}, ${version}, ${entry.availability}, ${effectiveFrom}::date,
      ${entry.effectiveTo ?? null}::date, ${JSON.stringify(entry)}::jsonb, ${contentHash(entry)}, ${source})`.execute(
    tx,
  );
}
