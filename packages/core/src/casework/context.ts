import type { Day, Instant, Result } from '@yimen/kernel';
import type { Calendar } from '../calendar/index.ts';
import type { Evaluate, ServiceItem } from '../catalogue/index.ts';
import type { Authority } from '../people/index.ts';
import type { Actor, CaseFact } from './entries.ts';
import type { CaseNumber } from './facts.ts';
import type { CaseRefusal } from './refusals.ts';

/** Everything a decision needs to know beside the case and the command. */
export interface CaseContext {
  readonly now: Instant;
  /** The Beijing day of `now`. */
  readonly today: Day;
  readonly actor: Actor;
  /** What `mayAct` gave this officer for this act; absent for applicants and the system. */
  readonly authority?: Authority;
  /** The version of the item the case keeps (for `file`: the one in force). */
  readonly item: ServiceItem;
  /** Needed by `file` alone. */
  readonly newNumber?: CaseNumber;
  readonly calendar: Calendar;
  readonly evaluate: Evaluate;
}

export type Decision = Result<readonly CaseFact[], CaseRefusal>;
