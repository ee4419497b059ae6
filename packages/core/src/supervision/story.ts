import type { Day, Instant } from '@yimen/kernel';
import type { Calendar } from '../calendar/index.ts';
import {
  clockFacts,
  clockRules,
  evolve,
  initialState,
  liveOf,
  type Actor,
  type CaseEntry,
  type CaseFact,
  type CaseFactType,
  type CaseState,
} from '../casework/index.ts';
import type { ServiceItem } from '../catalogue/index.ts';
import { clocksOf, type Clock } from '../clock/index.ts';
import type { PersonId } from '../people/index.ts';

/** One entry as supervision remembers it: what, when, by whom, about what; nothing personal of the applicant. */
export interface Mark {
  readonly revision: number;
  readonly at: Instant;
  readonly type: CaseFactType;
  readonly by?: PersonId;
  /** The step or special procedure it is about. */
  readonly on?: string;
}

/** A case as supervision follows it: folded from the ledger alone, by the law's own core and nothing of casework's tables. */
export interface Story {
  readonly state: CaseState;
  readonly trail: readonly Mark[];
  /** The revision of an entry that could not follow; the state stands where it stood before it. */
  readonly brokenAt?: number;
}

export const untold: Story = { state: initialState, trail: [] };

/** The version of the item the case is under; undefined before it was filed. */
export const versionOf = ({ state }: Story): number | undefined => liveOf(state)?.application.itemVersion;

export function personOf(actor: Actor): PersonId | undefined {
  return actor.kind === 'officer' ? actor.person : undefined;
}

function subjectOf(fact: CaseFact): string | undefined {
  if ('stepId' in fact) return fact.stepId;
  if ('fromStepId' in fact) return fact.fromStepId;
  return 'procedureId' in fact ? fact.procedureId : undefined;
}

/** The story after one more entry. An entry that cannot follow marks the story broken and is otherwise left out. */
export function tell(story: Story, entry: CaseEntry): Story {
  const by = personOf(entry.actor);
  const on = subjectOf(entry.fact);
  const mark: Mark = {
    revision: entry.revision,
    at: entry.at,
    type: entry.fact.type,
    ...(by === undefined ? {} : { by }),
    ...(on === undefined ? {} : { on }),
  };
  const trail = [...story.trail, mark];
  try {
    return { ...story, state: evolve(story.state, entry), trail };
  } catch {
    return { ...story, trail, brokenAt: story.brokenAt ?? entry.revision };
  }
}

/** The newest entry of one of these types; with `on`, about that step or procedure. */
export function lastMark(story: Story, types: readonly CaseFactType[], on?: string): Mark | undefined {
  return story.trail.findLast((mark) => types.includes(mark.type) && (on === undefined || mark.on === on));
}

export interface Reading {
  readonly item: ServiceItem;
  readonly calendar: Calendar;
  readonly now: Instant;
}

/** The clocks of the case as supervision reads them, with one for each special procedure: from its notice to the day it was told to end. */
export function clocksIn({ state }: Story, { item, calendar, now }: Reading): readonly Clock[] {
  const facts = clockFacts(state, item);
  if (facts === undefined) return [];
  const others = facts.suspensions.map((span) => ({
    kind: 'specialProcedure',
    id: `specialProcedure:${span.notice}`,
    name: { zh: '特别程序告知时间', en: 'told time of a special procedure' },
    limit: {
      count: Math.max(0, calendar.workingDaysBetween(span.served, span.plannedEnd ?? span.served)),
      unit: 'workingDay',
      startsOn: 'step',
      basis: { law: '中华人民共和国行政许可法', article: '第四十五条' },
    } as const,
    start: { on: span.served },
    ...(span.received === undefined ? {} : { stop: { on: span.received } }),
    stoppedBy: 'none' as const,
  }));
  return clocksOf({ ...facts, others }, clockRules(item), calendar, now);
}

/** How much of a clock's counted days had begun by a day, in per cent; 0 where it has not started. */
export function usedShare(clock: Clock | undefined, on: Day, calendar: Calendar): number {
  const { start, due, limit } = clock ?? {};
  if (clock === undefined || start === undefined || due === undefined || limit === undefined || limit.count === 0)
    return 0;
  const left = on >= due ? 0 : calendar.workingDaysBetween(on, due);
  const all = calendar.workingDaysBetween(start, due);
  return all === 0 ? 100 : Math.max(0, Math.round(((all - left) / all) * 100));
}

export const minutesBetween = (from: Instant, to: Instant, millis: (at: Instant) => number): number =>
  Math.round((millis(to) - millis(from)) / 60_000);
