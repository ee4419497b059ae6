import type { Words } from '@yimen/kernel';
import { stepsOf } from '../steps.ts';
import { isGuideEntry, type PublishedItem } from '../guideEntry.ts';
import type { ServiceItem } from '../item.ts';

/** A figure of a catalogue: so many of so many, by a formula in words, from these rows. */
export interface CatalogueFigure {
  readonly id: string;
  readonly name: Words;
  /** How it is counted; shown beside the figure wherever it is shown. */
  readonly formula: Words;
  readonly count: number;
  /** What `count` is a part of; absent where the figure is a number and no share. */
  readonly of?: number;
  /** More than half reached, for the two that are asked to (两个过半). */
  readonly half?: boolean;
  /** The items counted, by id. */
  readonly rows: readonly string[];
  /** Of a cut, what each of these items had then and has now, in the same order. */
  readonly amounts?: readonly CutAmount[];
}

export interface CutAmount {
  readonly was: number;
  readonly now: number;
}

interface Share {
  readonly id: string;
  readonly name: Words;
  readonly formula: Words;
  readonly counts: (item: ServiceItem) => boolean;
  readonly half?: true;
}

const isInstant = ({ handling }: ServiceItem): boolean => handling === 'instant';
const visitsOf = ({ implementation }: ServiceItem): number | undefined => implementation?.service?.visits;

/**
 * Shares of the items whose elements are known. An instant item (即办件) is one decided at the window on the spot; what is
 * only listed counts in no share, because nothing is known of it.
 */
const shares: readonly Share[] = [
  {
    id: 'inCentre',
    name: { zh: '进驻率', en: 'in the centre' },
    formula: { zh: '进驻大厅的事项 ÷ 要素完整的事项', en: 'items handled in the hall ÷ items fully described' },
    counts: ({ implementation }) => implementation?.service?.inCentre === true,
  },
  {
    id: 'instant',
    name: { zh: '即办率（即时办结）', en: 'done on the spot' },
    formula: {
      zh: '办件类型为即办件的事项 ÷ 要素完整的事项',
      en: 'items of handling “instant” ÷ items fully described',
    },
    counts: isInstant,
    half: true,
  },
  {
    id: 'online',
    name: { zh: '全程网办率', en: 'wholly online' },
    formula: {
      zh: '可以网上办理且到现场次数为 0 的事项 ÷ 要素完整的事项',
      en: 'items done online with no visit ÷ items fully described',
    },
    counts: (item) => item.implementation?.service?.online === true && visitsOf(item) === 0,
    half: true,
  },
  {
    id: 'oneVisit',
    name: { zh: '最多跑一次率', en: 'at most one visit' },
    formula: {
      zh: '到现场次数不超过 1 的事项 ÷ 要素完整的事项',
      en: 'items with at most one visit ÷ items fully described',
    },
    counts: (item) => (visitsOf(item) ?? 2) <= 1,
  },
  {
    id: 'oneReview',
    name: { zh: '一审一核率', en: 'one examination, one approval' },
    formula: {
      zh: '审查不超过一个审核环节、一个审批环节的事项（征求意见除外）÷ 要素完整的事项',
      en: 'items examined in one step and approved in one at most, consultations aside ÷ items fully described',
    },
    counts: ({ procedure }) =>
      ['examination', 'approval'].every((duty) => stepsOf(procedure).filter((step) => step.duty === duty).length <= 1),
  },
];

const fullOf = (items: readonly PublishedItem[]): readonly ServiceItem[] =>
  items.flatMap((item) => (isGuideEntry(item) ? [] : [item]));
const idsOf = (items: readonly PublishedItem[]): readonly string[] => items.map(({ id }) => id);

/** The figures of a catalogue as it was on a day; `items` are what was in force on it. */
export function catalogueFigures(items: readonly PublishedItem[]): readonly CatalogueFigure[] {
  const full = fullOf(items);
  return [
    {
      id: 'items',
      name: { zh: '事项总数', en: 'items' },
      formula: { zh: '当日有效的全部事项', en: 'all items in force on the day' },
      count: items.length,
      rows: idsOf(items),
    },
    {
      id: 'full',
      name: { zh: '要素完整的事项', en: 'items fully described' },
      formula: {
        zh: '法定要素已录入的事项，其余只有目录信息',
        en: 'items with all elements; of the others only the list’s line is known',
      },
      count: full.length,
      of: items.length,
      rows: idsOf(full),
    },
    ...shares.map((share) => shareOf(share, full)),
    speedUp(full),
  ];
}

function shareOf({ id, name, formula, counts, half }: Share, full: readonly ServiceItem[]): CatalogueFigure {
  const counted = full.filter(counts);
  const reached = half === undefined ? {} : { half: counted.length * 2 > full.length };
  return { id, name, formula, count: counted.length, of: full.length, rows: idsOf(counted), ...reached };
}

/** Days promised, an instant item none; undefined where the two limits are not in one unit and cannot be compared. */
function daysOf(item: ServiceItem): { readonly statutory: number; readonly promised: number } | undefined {
  const { statutory, promised } = item.limits;
  if (isInstant(item)) return { statutory: statutory.count, promised: 0 };
  return statutory.unit === promised.unit ? { statutory: statutory.count, promised: promised.count } : undefined;
}

function speedUp(full: readonly ServiceItem[]): CatalogueFigure {
  const compared = full.filter((item) => daysOf(item) !== undefined);
  const days = compared.flatMap((item) => daysOf(item) ?? []);
  const statutory = sum(days.map((one) => one.statutory));
  return {
    id: 'speedUp',
    name: { zh: '承诺提速率', en: 'promised faster than the law' },
    formula: {
      zh: '（法定时限合计 − 承诺时限合计）÷ 法定时限合计；即办件承诺时限按 0 计，两个时限单位不同的事项不计',
      en: '(days by law − days promised) ÷ days by law; an instant item promises 0, items with limits in two units are left out',
    },
    count: statutory - sum(days.map((one) => one.promised)),
    of: statutory,
    rows: idsOf(compared),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const isProof = ({ name }: ServiceItem['materials'][number]): boolean => name.includes('证明');

type Cut = Pick<CatalogueFigure, 'id' | 'name' | 'formula'> & { readonly counted: (item: ServiceItem) => number };

const cuts: readonly Cut[] = [
  {
    id: 'cutMaterials',
    name: { zh: '材料精简率', en: 'materials cut' },
    formula: {
      zh: '（基期材料数 − 当日材料数）÷ 基期材料数，只比两日都有效的事项',
      en: '(materials then − materials now) ÷ materials then, over items in force on both days',
    },
    counted: ({ materials }) => materials.length,
  },
  {
    id: 'cutDays',
    name: { zh: '压减承诺时限', en: 'promised days cut' },
    formula: {
      zh: '（基期承诺时限合计 − 当日承诺时限合计）÷ 基期承诺时限合计，即办件按 0 计，只比两日都有效的事项',
      en: '(days promised then − days promised now) ÷ days promised then; an instant item promises 0; items in force on both days',
    },
    counted: (item) => daysOf(item)?.promised ?? 0,
  },
  {
    id: 'cutProofs',
    name: { zh: '减少证明', en: 'proofs cut' },
    formula: {
      zh: '名称中有“证明”的材料，（基期 − 当日）÷ 基期，只比两日都有效的事项',
      en: 'materials with 证明 in their name, (then − now) ÷ then, over items in force on both days',
    },
    counted: ({ materials }) => materials.filter(isProof).length,
  },
];

/** What was cut between two days: items, materials, promised days, proofs. Negative where it grew. */
export function catalogueCuts(
  base: readonly PublishedItem[],
  now: readonly PublishedItem[],
): readonly CatalogueFigure[] {
  const stays = new Set<string>(now.map(({ id }) => id));
  const gone = base.filter(({ id }) => !stays.has(id));
  const before = new Map(fullOf(base).map((item) => [item.id, item]));
  const pairs = fullOf(now).flatMap((after) => {
    const was = before.get(after.id);
    return was === undefined ? [] : [{ was, after }];
  });
  return [
    {
      id: 'cutItems',
      name: { zh: '精简事项', en: 'items cut' },
      formula: { zh: '基期有效、当日不再有效的事项 ÷ 基期事项', en: 'items in force then and no more ÷ items then' },
      count: gone.length,
      of: base.length,
      rows: idsOf(gone),
    },
    ...cuts.map((cut) => cutOf(cut, pairs)),
  ];
}

interface Pair {
  readonly was: ServiceItem;
  readonly after: ServiceItem;
}

function cutOf({ counted, ...told }: Cut, pairs: readonly Pair[]): CatalogueFigure {
  const amounts = pairs.map(({ was, after }) => ({ id: after.id, was: counted(was), now: counted(after) }));
  const moved = amounts.filter(({ was, now }) => was !== now);
  return {
    ...told,
    count: sum(amounts.map(({ was, now }) => was - now)),
    of: sum(amounts.map(({ was }) => was)),
    rows: moved.map(({ id }) => id),
    amounts: moved.map(({ was, now }) => ({ was, now })),
  };
}
