import type { Words } from '@yimen/kernel';

/** What is scored: a department, or a post (岗位: a window or a position). Never a person. */
export const scoreSubjects = {
  department: { zh: '部门', en: 'departments' },
  post: { zh: '岗位', en: 'posts' },
} as const;
export type ScoreSubject = keyof typeof scoreSubjects;

/** What can be counted of a department or a post in a month. Shares are 0 to 1; `null` where there is nothing to divide by. */
export interface Measured {
  /** Cards upheld in the month and warnings raised in it, with what they are of. */
  readonly cards: readonly ScoredCard[];
  /** The cases decided late; of a post, those on which an act at it came after its day, once for each such act. */
  readonly late: readonly string[];
  /** Cases decided; of a post, acts that had a day to be done by. */
  readonly decided: number;
  /** Decided in less than the promise ÷ decided with a promise in days. */
  readonly earlyShare: number | null;
  /** 1 − promised ÷ statutory, over decided cases. */
  readonly promiseCut: number | null;
  /** Licences and seals with a case ÷ those that should have one. */
  readonly coverage: number | null;
  readonly satisfaction: number | null;
  readonly urgingsLate: number;
  /** Points a supervisor entered by hand, each with its record, by line of the sheet. */
  readonly entered: readonly EnteredPoints[];
}

export interface ScoredCard {
  readonly cardId: string;
  readonly family: string;
  readonly level: 'warning' | 'yellow' | 'red';
}

export interface EnteredPoints {
  readonly line: string;
  readonly times: number;
  readonly reason: string;
  readonly record: string;
}

/** How a line's points come about. Everything is data: a place that scores otherwise publishes a sheet of its own. */
export type Rule =
  | {
      readonly by: 'cards';
      readonly level: ScoredCard['level'];
      readonly families: readonly string[];
      readonly each: number;
    }
  /** Three warnings that followed one another count once. */
  | { readonly by: 'warningsInThrees'; readonly families: readonly string[]; readonly each: number }
  | { readonly by: 'late' | 'urgingsLate'; readonly each: number }
  /** `at` points from a share on, and `more` for every further step. */
  | {
      readonly by: 'earlyShare' | 'promiseCut';
      readonly from: number;
      readonly at: number;
      readonly step: number;
      readonly more: number;
    }
  /** The part's weight times the share. */
  | { readonly by: 'coverage' | 'satisfaction' | 'onTime' }
  /** Nothing the record holds: entered by a supervisor with its record. */
  | { readonly by: 'entered'; readonly each: number };

export interface Line {
  readonly code: string;
  readonly name: Words;
  readonly rule: Rule;
  /** No more than this is taken off. */
  readonly most?: number;
}

export interface Part {
  readonly code: string;
  readonly name: Words;
  /** A part never goes below nothing, nor above its weight. */
  readonly weight: number;
  readonly lines: readonly Line[];
}

export interface ScoreSheet {
  readonly code: string;
  readonly title: Words;
  /** What it scores. */
  readonly subjects: readonly ScoreSubject[];
  /** Where the model was published. */
  readonly source: string;
  /** What of the published model the record cannot tell, in words. */
  readonly note?: Words;
  readonly max: number;
  readonly parts: readonly Part[];
  readonly bonus: readonly Line[];
}

export const grades = {
  excellent: { zh: '优秀', en: 'excellent' },
  good: { zh: '良好', en: 'good' },
  fair: { zh: '合格', en: 'passed' },
  failed: { zh: '不合格', en: 'failed' },
} as const;
export type Grade = keyof typeof grades;

/** From how many points a quarter is of which grade; the place lays it down. */
export interface GradeLimits {
  readonly excellent: number;
  readonly good: number;
  readonly fair: number;
}
export const shippedGrades: GradeLimits = { excellent: 90, good: 80, fair: 60 };
