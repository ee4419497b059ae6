import { ok, refuse, type Result, type Words } from '@yimen/kernel';
import type { ServiceItem } from '../item.ts';

/** What the stars of an item are counted from. */
export interface StarFacts {
  readonly item: ServiceItem;
  /** The first version that was published whole: what was cut is cut since then. */
  readonly first: ServiceItem;
  /** Of the last twelve months; absent where nobody rated. */
  readonly ratings?: { readonly count: number; readonly mean: number };
}

/** What counts, in the order it is shown. */
export const starRuleIds = ['depth', 'visits', 'instant', 'materials', 'limit', 'rating'] as const;
export type StarRuleId = (typeof starRuleIds)[number];

/** 星级标准 as an editor sets it: what each rule is worth, and from what share of the points on there are two to five stars. */
export interface StarScheme {
  /** Most points of each rule; together a hundred. A rule worth nothing is not counted. */
  readonly most: Readonly<Record<StarRuleId, number>>;
  /** Percent of the points that could be given, for two, three, four and five stars; each above the one before it. */
  readonly steps: readonly [number, number, number, number];
  /** Fewer ratings than this say more of who rated than of the item. */
  readonly leastRatings: number;
}

/** What every hall begins with. */
export const shippedStars: StarScheme = {
  most: { depth: 20, visits: 20, instant: 15, materials: 15, limit: 15, rating: 15 },
  steps: [40, 60, 75, 90],
  leastRatings: 5,
};

/** Why a scheme is none. */
export type SchemeRefusal =
  { readonly code: 'not_hundred'; readonly total: number } | { readonly code: 'steps_not_rising' };

export function checkScheme(scheme: StarScheme): Result<StarScheme, SchemeRefusal> {
  const total = starRuleIds.reduce((sum, id) => sum + scheme.most[id], 0);
  if (total !== 100) return refuse({ code: 'not_hundred', total });
  const rising = scheme.steps.every((step, at) => step > (scheme.steps[at - 1] ?? 0) && step <= 100);
  return rising ? ok(scheme) : refuse({ code: 'steps_not_rising' });
}

interface Given {
  /** Of the most points, from 0 to 1. */
  readonly share: number;
  readonly because: Words;
}
interface StarRule {
  readonly id: StarRuleId;
  readonly name: Words;
  /** How the points are given; shown beside them wherever they are shown. */
  readonly rule: (most: number, scheme: StarScheme) => Words;
  /** Undefined where it cannot be judged, which then counts for nothing. */
  readonly given: (facts: StarFacts, scheme: StarScheme) => Given | undefined;
}

/** Depth of online handling, in the order of the national list: each step is worth more. */
const DEPTHS = [
  ['enquiry', { zh: '网上咨询', en: 'questions online' }, 0.1],
  ['receipt', { zh: '网上收件', en: 'papers handed in online' }, 0.25],
  ['preReview', { zh: '网上预审', en: 'pre-review online' }, 0.4],
  ['acceptance', { zh: '网上受理', en: 'acceptance online' }, 0.6],
  ['handling', { zh: '网上办理', en: 'handling online' }, 0.8],
  ['resultNotice', { zh: '结果网上反馈', en: 'result told online' }, 0.9],
  ['electronicLicence', { zh: '电子证照反馈', en: 'electronic licence' }, 1],
] as const satisfies readonly (readonly [string, Words, number])[];
/** Share of the points by the number of visits; more are worth nothing. */
const VISITS = [1, 0.6, 0.2] as const;

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.max(0, part / whole));
const tenth = (points: number): number => Math.round(points * 10) / 10;
const worth = (most: number, of: number): string => String(tenth(most * of));

/** 星级标准. Rows are data: what is counted, and how it is said. */
const rules: readonly StarRule[] = [
  {
    id: 'depth',
    name: { zh: '网办深度', en: 'depth of online handling' },
    rule: (most) => ({
      zh: DEPTHS.map(([, words, of]) => `${words.zh} ${worth(most, of)} 分`).join('、'),
      en: DEPTHS.map(([, words, of]) => `${words.en} ${worth(most, of)}`).join(', '),
    }),
    given: ({ item }) => {
      const depth = DEPTHS.find(([id]) => id === item.implementation?.service?.onlineDepth);
      return depth === undefined ? undefined : { share: depth[2], because: depth[1] };
    },
  },
  {
    id: 'visits',
    name: { zh: '跑动次数', en: 'visits' },
    rule: (most) => {
      const [none, one, two] = VISITS.map((of) => worth(most, of));
      return {
        zh: `一次不跑 ${none ?? ''} 分，跑一次 ${one ?? ''} 分，跑两次 ${two ?? ''} 分，更多不得分`,
        en: `none ${none ?? ''}, one ${one ?? ''}, two ${two ?? ''}, more nothing`,
      };
    },
    given: ({ item }) => {
      const visits = item.implementation?.service?.visits;
      if (visits === undefined) return undefined;
      return { share: VISITS[visits] ?? 0, because: { zh: `${String(visits)} 次`, en: String(visits) } };
    },
  },
  {
    id: 'instant',
    name: { zh: '即办', en: 'done on the spot' },
    rule: (most) => ({
      zh: `即办件 ${String(most)} 分，承诺件不得分`,
      en: `an instant item ${String(most)}, a promised one nothing`,
    }),
    given: ({ item }) =>
      item.handling === 'instant'
        ? { share: 1, because: { zh: '即办件', en: 'instant' } }
        : { share: 0, because: { zh: '承诺件', en: 'promised' } },
  },
  {
    id: 'materials',
    name: { zh: '材料精简', en: 'materials saved' },
    rule: (most) => ({
      zh: `不用申请人提交的材料（共享取得）和比首版减少的材料，占首版材料的比例 × ${String(most)} 分`,
      en: `materials the applicant need not bring (shared) and those cut since the first version, as a share of the first version’s × ${String(most)}`,
    }),
    given: ({ item, first }) => {
      const brought = item.materials.filter(({ shareable }) => shareable !== true).length;
      const then = first.materials.length;
      return {
        share: share(Math.max(0, then - brought), then),
        because: {
          zh: `首版 ${String(then)} 件，现须提交 ${String(brought)} 件`,
          en: `${String(then)} then, ${String(brought)} to bring now`,
        },
      };
    },
  },
  {
    id: 'limit',
    name: { zh: '时限压缩', en: 'limit cut' },
    rule: (most) => ({
      zh: `（法定时限 − 承诺时限）÷ 法定时限 × ${String(most)} 分；即办件按 0 天计；两个时限单位不同的不计`,
      en: `(days by law − days promised) ÷ days by law × ${String(most)}; an instant item promises 0; limits in two units are not counted`,
    }),
    given: ({ item: { limits, handling } }) => {
      const { statutory, promised } = limits;
      if (handling !== 'instant' && statutory.unit !== promised.unit) return undefined;
      const days = handling === 'instant' ? 0 : promised.count;
      return {
        share: share(statutory.count - days, statutory.count),
        because: {
          zh: `法定 ${String(statutory.count)}，承诺 ${String(days)}`,
          en: `${String(statutory.count)} by law, ${String(days)} promised`,
        },
      };
    },
  },
  {
    id: 'rating',
    name: { zh: '好差评', en: 'ratings' },
    rule: (most, { leastRatings }) => ({
      zh: `近十二个月评价均分（1—5）−1，÷ 4 × ${String(most)} 分；不足 ${String(leastRatings)} 条不计`,
      en: `(mean rating of twelve months − 1) ÷ 4 × ${String(most)}; fewer than ${String(leastRatings)} ratings are not counted`,
    }),
    given: ({ ratings }, { leastRatings }) => {
      if (ratings === undefined || ratings.count < leastRatings) return undefined;
      const { count, mean } = ratings;
      return {
        share: (mean - 1) / 4,
        because: {
          zh: `${String(count)} 条，均分 ${mean.toFixed(1)}`,
          en: `${String(count)} ratings, mean ${mean.toFixed(1)}`,
        },
      };
    },
  },
];

/** A rule in words, with what it is worth. */
export interface StarRuleInWords {
  readonly id: StarRuleId;
  readonly name: Words;
  readonly rule: Words;
  readonly most: number;
}

/** The rules of a scheme in words. */
export function starRules(scheme: StarScheme): readonly StarRuleInWords[] {
  return rules.map(({ id, name, rule }) => ({ id, name, rule: rule(scheme.most[id], scheme), most: scheme.most[id] }));
}

/** One rule as it came out; `points` is absent where it could not be judged. */
export interface StarLine {
  readonly id: string;
  readonly most: number;
  readonly points?: number;
  readonly because?: Words;
}

export interface Stars {
  readonly stars: 1 | 2 | 3 | 4 | 5;
  /** Points given, of what could be given, to a tenth. */
  readonly points: number;
  readonly of: number;
  readonly lines: readonly StarLine[];
}

/** The stars of an item, rule by rule. What cannot be judged is neither for it nor against it. */
export function starsOf(facts: StarFacts, scheme: StarScheme): Stars {
  const lines = rules.map(({ id, given }) => {
    const most = scheme.most[id];
    const found = given(facts, scheme);
    return found === undefined ? { id, most } : { id, most, points: tenth(found.share * most), because: found.because };
  });
  const judged = lines.filter(({ points }) => points !== undefined);
  const points = tenth(judged.reduce((sum, line) => sum + (line.points ?? 0), 0));
  const of = judged.reduce((sum, { most }) => sum + most, 0);
  const [two, three, four, five] = scheme.steps;
  const steps = [
    [5, five],
    [4, four],
    [3, three],
    [2, two],
  ] as const;
  return { stars: steps.find(([, least]) => share(points, of) * 100 >= least)?.[0] ?? 1, points, of, lines };
}
