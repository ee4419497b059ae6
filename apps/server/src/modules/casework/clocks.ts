import type { Day, Instant } from '@yimen/kernel';
import { addDays, instantAt } from '@yimen/kernel';
import { clockFacts, clockRules, type CaseState, type NoticeNumber } from '@yimen/core/casework';
import type { Calendar } from '@yimen/core/calendar';
import type { ServiceItem } from '@yimen/core/catalogue';
import { clocksOf, type Clock } from '@yimen/core/clock';

export interface ClockReading {
  readonly state: CaseState;
  readonly item: ServiceItem;
  readonly calendar: Calendar;
  readonly now: Instant;
}

/** Every clock of the case, derived anew; none before it was received. */
export function readClocks({ state, item, calendar, now }: ClockReading, numberOf?: NoticeNumber): readonly Clock[] {
  const facts = clockFacts(state, item, numberOf);
  return facts === undefined ? [] : clocksOf(facts, clockRules(item), calendar, now);
}

/** Clocks that still ask something of somebody. */
export const isRunning = ({ state, stoppedOn }: Clock): boolean =>
  stoppedOn === undefined && (state === 'running' || state === 'suspended' || state === 'overdue');

/** The clock a case is judged by now: acceptance first, then the promise, then delivery. */
const ORDER = ['acceptance', 'acceptanceAfterCorrection', 'decisionPromised', 'decisionStatutory', 'delivery'];

/** What a row of the queue shows: the nearest end of the clocks that run. A case all of whose clocks rest is paused. */
export interface Pressing {
  readonly kind?: string;
  readonly due?: Day;
  readonly dueAt?: Instant;
  readonly paused: boolean;
}

export function pressingOf(clocks: readonly Clock[]): Pressing {
  const open = clocks.filter((clock) => isRunning(clock) && ORDER.includes(clock.kind));
  const running = open.filter((clock) => !isResting(clock)).toSorted(byDue)[0];
  // A suspended promise says more about the case than a statutory limit that runs on far behind it.
  const promise = open.find(({ kind }) => kind === 'decisionPromised');
  const paused = open.length > 0 && (running === undefined || (promise !== undefined && isResting(promise)));
  const shown = paused ? (promise ?? open[0]) : running;
  if (shown?.due === undefined || shown.dueAt === undefined) return { paused };
  return { kind: shown.kind, due: shown.due, dueAt: shown.dueAt, paused };
}

/**
 * Stopped by an open procedure, or about to be: the day of service itself still counts, but a row written on that day
 * must be right on the next, on which nobody acts.
 */
function isResting({ state, due, counting }: Clock): boolean {
  if (state !== 'running' || due === undefined) return state === 'suspended';
  return counting?.suspensions?.some(({ received, served }) => received === undefined && served < due) === true;
}

function byDue(left: Clock, right: Clock): number {
  const [one, other] = [left.dueAt ?? '', right.dueAt ?? ''];
  if (one !== other) return one < other ? -1 : 1;
  return ORDER.indexOf(left.kind) - ORDER.indexOf(right.kind);
}

/**
 * When the worker must look at the case: the first moment of the day after the acceptance period, when silence has
 * become acceptance. Nothing else happens to a case by the mere passing of time.
 */
export function nextLookAt(state: CaseState, clocks: readonly Clock[]): Instant | undefined {
  if (state.stage !== 'received') return undefined;
  const acceptance = clocks.find((clock) => clock.kind.startsWith('acceptance') && clock.stoppedOn === undefined);
  return acceptance?.due === undefined ? undefined : instantAt(addDays(acceptance.due, 1), '00:00');
}

/** Due days by clock, as they are stored beside the case to be compared when the calendar changes. */
export function duesOf(clocks: readonly Clock[]): { readonly [clock: string]: Day } {
  return Object.fromEntries(
    clocks.flatMap(({ id, due, stoppedOn }) => (due === undefined || stoppedOn !== undefined ? [] : [[id, due]])),
  );
}
