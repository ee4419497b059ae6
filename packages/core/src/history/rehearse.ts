import type { Words } from '@yimen/kernel';
import type { WorkingDays } from '../calendar/index.ts';
import { stepsOf, type HistoryCase, type Step } from './log.ts';
import { assumptionsOf, type Reform } from './reform.ts';
import { workClock, type WorkClock } from './workTime.ts';

/** How the cases did against a limit. */
export interface Standing {
  /** Over the limit. */
  readonly late: number;
  /** Not over it, but with nine tenths of it used: what the warning rules of a hall look at. */
  readonly warned: number;
  /** Sum of the working days used. */
  readonly days: number;
}

export interface Rehearsal {
  readonly cases: number;
  /** As it was, under the limit of now. */
  readonly before: Standing;
  /** As it was, under the proposed limit. */
  readonly onlyLimit: Standing;
  /** Under the reform and the proposed limit. */
  readonly after: Standing;
  /** 1 − proposed limit ÷ limit: what is promised faster. */
  readonly promised: number;
  /** 1 − Σ days under the reform ÷ Σ days as they were; nothing where no day was used. */
  readonly saved?: number;
  /** Every case that would be late under the reform, worst first, at most a hundred. */
  readonly lateCases: readonly { readonly id: string; readonly days: number }[];
  readonly assumptions: readonly Words[];
}

export interface Rehearsing {
  take(one: HistoryCase): void;
  result(): Rehearsal;
}

const DAY = 86_400_000;
const LISTED = 100;
/** Warned when nine tenths of the limit are used (the published rule of Yulin's supervision). */
const WARNED = 0.9;

/** A stretch of work time of one step; where the log has its start, how much of it was waiting. */
interface Stretch {
  readonly activity: string;
  readonly whole: number;
  readonly waiting: number | undefined;
}

function stretchesOf(steps: readonly Step[], clock: WorkClock): readonly Stretch[] {
  const read = (at: number, { offset }: Step): number => clock.read({ at, offset });
  return steps.slice(1).map((step, index) => {
    const before = steps[index]?.at ?? step.at;
    const [begin, end] = [read(before, step), read(step.at, step)];
    const started = step.startedAt === undefined ? undefined : Math.max(begin, read(step.startedAt, step));
    return {
      activity: step.activity,
      whole: end - begin,
      waiting: started === undefined ? undefined : started - begin,
    };
  });
}

const groupOf = (groups: readonly (readonly string[])[], activity: string): number =>
  groups.findIndex((group) => group.includes(activity));

interface Walk {
  /** What the running group of each kind has taken so far, for groups that take as long as their longest. */
  group: { readonly key: string; longest: number } | undefined;
}

/** What a stretch adds, inside a group that takes as long as its longest step. */
function longestOf(walk: Walk, key: string, time: number): number {
  if (walk.group?.key !== key) walk.group = { key, longest: 0 };
  const more = Math.max(0, time - walk.group.longest);
  walk.group.longest += more;
  return more;
}

function reformed(walk: Walk, { activity, whole, waiting }: Stretch, reform: Reform): number {
  const cap = reform.capped[activity];
  const time = cap === undefined ? whole : Math.min(whole, cap * DAY);
  const side = groupOf(reform.parallel, activity);
  if (side >= 0) return longestOf(walk, `parallel ${String(side)}`, time);
  const merged = groupOf(reform.merged, activity);
  if (merged < 0) {
    walk.group = undefined;
    return time;
  }
  const key = `merged ${String(merged)}`;
  if (waiting === undefined) return longestOf(walk, key, time);
  const first = walk.group?.key !== key;
  walk.group = { key, longest: 0 };
  return first ? time : Math.min(time, whole - waiting);
}

/** Working days of a case, as it was and under a reform; time that is not ours is left out on both sides. */
function daysOf(steps: readonly Step[], reform: Reform, clock: WorkClock): readonly [was: number, would: number] {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return [0, 0];
  const walk: Walk = { group: undefined };
  let [notOurs, saved] = [0, 0];
  for (const stretch of stretchesOf(steps, clock)) {
    if (reform.notCounted.includes(stretch.activity)) notOurs += stretch.whole;
    else if (reform.dropped.includes(stretch.activity)) saved += stretch.whole;
    else saved += stretch.whole - reformed(walk, stretch, reform);
  }
  return [clock.daysUsed(first, last, notOurs), clock.daysUsed(first, last, notOurs + saved)];
}

function standing(limit: number): { readonly note: (days: number) => void; readonly result: () => Standing } {
  let [late, warned, sum] = [0, 0, 0];
  return {
    note: (days) => {
      sum += days;
      if (days > limit) late += 1;
      else if (days >= limit * WARNED) warned += 1;
    },
    result: () => ({ late, warned, days: sum }),
  };
}

/**
 * Replays cases under a reform (改革推演), each with its own working and waiting times on the working days given. What is saved is
 * measured on a clock that stands still on other days; days used are counted as limits are.
 */
export function openRehearsal(reform: Reform, working: WorkingDays): Rehearsing {
  const clock = workClock(working);
  const [before, onlyLimit, after] = [standing(reform.limit), standing(reform.newLimit), standing(reform.newLimit)];
  let lateCases: { readonly id: string; readonly days: number }[] = [];
  let [cases, startsKnown] = [0, false];
  return {
    take: (one) => {
      const steps = stepsOf(one);
      if (steps.some(({ startedAt }) => startedAt !== undefined)) startsKnown = true;
      const [was, would] = daysOf(steps, reform, clock);
      cases += 1;
      before.note(was);
      onlyLimit.note(was);
      after.note(would);
      if (would > reform.newLimit) lateCases.push({ id: one.id, days: would });
      if (lateCases.length > LISTED * 2) lateCases = worst(lateCases);
    },
    result: () => {
      const [was, would] = [before.result(), after.result()];
      return {
        cases,
        before: was,
        onlyLimit: onlyLimit.result(),
        after: would,
        promised: 1 - reform.newLimit / reform.limit,
        ...(was.days > 0 ? { saved: 1 - would.days / was.days } : {}),
        lateCases: worst(lateCases),
        assumptions: assumptionsOf(reform, startsKnown),
      };
    },
  };
}

const worst = <T extends { readonly days: number }>(cases: readonly T[]): T[] =>
  cases.toSorted((left, right) => right.days - left.days).slice(0, LISTED);
