import type { DeskItemRow } from '@yimen/contract';
import { checkItem, isGuideEntry, localDifferences, type PublishedItem, type ServiceItem } from '@yimen/core/catalogue';
import { readFeel } from '../../../platform/feel/index.ts';
import type { Db } from '../../../platform/shell.ts';
import type { ListedDraft } from '../drafts.ts';
import { contentHash } from '../entry.ts';
import { contentsOf, type InForce } from '../queries.ts';
import { adoptionsIn, templatesOf, type ListedAdoption } from './store.ts';

/** What the lint counts in an item, held against its template where it was adopted; what was accepted with a reason is not counted. */
export function countFindings(item: ServiceItem, template?: ServiceItem): NonNullable<DeskItemRow['findings']> {
  const findings = checkItem(item, readFeel, template);
  const count = (severity: 'error' | 'warning'): number =>
    findings.filter((one) => one.severity === severity && one.accepted === undefined).length;
  return { errors: count('error'), warnings: count('warning') };
}

interface Judged {
  readonly findings: NonNullable<DeskItemRow['findings']>;
  readonly differences: number;
}

/** One content against one template says the same for ever; by both hashes. */
const judged = new Map<string, Judged>();
const MOST_KEPT = 25_000;

function judge(key: string, item: PublishedItem, template: ServiceItem): Judged {
  const answer = isGuideEntry(item)
    ? { findings: { errors: 0, warnings: 0 }, differences: 0 }
    : { findings: countFindings(item, template), differences: localDifferences(template, item).length };
  if (judged.size >= MOST_KEPT) judged.clear();
  judged.set(key, answer);
  return answer;
}

interface Standing {
  readonly versions: readonly InForce[];
  readonly drafts: ReadonlyMap<string, ListedDraft>;
}

/** What the list of a hall says of its adopted items, by their ids; only what was not judged before is read. */
export async function templateMarks(
  db: Db,
  jurisdiction: string,
  { versions, drafts }: Standing,
): Promise<ReadonlyMap<string, Pick<DeskItemRow, 'findings' | 'template'>>> {
  const adoptions = await adoptionsIn(db, jurisdiction);
  if (adoptions.size === 0) return new Map();
  const inForce = new Map<string, InForce>(versions.map((version) => [version.id, version]));
  const asked = [...adoptions].flatMap(([id, adoption]) => {
    const [draft, version] = [drafts.get(id)?.content, inForce.get(id)];
    const hash = draft === undefined ? version?.hash : contentHash(draft).toString('hex');
    return hash === undefined ? [] : [{ id, adoption, draft, version, key: `${hash} ${adoption.templateHash}` }];
  });
  const known = new Map(asked.map(({ key }) => [key, judged.get(key)]));
  const unread = asked.filter(({ key }) => !judged.has(key));
  const templates = await templatesOf(
    db,
    jurisdiction,
    unread.map(({ id }) => id),
  );
  const published = unread.flatMap(({ draft, version }) =>
    draft !== undefined || version === undefined ? [] : [version],
  );
  const contents = await contentsOf(db, jurisdiction, published);
  for (const { id, draft, version, key } of unread) {
    const [template, content] = [templates.get(id), draft ?? contents.get(version?.hash ?? '')];
    if (template !== undefined && content !== undefined) known.set(key, judge(key, content, template));
  }
  return new Map(asked.flatMap(({ id, adoption, key }) => markOf(id, adoption, known.get(key))));
}

type Mark = readonly [id: string, mark: Pick<DeskItemRow, 'findings' | 'template'>];

function markOf(id: string, { version, pending }: ListedAdoption, found: Judged | undefined): readonly Mark[] {
  if (found === undefined) return [];
  const { findings, differences } = found;
  return [[id, { findings, template: { version, differences, pending } }]];
}
