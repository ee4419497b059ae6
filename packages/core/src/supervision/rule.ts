import type { Day } from '@yimen/kernel';
import type { Role } from '../people/index.ts';
import type { Failure } from './failures.ts';
import type { SignalName } from './measures.ts';
import type { Words } from './words.ts';

export type { Words } from './words.ts';

/** From the lightest to the heaviest; a card never changes its level, a heavier one is a card of its own. */
export const levels = {
  warning: { zh: '预警', en: 'warning' },
  yellow: { zh: '黄牌', en: 'yellow card' },
  red: { zh: '红牌', en: 'red card' },
} as const;
export type Level = keyof typeof levels;

export const levelOrder: readonly Level[] = ['warning', 'yellow', 'red'];

/** What the rules watch over, as the centre's rules of electronic supervision divide it. */
export const families = {
  time: { zh: '时限', en: 'time' },
  process: { zh: '流程', en: 'process' },
  material: { zh: '材料', en: 'materials' },
  fee: { zh: '收费', en: 'fees' },
  discretion: { zh: '裁量', en: 'discretion' },
  suspension: { zh: '特别程序', en: 'special procedures' },
  data: { zh: '数据', en: 'data' },
  service: { zh: '服务', en: 'service' },
  refile: { zh: '退件重报', en: 'refiling' },
  urging: { zh: '督办', en: 'urging' },
} as const;
export type Family = keyof typeof families;

/**
 * When on the way of a limit a rung is reached: a share of its counted days has begun, so many working days before its last
 * day, or so many working days after it has ended (0: at the end itself).
 */
export type Threshold =
  { readonly share: number } | { readonly workingDaysBefore: number } | { readonly workingDaysAfter: number };

export interface Rung {
  readonly level: Level;
  readonly when: Threshold;
}

/** The clocks that are watched: those of the case, and four that only supervision reads. */
export const watchKinds = {
  receipt: { zh: '登记后收件', en: 'receiving what was registered' },
  acceptance: { zh: '受理时限', en: 'acceptance' },
  acceptanceAfterCorrection: { zh: '补正后受理时限', en: 'acceptance after correction' },
  decisionPromised: { zh: '承诺办结时限', en: 'promised limit' },
  decisionStatutory: { zh: '法定办结时限', en: 'statutory limit' },
  step: { zh: '环节时限', en: 'step' },
  claim: { zh: '环节领取', en: 'taking up a step' },
  specialProcedure: { zh: '特别程序告知时间', en: 'told time of a special procedure' },
  delivery: { zh: '送达时限', en: 'delivery' },
} as const;
export type WatchKind = keyof typeof watchKinds;

/** Who is told of a card: the officers it concerns, and offices of the department or the centre. */
export type Told = 'responsible' | Extract<Role, 'authorityHead' | 'supervisor' | 'dutyManager'>;

interface RuleBase {
  /** Letter of the family and number; never given twice. */
  readonly code: string;
  readonly family: Family;
  readonly name: Words;
  readonly basis: { readonly law: string; readonly article: string };
  /** Which of the published failures it finds. */
  readonly finds: readonly Failure[];
  readonly told: readonly Told[];
  /** Kept from the officers it concerns: who rated must not be found out by the rated (国办发〔2019〕51号). */
  readonly confidential?: boolean;
}

export interface ClockRule extends RuleBase {
  readonly kind: 'clock';
  readonly clock: WatchKind;
  /** The name of a ladder of the rule set. */
  readonly ladder: string;
}

export interface SignalRule extends RuleBase {
  readonly kind: 'signal';
  readonly signal: SignalName;
  /** A condition over what the signal measures; thresholds stand in it as numbers. */
  readonly test: string;
  readonly level: Level;
}

export type Rule = ClockRule | SignalRule;

/** How much earlier a ladder begins where the item or step carries integrity risk points (廉政风险点). */
export interface RiskLowering {
  /** Percentage points for each risk point, and at most. */
  readonly share: number;
  readonly mostShare: number;
  /** Working days for each risk point, and at most. */
  readonly days: number;
  readonly mostDays: number;
}

/** Limits of a card's life in working days, each from the day after. */
export interface LifeLimits {
  readonly explain: number;
  readonly appeal: number;
  readonly verify: number;
  readonly rectify: number;
  /** Silent so long after a limit has passed, the next office is told. */
  readonly escalate: number;
}

/** Rules as dated data: the set in force on the day of an entry judges it, whatever was published later. */
export interface RuleSet {
  readonly code: string;
  readonly title: Words;
  readonly from: Day;
  readonly ladders: { readonly [name: string]: readonly Rung[] };
  readonly riskLowering: RiskLowering;
  readonly points: Readonly<Record<Level, number>>;
  readonly life: LifeLimits;
  readonly rules: readonly Rule[];
}

/** Rules a person raises: their condition is that somebody did. */
export const isRaisedByHand = (rule: Rule): boolean => rule.kind === 'signal' && rule.test === 'true';

/** The set in force on a day: the latest that had begun; undefined before the first. */
export function ruleSetOn(sets: readonly RuleSet[], on: Day): RuleSet | undefined {
  return sets.filter(({ from }) => from <= on).toSorted((left, right) => (left.from < right.from ? 1 : -1))[0];
}
