import type { Words } from '@yimen/kernel';
import type { ServiceItem } from '../item.ts';

/** What the stars of an item are counted from. */
export interface StarFacts {
  readonly item: ServiceItem;
  /** The first version that was published whole: what was cut is cut since then. */
  readonly first: ServiceItem;
  /** Of the last twelve months; absent where nobody rated. */
  readonly ratings?: { readonly count: number; readonly mean: number };
}

interface StarRule {
  readonly id: string;
  readonly name: Words;
  /** How the points are given; shown beside them wherever they are shown. */
  readonly rule: Words;
  readonly most: number;
  /** Points from 0 to `most`, and of what; undefined where it cannot be judged, which then counts for nothing. */
  readonly given: (facts: StarFacts) => { readonly points: number; readonly because: Words } | undefined;
}

/** Depth of online handling, in the order of the national list: each step is worth more. */
const DEPTHS = [
  ['enquiry', { zh: '网上咨询', en: 'questions online' }, 2],
  ['receipt', { zh: '网上收件', en: 'papers handed in online' }, 5],
  ['preReview', { zh: '网上预审', en: 'pre-review online' }, 8],
  ['acceptance', { zh: '网上受理', en: 'acceptance online' }, 12],
  ['handling', { zh: '网上办理', en: 'handling online' }, 16],
  ['resultNotice', { zh: '结果网上反馈', en: 'result told online' }, 18],
  ['electronicLicence', { zh: '电子证照反馈', en: 'electronic licence' }, 20],
] as const satisfies readonly (readonly [string, Words, number])[];

/** Fewer ratings than this say more of who rated than of the item. */
const LEAST_RATINGS = 5;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.max(0, part / whole));

/** 星级标准. Rows are data: what is worth how much, and how it is said. */
export const starRules: readonly StarRule[] = [
  {
    id: 'depth',
    name: { zh: '网办深度', en: 'depth of online handling' },
    rule: {
      zh: '咨询 2 分、收件 5 分、预审 8 分、受理 12 分、办理 16 分、结果反馈 18 分、电子证照 20 分',
      en: 'questions 2, papers 5, pre-review 8, acceptance 12, handling 16, result told 18, electronic licence 20',
    },
    most: 20,
    given: ({ item }) => {
      const depth = DEPTHS.find(([id]) => id === item.implementation?.service?.onlineDepth);
      return depth === undefined ? undefined : { points: depth[2], because: depth[1] };
    },
  },
  {
    id: 'visits',
    name: { zh: '跑动次数', en: 'visits' },
    rule: { zh: '一次不跑 20 分，跑一次 12 分，跑两次 4 分，更多不得分', en: 'none 20, one 12, two 4, more nothing' },
    most: 20,
    given: ({ item }) => {
      const visits = item.implementation?.service?.visits;
      if (visits === undefined) return undefined;
      return { points: [20, 12, 4][visits] ?? 0, because: { zh: `${String(visits)} 次`, en: String(visits) } };
    },
  },
  {
    id: 'instant',
    name: { zh: '即办', en: 'done on the spot' },
    rule: { zh: '即办件 15 分，承诺件不得分', en: 'an instant item 15, a promised one nothing' },
    most: 15,
    given: ({ item }) =>
      item.handling === 'instant'
        ? { points: 15, because: { zh: '即办件', en: 'instant' } }
        : { points: 0, because: { zh: '承诺件', en: 'promised' } },
  },
  {
    id: 'materials',
    name: { zh: '材料精简', en: 'materials saved' },
    rule: {
      zh: '不用申请人提交的材料（共享取得）和比首版减少的材料，占首版材料的比例 × 15 分',
      en: 'materials the applicant need not bring (shared) and those cut since the first version, as a share of the first version’s × 15',
    },
    most: 15,
    given: ({ item, first }) => {
      const brought = item.materials.filter(({ shareable }) => shareable !== true).length;
      const then = first.materials.length;
      const saved = Math.max(0, then - brought);
      return {
        points: 15 * share(saved, then),
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
    rule: {
      zh: '（法定时限 − 承诺时限）÷ 法定时限 × 15 分；即办件按 0 天计；两个时限单位不同的不计',
      en: '(days by law − days promised) ÷ days by law × 15; an instant item promises 0; limits in two units are not counted',
    },
    most: 15,
    given: ({ item: { limits, handling } }) => {
      const { statutory, promised } = limits;
      if (handling !== 'instant' && statutory.unit !== promised.unit) return undefined;
      const days = handling === 'instant' ? 0 : promised.count;
      return {
        points: 15 * share(statutory.count - days, statutory.count),
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
    rule: {
      zh: '近十二个月评价均分（1—5）−1，÷ 4 × 15 分；不足 5 条不计',
      en: '(mean rating of twelve months − 1) ÷ 4 × 15; fewer than 5 ratings are not counted',
    },
    most: 15,
    given: ({ ratings }) => {
      if (ratings === undefined || ratings.count < LEAST_RATINGS) return undefined;
      const { count, mean } = ratings;
      return {
        points: (15 * (mean - 1)) / 4,
        because: {
          zh: `${String(count)} 条，均分 ${mean.toFixed(1)}`,
          en: `${String(count)} ratings, mean ${mean.toFixed(1)}`,
        },
      };
    },
  },
];

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

/** From these shares of the points on; below the last it is one star. */
const starSteps = [
  [5, 0.9],
  [4, 0.75],
  [3, 0.6],
  [2, 0.4],
] as const;

const tenth = (points: number): number => Math.round(points * 10) / 10;

/** The stars of an item, rule by rule. What cannot be judged is neither for it nor against it. */
export function starsOf(facts: StarFacts): Stars {
  const lines = starRules.map(({ id, most, given }) => {
    const found = given(facts);
    return found === undefined ? { id, most } : { id, most, points: tenth(found.points), because: found.because };
  });
  const judged = lines.filter(({ points }) => points !== undefined);
  const points = tenth(judged.reduce((sum, line) => sum + (line.points ?? 0), 0));
  const of = judged.reduce((sum, { most }) => sum + most, 0);
  return { stars: starSteps.find(([, least]) => share(points, of) >= least)?.[0] ?? 1, points, of, lines };
}
