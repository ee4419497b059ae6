import type { Guide, ItemSummary } from '@yimen/contract';
import {
  isGuideEntry,
  itemKinds,
  lanesOf,
  type ExaminationNode,
  type PublishedItem,
  type ServiceItem,
  type StepNode,
} from '@yimen/core/catalogue';
import { specialProcedureRules, type Limit } from '@yimen/core/clock';

type Names = ReadonlyMap<string, string>;
type LimitView = NonNullable<ItemSummary['statutory']>;
type Detail = NonNullable<Guide['detail']>;

/** One line of a list of items. */
export function summaryOf(entry: PublishedItem, authorities: Names, matched: readonly string[] = []): ItemSummary {
  const known = {
    jurisdiction: entry.jurisdiction,
    id: entry.id,
    name: entry.name,
    kind: entry.kind,
    theme: themeOf(entry),
    authorityName: authorities.get(entry.authority) ?? entry.authority,
    availability: entry.availability,
    matched: [...matched],
  };
  if (isGuideEntry(entry)) return known;
  const { handling, limits } = entry;
  return { ...known, handling, statutory: limitOf(limits.statutory), promised: limitOf(limits.promised) };
}

/** What a list is sorted by; a list without themes has only the kind of power. */
export function themeOf(entry: PublishedItem): string {
  return isGuideEntry(entry) ? itemKinds[entry.kind].zh : entry.theme;
}

/** What the public may read of an item: the eight things of Art. 30 and more; only the list's facts of a guide-only one. */
export function guideOf(entry: PublishedItem, authorities: Names): Guide {
  const { matched: _matched, ...summary } = summaryOf(entry, authorities);
  return {
    ...summary,
    version: entry.version,
    effectiveFrom: entry.effectiveFrom,
    kindName: itemKinds[entry.kind].zh,
    codes: isGuideEntry(entry) ? { local: entry.codes.local } : entry.codes,
    ...(isGuideEntry(entry) ? { sourceUrl: entry.sourceUrl } : { detail: detailOf(entry, authorities) }),
  };
}

function detailOf(item: ServiceItem, authorities: Names): Detail {
  const { serves, conditions, quantityLimit, demonstration, service } = item;
  return {
    serves: [...serves],
    bases: [...item.bases],
    conditions: [...conditions],
    ...(quantityLimit === undefined ? {} : { quantityLimit }),
    materials: item.materials.map((material) => ({ ...material, acceptanceRules: [...material.acceptanceRules] })),
    form: item.form.map(({ id, title, questions }) => ({
      id,
      title,
      questions: questions.map(({ options, ...question }) => ({
        ...question,
        ...(options === undefined ? {} : { options: [...options] }),
      })),
    })),
    steps: item.procedure.examination.flatMap((node) => stepsIn(node, item, authorities)),
    specialProcedures: item.procedure.specialProcedures.map(({ procedure, namedLaw: _namedLaw, ...allowed }) => {
      const { zh, en } = specialProcedureRules[procedure];
      return { procedure, name: { zh, en }, ...allowed };
    }),
    limits: limitsOf(item.limits),
    fees: [...item.fees],
    result: item.result,
    service: { ...service, windows: [...service.windows] },
    remedies: item.remedies,
    ...(demonstration === undefined ? {} : { demonstration }),
  };
}

/** Branches that run side by side are lettered; a step under a condition says it. */
function stepsIn(node: ExaminationNode, item: ServiceItem, authorities: Names): Detail['steps'] {
  return lanesOf(node).flatMap((lane, at) =>
    lane.map((step) => ({
      ...stepOf(step, authorities.get(step.authority ?? item.authority) ?? ''),
      ...(node.kind === 'parallel' ? { parallel: String.fromCodePoint(65 + at) } : {}),
      ...(node.kind === 'when' ? { condition: node.condition } : {}),
    })),
  );
}

function stepOf(
  { id, name, duty, limitDays, integrityRiskPoint }: StepNode,
  authorityName: string,
): Detail['steps'][number] {
  return {
    id,
    name,
    duty,
    authorityName,
    limitDays,
    ...(integrityRiskPoint === undefined ? {} : { integrityRiskPoint }),
  };
}

function limitsOf({ acceptance, statutory, promised, delivery, extension }: ServiceItem['limits']): Detail['limits'] {
  return {
    acceptance: limitOf(acceptance),
    statutory: limitOf(statutory),
    promised: limitOf(promised),
    delivery: limitOf(delivery),
    ...(extension === undefined ? {} : { extension: limitOf(extension) }),
  };
}

function limitOf({ count, unit, startsOn, basis }: Limit): LimitView {
  return { count, unit, startsOn, basis: `《${basis.law}》${basis.article}` };
}
