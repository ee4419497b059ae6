import type { PublishedItem } from '@yimen/core/catalogue';
import { ok, refuse, type Day } from '@yimen/kernel';
import { sql } from 'kysely';
import { transact } from '../../platform/ledger/index.ts';
import type { Db, Tx } from '../../platform/shell.ts';
import { previewItems, refusedAs, type BroughtItem } from './bringItems.ts';
import { publish } from './publish.ts';

/** A hall whose list nobody has published anything of yet: only then does a file become law by itself. */
export async function isFounding(db: Db, jurisdiction: string): Promise<boolean> {
  const { rows } = await sql<{ none: boolean }>`select not exists (
    select from catalogue.item_version where jurisdiction = ${jurisdiction}) as none`.execute(db);
  return rows[0]?.none === true;
}

interface Taking {
  readonly jurisdiction: string;
  readonly from: Day;
  readonly source: string;
}

/**
 * Founds a hall's list: publishes all that a file holds, or nothing, because one item the law would not allow stops the whole
 * file. Throws where something is published already: from then on a file makes drafts ({@link draftItems}).
 */
export async function takeItems(
  db: Db,
  items: readonly PublishedItem[],
  taking: Taking,
): Promise<readonly BroughtItem[]> {
  const done = await transact<readonly BroughtItem[], readonly BroughtItem[]>(db, async (tx) => {
    if (!(await isFounding(tx, taking.jurisdiction))) throw new Error(`${taking.jurisdiction} has a list already`);
    const result: BroughtItem[] = [];
    for (const one of await previewItems(tx, items, taking)) result.push(await takeOne(tx, one, taking));
    return result.some(({ kind }) => kind === 'refused') ? refuse(result) : ok(result);
  });
  return done.ok ? done.value : done.error;
}

async function takeOne(tx: Tx, brought: BroughtItem, { from, source }: Taking): Promise<BroughtItem> {
  if (brought.kind === 'refused') return brought;
  const published = await publish(tx, { ...brought.item, version: 1, effectiveFrom: from }, source);
  if (published.ok) return brought;
  const { error } = published;
  if (error.code !== 'unlawful') throw new Error(`${brought.item.id} stands in an empty list`);
  return refusedAs(
    brought.item,
    error.findings.map(({ field, words, article = '' }) => ({
      zh: `${field}：${words.zh}${article}`,
      en: `${field}: ${words.en}`,
    })),
  );
}
