import type { DeskItems } from '@yimen/contract';
import { isGuideEntry, itemKinds, type PublishedItem, type ServiceItem } from '@yimen/core/catalogue';
import { dayOf } from '@yimen/kernel';
import { z } from 'zod';
import type { Db, Shell } from '../../platform/shell.ts';
import { draftsIn, type ListedDraft } from './drafts.ts';
import { contentHash } from './entry.ts';
import { contentsOf, hallVersions, type InForce } from './queries.ts';
import type { CatalogueNeighbours } from './routes.ts';
import { countFindings, nameAbove, templateMarks } from './template/index.ts';

const PAGE = 50;

/** How an editor asks for the list. */
export const ListAsked = z.object({
  q: z.string().max(100).optional(),
  department: z.string().max(120).optional(),
  kind: z.string().max(40).optional(),
  state: z.enum(['draft', 'full', 'guideOnly', 'adopted', 'upstream']).optional(),
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
  const versions = await hallVersions(shell.db, jurisdiction, dayOf(shell.now()));
  const [items, drafts, names, above] = await Promise.all([
    listedInForce(shell.db, jurisdiction, versions),
    draftsIn(shell.db, jurisdiction),
    near.authorityNames(jurisdiction),
    nameAbove(near, jurisdiction),
  ]);
  const marks = await templateMarks(shell.db, jurisdiction, { versions, drafts });
  const listed = new Set<string>(items.map(({ id }) => id));
  const begun = [...drafts.values()].filter(({ content }) => !listed.has(content.id)).map(asNew);
  const rows = [...begun, ...items].map((item) => rowOf(item, drafts.get(item.id)));
  const named = rows.map((row) => ({
    ...row,
    authorityName: names.get(row.authority) ?? row.authority,
    ...marks.get(row.id),
  }));
  return { ...pageOf(named, asked), ...(above === undefined ? {} : { above }) };
}

type Row = DeskItems['rows'][number];
type Named = Omit<Row, 'authorityName'>;

/** What the list shows of one content, without its version: the same for ever, so it is worked out once. */
type Summary = Pick<Named, 'name' | 'kind' | 'kindName' | 'authority' | 'full' | 'findings'>;

const summaries = new Map<string, Summary>();
const MOST_KEPT = 25_000;

function summaryOf(hash: string, item: PublishedItem): Summary {
  const known = summaries.get(hash);
  if (known !== undefined) return known;
  const { name, kind, authority } = item;
  const listed = { name, kind, authority, kindName: itemKinds[kind].zh };
  const answer = isGuideEntry(item)
    ? { ...listed, full: false }
    : { ...listed, full: true, findings: countFindings(item) };
  if (summaries.size >= MOST_KEPT) summaries.clear();
  summaries.set(hash, answer);
  return answer;
}

/** The list in force; only contents nobody has asked for since the server started are read. */
async function listedInForce(db: Db, jurisdiction: string, versions: readonly InForce[]): Promise<readonly Named[]> {
  const unread = versions.filter(({ hash }) => !summaries.has(hash));
  // Taken before others are added: adding one too many lets all go.
  const known = new Map(versions.map(({ hash }) => [hash, summaries.get(hash)]));
  if (unread.length > 0)
    for (const [hash, content] of await contentsOf(db, jurisdiction, unread)) known.set(hash, summaryOf(hash, content));
  return versions.flatMap(({ hash, ...version }) => {
    const summary = known.get(hash);
    return summary === undefined ? [] : [{ ...version, ...summary }];
  });
}

/** A draft of an item that is not on the list: version 0. */
function asNew({ content }: ListedDraft): Named {
  const { id, effectiveFrom } = content;
  return { id, effectiveFrom, version: 0, ...summaryOfDraft(content) };
}

const summaryOfDraft = (content: ServiceItem): Summary => summaryOf(contentHash(content).toString('hex'), content);

/** A draft is what its findings are about; the name and the department stay those of the list until it is published. */
function rowOf(item: Named, listed: ListedDraft | undefined): Named {
  if (listed === undefined) return item;
  const { content, ...draft } = listed;
  const { findings } = summaryOfDraft(content);
  return { ...item, draft, ...(findings === undefined ? {} : { findings }) };
}

const hasFindings = ({ findings }: Row, asked: NonNullable<ListAsked['findings']>): boolean => {
  if (findings === undefined) return false;
  const { errors, warnings } = findings;
  return { error: errors > 0, warning: warnings > 0, none: errors + warnings === 0 }[asked];
};

const states: Readonly<Record<NonNullable<ListAsked['state']>, (row: Row) => boolean>> = {
  draft: ({ draft }) => draft !== undefined,
  full: ({ full }) => full,
  guideOnly: ({ full }) => !full,
  adopted: ({ template }) => template !== undefined,
  upstream: ({ template }) => template?.pending === true,
};

const isWanted = (row: Row, { q = '', kind, state, findings }: ListAsked): boolean =>
  (q === '' || row.name.includes(q) || row.id.includes(q)) &&
  (kind === undefined || row.kind === kind) &&
  (state === undefined || states[state](row)) &&
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
