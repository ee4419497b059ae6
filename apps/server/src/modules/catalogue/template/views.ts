import type { Adopter, DeskItem, ItemTemplate, TemplateList, TemplateProposal } from '@yimen/contract';
import {
  diffItems,
  isGuideEntry,
  itemKinds,
  localDifferences,
  upstreamProposal,
  type PublishedItem,
  type ServiceItem,
} from '@yimen/core/catalogue';
import { dayOf } from '@yimen/kernel';
import { changeView } from '../deskView.ts';
import type { ItemKey } from '../drafts.ts';
import { readContent } from '../exchange/content.ts';
import { hallItems } from '../queries.ts';
import type { CatalogueNeighbours } from '../routes.ts';
import { hallAbove } from './above.ts';
import type { TemplateWorld } from './acts.ts';
import { adoptersOf, adoptionOf, isPending, takenFrom, type Adoption } from './store.ts';

const PAGE = 50;

export interface TemplatesAsked {
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
}

/** The whole items of the hall above, with what this hall has of each; nothing where no hall stands above. */
export async function listTemplates(
  { shell: { db, now }, near }: TemplateWorld,
  jurisdiction: string,
  { q = '', cursor = '0' }: TemplatesAsked,
): Promise<TemplateList> {
  const above = await hallAbove(near, jurisdiction);
  const own = await near.authorityNames(jurisdiction);
  const departments = [...own].map(([id, name]) => ({ id, name }));
  if (above === undefined) return { rows: [], total: 0, departments };
  const today = dayOf(now());
  const items = (await hallItems(db, above.jurisdiction, today)).filter(
    (item) => !isGuideEntry(item) && (item.name.includes(q) || item.id.includes(q)),
  );
  const names = await near.authorityNames(above.jurisdiction);
  const taken = await takenFrom(db, jurisdiction, above.jurisdiction);
  const standing = new Set<string>((await hallItems(db, jurisdiction, today)).map(({ id }) => id));
  const from = Number(cursor);
  return {
    above: above.name,
    rows: items.slice(from, from + PAGE).map((item) => ({
      ...rowOf(item, names),
      standing: taken.has(item.id) ? 'adopted' : standing.has(item.id) ? 'own' : 'none',
    })),
    total: items.length,
    ...(from + PAGE < items.length ? { next: String(from + PAGE) } : {}),
    departments,
  };
}

function rowOf(
  { id, name, kind, authority, version, effectiveFrom }: PublishedItem,
  names: ReadonlyMap<string, string>,
) {
  const authorityName = names.get(authority) ?? authority;
  return { itemId: id, name, kindName: itemKinds[kind].zh, authority, authorityName, version, effectiveFrom };
}

const hallNamed = async (near: CatalogueNeighbours): Promise<(jurisdiction: string) => string> => {
  const names = new Map((await near.halls()).map(({ jurisdiction, name }) => [jurisdiction, name]));
  return (jurisdiction) => names.get(jurisdiction) ?? jurisdiction;
};

/** What an item's own screen says of its template, and of the halls that have it as theirs. */
export async function templateNotes(
  { shell: { db }, near }: TemplateWorld,
  key: ItemKey,
  newest: number,
): Promise<Pick<DeskItem, 'template' | 'adopters'>> {
  const [adoption, adopters, nameOf] = await Promise.all([adoptionOf(db, key), adoptersOf(db, key), hallNamed(near)]);
  return {
    ...(adoption === undefined ? {} : { template: noteOf(adoption, nameOf) }),
    adopters: adopters.map(({ jurisdiction, version, settled, declinedVersion, declinedReason }): Adopter => {
      const known = { hall: nameOf(jurisdiction), version, pending: settled < newest };
      if (declinedVersion === null || declinedReason === null) return known;
      return { ...known, declined: { version: declinedVersion, reason: declinedReason } };
    }),
  };
}

const noteOf = (adoption: Adoption, nameOf: (jurisdiction: string) => string): NonNullable<DeskItem['template']> => ({
  hall: nameOf(adoption.from.jurisdiction),
  version: adoption.version,
  pending: isPending(adoption),
});

/** In what an item, as drafted, differs from its template, and what the template proposes. */
export async function itemTemplate(
  { shell: { db }, near }: TemplateWorld,
  key: ItemKey,
  item: ServiceItem,
): Promise<ItemTemplate | undefined> {
  const adoption = await adoptionOf(db, key);
  if (adoption === undefined) return undefined;
  const { version, template, newest, declined, from } = adoption;
  const proposal = isPending(adoption) && !isGuideEntry(newest) ? proposalOf(template, newest, item) : undefined;
  return {
    hall: (await hallNamed(near))(from.jurisdiction),
    version,
    differences: localDifferences(template, item).map(({ role, allowed, ...change }) => ({
      ...changeView(change),
      role,
      allowed,
    })),
    ...(proposal === undefined ? {} : { proposal }),
    ...(declined === undefined ? {} : { declined }),
    ...(newest.effectiveTo === undefined ? {} : { lastDay: newest.effectiveTo }),
  };
}

function proposalOf(template: ServiceItem, newest: ServiceItem, item: ServiceItem): TemplateProposal {
  const { changes, content, conflicts } = upstreamProposal(template, newest, item);
  const read = readContent(content ?? null);
  const isBoth = (field: string): boolean => conflicts.some((one) => `${field}.`.startsWith(`${one.field}.`));
  const here = read.ok ? diffItems(item, read.value) : [];
  return {
    version: newest.version,
    effectiveFrom: newest.effectiveFrom,
    changes: changes.map(changeView),
    here: here.map((change) => ({ ...changeView(change), both: isBoth(change.field) })),
  };
}

/** The name of the hall above, for a link to what it offers. */
export async function nameAbove(near: CatalogueNeighbours, jurisdiction: string): Promise<string | undefined> {
  return (await hallAbove(near, jurisdiction))?.name;
}
