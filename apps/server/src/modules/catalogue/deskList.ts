import type { DeskItems } from '@yimen/contract';
import { checkItem, isGuideEntry, itemKinds, type PublishedItem } from '@yimen/core/catalogue';
import { dayOf } from '@yimen/kernel';
import { z } from 'zod';
import { readFeel } from '../../platform/feel/index.ts';
import type { Shell } from '../../platform/shell.ts';
import { draftsIn, type ListedDraft } from './drafts.ts';
import { contentHash } from './entry.ts';
import { hallItems } from './queries.ts';
import type { CatalogueNeighbours } from './routes.ts';

const PAGE = 50;

/** How an editor asks for the list. */
export const ListAsked = z.object({
  q: z.string().max(100).optional(),
  department: z.string().max(120).optional(),
  kind: z.string().max(40).optional(),
  state: z.enum(['draft', 'full', 'guideOnly']).optional(),
  findings: z.enum(['error', 'warning', 'none']).optional(),
  cursor: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
});
export type ListAsked = z.infer<typeof ListAsked>;

/** One page of the hall's items that are asked for, with how many every department has of them. */
export async function listItems(
  shell: Shell,
  near: CatalogueNeighbours,
  jurisdiction: string,
  asked: ListAsked,
): Promise<DeskItems> {
  const [items, drafts, names] = await Promise.all([
    hallItems(shell.db, jurisdiction, dayOf(shell.now())),
    draftsIn(shell.db, jurisdiction),
    near.authorityNames(jurisdiction),
  ]);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const listed = new Set<string>(items.map(({ id }) => id));
  const begun = [...drafts.values()].filter(({ content }) => !listed.has(content.id)).map(asNew);
  return pageOf(
    [...begun, ...items].map((item) => rowOf(item, nameOf(item.authority), drafts.get(item.id))),
    asked,
  );
}

/** A draft of an item that is not on the list: version 0. */
const asNew = ({ content }: ListedDraft): PublishedItem => ({ ...content, version: 0 });

type Row = DeskItems['rows'][number];

function rowOf(item: PublishedItem, authorityName: string, listed: ListedDraft | undefined): Row {
  const { id, name, kind, authority, version, effectiveFrom } = item;
  const known = { id, name, kind, kindName: itemKinds[kind].zh, authority, authorityName, version, effectiveFrom };
  const full = !isGuideEntry(item);
  if (listed === undefined) return { ...known, full, ...(full ? { findings: countedOf(item) } : {}) };
  const { content, ...draft } = listed;
  return { ...known, full, draft, findings: countedOf(content) };
}

type Counted = NonNullable<Row['findings']>;

/** The lint of one content says the same for ever; the newest few thousand answers are kept. */
const counted = new Map<string, Counted>();
const MOST_COUNTED = 4000;

function countedOf(item: PublishedItem): Counted {
  const hash = contentHash(item).toString('base64');
  const known = counted.get(hash);
  if (known !== undefined) return known;
  const findings = isGuideEntry(item) ? [] : checkItem(item, readFeel);
  const count = (severity: 'error' | 'warning'): number =>
    findings.filter((one) => one.severity === severity && one.accepted === undefined).length;
  const answer = { errors: count('error'), warnings: count('warning') };
  if (counted.size >= MOST_COUNTED) counted.clear();
  counted.set(hash, answer);
  return answer;
}

const hasFindings = ({ findings }: Row, asked: NonNullable<ListAsked['findings']>): boolean => {
  if (findings === undefined) return false;
  const { errors, warnings } = findings;
  return { error: errors > 0, warning: warnings > 0, none: errors + warnings === 0 }[asked];
};

const inState = (row: Row, state: NonNullable<ListAsked['state']>): boolean =>
  state === 'draft' ? row.draft !== undefined : row.full === (state === 'full');

const isWanted = (row: Row, { q = '', kind, state, findings }: ListAsked): boolean =>
  (q === '' || row.name.includes(q) || row.id.includes(q)) &&
  (kind === undefined || row.kind === kind) &&
  (state === undefined || inState(row, state)) &&
  (findings === undefined || hasFindings(row, findings));

function pageOf(rows: readonly Row[], asked: ListAsked): DeskItems {
  const { department, cursor = '0' } = asked;
  const found = rows.filter((row) => isWanted(row, asked));
  const departments = [...Map.groupBy(found, ({ authority }) => authority)].map(([id, own]) => ({
    id,
    name: own[0]?.authorityName ?? id,
    count: own.length,
  }));
  const chosen = department === undefined ? found : found.filter(({ authority }) => authority === department);
  const from = Number(cursor);
  return {
    rows: chosen.slice(from, from + PAGE),
    total: chosen.length,
    departments: departments.toSorted((left, right) => right.count - left.count),
    ...(from + PAGE < chosen.length ? { next: String(from + PAGE) } : {}),
  };
}
