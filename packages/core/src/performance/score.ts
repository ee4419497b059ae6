import type { EnteredPoints, Grade, GradeLimits, Line, Measured, Part, Rule, ScoredCard, ScoreSheet } from './sheet.ts';

/** A line reckoned: how often, how many points, and the very cards it stands on. */
export interface ScoredLine {
  readonly code: string;
  /** Times it happened; the share itself for a share; null where there is nothing to reckon from. */
  readonly count: number | null;
  readonly points: number;
  readonly cards: readonly string[];
  /** The cases, where it stands on cases and no card. */
  readonly cases: readonly string[];
  readonly entered: readonly EnteredPoints[];
}

export interface ScoredPart {
  readonly code: string;
  readonly weight: number;
  readonly points: number;
  readonly lines: readonly ScoredLine[];
}

export interface Score {
  readonly parts: readonly ScoredPart[];
  readonly bonus: readonly ScoredLine[];
  readonly total: number;
}

/** Points to a hundredth: what is shown is what is added up. */
const rounded = (points: number): number => Math.round(points * 100) / 100;

const cardsOf = ({ cards }: Measured, level: ScoredCard['level'], families: readonly string[]): readonly ScoredCard[] =>
  cards.filter((card) => card.level === level && families.includes(card.family));

interface Reckoned {
  readonly count: number | null;
  readonly points: number;
  readonly cards?: readonly string[];
  readonly cases?: readonly string[];
  readonly entered?: readonly EnteredPoints[];
}

const ids = (cards: readonly ScoredCard[]): readonly string[] => cards.map(({ cardId }) => cardId);
const times = (count: number, each: number): Reckoned => ({ count, points: count * each });
const shareIn = (share: number | null, weight: number): Reckoned => ({
  count: share,
  // Nothing to divide by is nothing to lose points for.
  points: share === null ? 0 : -weight * (1 - share),
});

function stepped(share: number | null, { from, at, step, more }: Extract<Rule, { readonly from: number }>): Reckoned {
  if (share === null || share < from) return { count: share, points: 0 };
  // A hair below a step by the way numbers are kept is that step.
  return { count: share, points: at + Math.floor((share - from) / step + 1e-9) * more };
}

function reckon(line: Line, measured: Measured, weight: number): Reckoned {
  const { rule } = line;
  switch (rule.by) {
    case 'cards': {
      const found = cardsOf(measured, rule.level, rule.families);
      return { ...times(found.length, rule.each), cards: ids(found) };
    }
    case 'warningsInThrees': {
      const found = cardsOf(measured, 'warning', rule.families);
      return { ...times(Math.floor(found.length / 3), rule.each), cards: ids(found) };
    }
    case 'late':
      return { ...times(measured.late.length, rule.each), cases: [...new Set(measured.late)] };
    case 'urgingsLate':
      return times(measured.urgingsLate, rule.each);
    case 'earlyShare':
    case 'promiseCut':
      return stepped(measured[rule.by], rule);
    case 'coverage':
    case 'satisfaction':
      return shareIn(measured[rule.by], weight);
    case 'onTime':
      return shareIn(measured.decided === 0 ? null : 1 - measured.late.length / measured.decided, weight);
    case 'entered': {
      const entered = measured.entered.filter((one) => one.line === line.code);
      return {
        ...times(
          entered.reduce((sum, one) => sum + one.times, 0),
          rule.each,
        ),
        entered,
      };
    }
  }
}

function scoredLine(line: Line, measured: Measured, weight: number): ScoredLine {
  const { count, points, cards = [], cases = [], entered = [] } = reckon(line, measured, weight);
  const bounded = line.most === undefined ? points : Math.max(-line.most, Math.min(line.most, points));
  return { code: line.code, count, points: rounded(bounded), cards, cases, entered };
}

function scoredPart({ code, weight, lines }: Part, measured: Measured): ScoredPart {
  const scored = lines.map((line) => scoredLine(line, measured, weight));
  const points = weight + scored.reduce((sum, line) => sum + line.points, 0);
  return { code, weight, points: rounded(Math.max(0, Math.min(weight, points))), lines: scored };
}

/** 月度计分: every part from its weight down, never below nothing; then the bonus, never above the sheet's most. */
export function scoreBy(sheet: ScoreSheet, measured: Measured): Score {
  const parts = sheet.parts.map((part) => scoredPart(part, measured));
  const bonus = sheet.bonus.map((line) => scoredLine(line, measured, 0));
  const total = [...parts, ...bonus].reduce((sum, { points }) => sum + points, 0);
  return { parts, bonus, total: rounded(Math.min(sheet.max, total)) };
}

/** 季度评定: the mean of the months there are; undefined where there is none. */
export function quarterOf(
  totals: readonly number[],
  limits: GradeLimits,
): { readonly mean: number; readonly grade: Grade } | undefined {
  if (totals.length === 0) return undefined;
  const mean = rounded(totals.reduce((sum, total) => sum + total, 0) / totals.length);
  if (mean >= limits.excellent) return { mean, grade: 'excellent' };
  if (mean >= limits.good) return { mean, grade: 'good' };
  return { mean, grade: mean >= limits.fair ? 'fair' : 'failed' };
}

/** The share of the yearly comprehensive assessment that the score makes up. */
const YEARLY_SHARE = 0.1;
/**
 * Points of a hundred in the yearly assessment: a tenth of the mean of the months, less what cases of accountability
 * (责任追究) about the department's people take off; never below nothing.
 */
export function yearlyPoints(totals: readonly number[], accountability = 0): number | undefined {
  if (totals.length === 0) return undefined;
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  return rounded(Math.max(0, mean * YEARLY_SHARE - accountability));
}

/** Below this a department's places for recommending leading officers are cut. */
const DEPARTMENT_CONTENT = 0.75;
/** Below this twice in a row an officer is passed over (一票否决). */
const OFFICER_CONTENT = 0.8;

/** With fewer ratings than these a post's share would tell its officer who rated what. */
export const FEWEST_RATINGS = 5;

/** 岗位满意率: those content ÷ ratings of a month; null where too few rated to say anything without saying who. */
export const postContent = ({
  ratings,
  content,
}: {
  readonly ratings: number;
  readonly content: number;
}): number | null => (ratings < FEWEST_RATINGS ? null : content / ratings);

/** 满意度低于百分之七十五. A month nobody rated says nothing. */
export const fallsShort = (satisfaction: number | null): boolean =>
  satisfaction !== null && satisfaction < DEPARTMENT_CONTENT;

/** 连续两次低于百分之八十: two rated periods that follow one another, unrated ones between them passed over. */
export function passedOver(shares: readonly (number | null)[]): boolean {
  const rated = shares.filter((share) => share !== null);
  return rated.some((share, at) => at > 0 && share < OFFICER_CONTENT && (rated[at - 1] ?? 1) < OFFICER_CONTENT);
}
