import { diffItems, type ItemChange, type PublishedItem } from '@yimen/core/catalogue';
import { ok, refuse, type Day } from '@yimen/kernel';
import { sql } from 'kysely';
import { transact } from '../../platform/ledger/index.ts';
import type { Db, Tx } from '../../platform/shell.ts';
import { contentHash } from './entry.ts';
import { publish } from './publish.ts';

/** One item of a file against the newest version published. */
export interface TakenItem {
  readonly item: PublishedItem;
  readonly kind: 'added' | 'changed' | 'unchanged' | 'refused';
  readonly changes: readonly ItemChange[];
  /** Why it could not be published: findings of the lint, field and words. */
  readonly refused: readonly string[];
}

interface Taking {
  readonly jurisdiction: string;
  readonly from: Day;
  readonly source: string;
}

/** What a file of items would do: nothing is written. Items of another hall are refused. */
export async function previewItems(
  db: Db,
  items: readonly PublishedItem[],
  { jurisdiction, from }: Omit<Taking, 'source'>,
): Promise<readonly TakenItem[]> {
  const taken: TakenItem[] = [];
  const standing = await newest(db, jurisdiction);
  for (const item of items) {
    if (item.jurisdiction !== jurisdiction) {
      taken.push({ item, kind: 'refused', changes: [], refused: [`jurisdiction ${item.jurisdiction}`] });
      continue;
    }
    const before = standing.get(item.id);
    const changes = before === undefined ? [] : diffItems(before, item);
    const same = before !== undefined && contentHash(before).equals(contentHash(item));
    const next = same ? before : { ...item, version: (before?.version ?? 0) + 1, effectiveFrom: from };
    const kind = same ? 'unchanged' : before === undefined ? 'added' : 'changed';
    taken.push({ item: next, kind, changes, refused: [] });
  }
  return taken;
}

async function newest(db: Db, jurisdiction: string): Promise<ReadonlyMap<string, PublishedItem>> {
  const { rows } = await sql<{ content: PublishedItem }>`select distinct on (item_id) content
    from catalogue.item_version where jurisdiction = ${jurisdiction} order by item_id, version desc`.execute(db);
  return new Map(rows.map(({ content }) => [content.id, content]));
}

/** Publishes all that a file changes, or nothing: one item the law would not allow stops the whole file. */
export async function takeItems(
  db: Db,
  items: readonly PublishedItem[],
  taking: Taking,
): Promise<readonly TakenItem[]> {
  const taken = await previewItems(db, items, taking);
  if (taken.some(({ kind }) => kind === 'refused')) return taken;
  const done = await transact<readonly TakenItem[], readonly TakenItem[]>(db, async (tx) => {
    const result: TakenItem[] = [];
    for (const one of taken) result.push(await takeOne(tx, one, taking.source));
    return result.some(({ kind }) => kind === 'refused') ? refuse(result) : ok(result);
  });
  return done.ok ? done.value : done.error;
}

async function takeOne(tx: Tx, taken: TakenItem, source: string): Promise<TakenItem> {
  if (taken.kind === 'unchanged') return taken;
  const published = await publish(tx, taken.item, source);
  if (published.ok) return taken;
  const { error } = published;
  const refused =
    error.code === 'unlawful'
      ? error.findings.map(({ field, words, article = '' }) => `${field}: ${words.zh} ${article} / ${words.en}`)
      : [error.code];
  return { ...taken, kind: 'refused', refused };
}
