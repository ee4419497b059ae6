import type { Day, Instant } from '@yimen/kernel';
import type { Extension, Limit, Suspension } from './limit.ts';

/** An act with legal effect on a day; `at` decides on the last day, because a limit ends with business hours (Civil Code Art. 203). */
export interface Moment {
  readonly on: Day;
  readonly at?: Instant | undefined;
}

/** A step of the examination as it was run (环节). Its clock never stops, for whatever reason. */
export interface StepTimes {
  readonly id: string;
  readonly name: string;
  readonly openedAt: Instant;
  readonly closedAt?: Instant | undefined;
  readonly limit: Limit;
}

/** A clock of the open set (joint envelope, upward submission, publication, renewal …), whole in the facts. */
export interface OtherClock {
  readonly kind: string;
  readonly id?: string | undefined;
  readonly name: ClockName;
  readonly limit: Limit;
  readonly start?: Moment | undefined;
  readonly stop?: Moment | undefined;
  /** Which suspensions of the case stop it. */
  readonly stoppedBy: 'statutory' | 'promise' | 'none';
  readonly extension?: Extension | undefined;
}

export interface ClockName {
  readonly zh: string;
  readonly en: string;
}

/**
 * What happened to a case, as far as clocks care. Every clock is derived from this and the calendar; nothing else is kept.
 */
export interface ClockFacts {
  readonly received: Moment;
  /** The one correction notice (Art. 32 (4)). */
  readonly correctionNotified?: Moment | undefined;
  /** The day the last of the corrections came. */
  readonly correctionDelivered?: Moment | undefined;
  /** Declined, licence not required, or referred: the acceptance clock is answered. */
  readonly acceptanceAnswered?: Moment | undefined;
  /** `on` is the legal day of acceptance, `acted` when the officer did it. Deemed acceptance needs no day: it is derived. */
  readonly accepted?:
    | { readonly how: 'officer'; readonly on: Day; readonly acted?: Moment | undefined }
    | { readonly how: 'deemed' }
    | undefined;
  readonly suspensions: readonly Suspension[];
  readonly extension?: Extension | undefined;
  readonly steps: readonly StepTimes[];
  readonly decided?: Moment | undefined;
  readonly delivered?: Moment | undefined;
  /** Withdrawn, terminated or void: every clock stops where it is. */
  readonly ended?: Moment | undefined;
  readonly others?: readonly OtherClock[] | undefined;
}

/** The limits of one item, as its published version states them. */
export interface ClockRules {
  readonly acceptance: Limit;
  readonly statutory: Limit;
  readonly promised: Limit;
  readonly delivery: Limit;
  /** End of business hours, `HH:mm`. */
  readonly closesAt?: string | undefined;
}
