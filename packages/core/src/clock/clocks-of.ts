import { dayOf, type Day, type Instant } from '@yimen/kernel';
import type { Calendar } from '../calendar/index.ts';
import { readClock, type Clock, type ClockSpec } from './clock.ts';
import { dueAfter } from './due.ts';
import type { ClockFacts, ClockRules, Moment, OtherClock, StepTimes } from './facts.ts';
import type { Suspension } from './limit.ts';

/** The names on the screen. */
const names = {
  acceptance: { zh: '受理时限', en: 'acceptance' },
  acceptanceAfterCorrection: { zh: '补正后受理时限', en: 'acceptance after correction' },
  decisionStatutory: { zh: '法定办结时限', en: 'statutory limit' },
  decisionPromised: { zh: '承诺办结时限', en: 'promised limit' },
  extension: { zh: '延长期限', en: 'extension' },
  delivery: { zh: '送达时限', en: 'delivery' },
} as const;

/**
 * The facts as the law reads them: a correction notice given after the acceptance period had ended has no effect, because the
 * application was by then accepted (Art. 32 (4)).
 */
function inLaw(facts: ClockFacts, rules: ClockRules, calendar: Calendar): ClockFacts {
  const { received, correctionNotified } = facts;
  if (correctionNotified === undefined) return facts;
  const { due } = dueAfter({ start: received.on, limit: rules.acceptance }, calendar);
  if (correctionNotified.on <= due) return facts;
  return { ...facts, correctionNotified: undefined, correctionDelivered: undefined };
}

const silentAcceptanceDay = (lawful: ClockFacts): Day => (lawful.correctionDelivered ?? lawful.received).on;

/**
 * The day an application whose acceptance period passed in silence counts as accepted: the day it was received, never the day the
 * period ended (Art. 32 (4)); after a correction notified in time, the day the corrections were received.
 */
export function deemedAcceptanceDay(facts: ClockFacts, rules: ClockRules, calendar: Calendar): Day {
  return silentAcceptanceDay(inLaw(facts, rules, calendar));
}

/** The legal day of acceptance, however it came about; undefined while there is none. */
function acceptanceDay(facts: ClockFacts): Day | undefined {
  const { accepted } = facts;
  if (accepted === undefined) return undefined;
  return accepted.how === 'deemed' ? silentAcceptanceDay(facts) : accepted.on;
}

/** What ends the acceptance period: acceptance, any other answer, or the correction notice. Silence is an end of its own. */
function answerOf(facts: ClockFacts): Moment | undefined {
  const { accepted } = facts;
  if (accepted?.how === 'officer') return accepted.acted ?? { on: accepted.on };
  return facts.acceptanceAnswered;
}

/** Silence is complete when business hours of the last day end; one instant later the clock has been missed. */
function silence(spec: ClockSpec, calendar: Calendar): Moment | undefined {
  if (spec.start === undefined) return undefined;
  const { due } = dueAfter({ start: spec.start.on, limit: spec.limit }, calendar);
  return { on: calendar.workingDayAfter(due, 1) };
}

function acceptanceClocks(facts: ClockFacts, rules: ClockRules, calendar: Calendar): readonly ClockSpec[] {
  const { received, correctionNotified, correctionDelivered, ended } = facts;
  const common = { limit: rules.acceptance, ended, closesAt: rules.closesAt };
  const answered = (spec: ClockSpec): ClockSpec => ({
    ...spec,
    stop: facts.accepted?.how === 'deemed' ? silence(spec, calendar) : answerOf(facts),
  });
  const first: ClockSpec = { ...common, id: 'acceptance', kind: 'acceptance', name: names.acceptance, start: received };
  if (correctionNotified === undefined) return [answered(first)];
  const notified = { ...first, stop: correctionNotified };
  if (correctionDelivered === undefined && facts.accepted === undefined) return [notified];
  const kind = 'acceptanceAfterCorrection';
  const limit = { ...rules.acceptance, startsOn: 'correction' } as const;
  return [notified, answered({ ...common, limit, id: kind, kind, name: names[kind], start: correctionDelivered })];
}

/** A limit that runs from receipt runs from the receipt of complete papers; while they are awaited it has not started. */
function receiptStart(facts: ClockFacts): Moment | undefined {
  return facts.correctionNotified === undefined ? facts.received : facts.correctionDelivered;
}

function decisionStart(facts: ClockFacts, startsOn: ClockRules['statutory']['startsOn']): Moment | undefined {
  if (startsOn === 'receipt') return receiptStart(facts);
  const on = acceptanceDay(facts);
  return on === undefined ? undefined : { on };
}

const stopping = (facts: ClockFacts, flag: 'stopsStatutory' | 'stopsPromise'): readonly Suspension[] =>
  facts.suspensions.filter((suspension) => suspension[flag]);

function decisionClocks(facts: ClockFacts, rules: ClockRules): readonly ClockSpec[] {
  const { decided, extension, ended, acceptanceAnswered } = facts;
  const common = { stop: decided, ended: ended ?? acceptanceAnswered, closesAt: rules.closesAt };
  return [
    {
      ...common,
      id: 'decisionStatutory',
      kind: 'decisionStatutory',
      name: names.decisionStatutory,
      limit: rules.statutory,
      start: decisionStart(facts, rules.statutory.startsOn),
      suspensions: stopping(facts, 'stopsStatutory'),
      extension,
    },
    {
      ...common,
      id: 'decisionPromised',
      kind: 'decisionPromised',
      name: names.decisionPromised,
      limit: rules.promised,
      start: decisionStart(facts, rules.promised.startsOn),
      suspensions: stopping(facts, 'stopsPromise'),
      extension: extension?.extendsPromise === true ? extension : undefined,
    },
  ];
}

/** The extended period as a clock of its own: it starts where the original limit ends and is due when the statutory clock is. */
function extensionClock(statutory: Clock, calendar: Calendar, now: Instant): readonly Clock[] {
  const { extension, counting, limit } = statutory;
  if (extension === undefined || counting === undefined) return [];
  const today = statutory.stoppedOn ?? dayOf(now);
  const original = dueAfter({ ...counting, extension: undefined }, calendar, { today });
  const { count, unit = limit.unit, basis } = extension;
  return [
    {
      ...statutory,
      id: 'extension',
      kind: 'extension',
      name: names.extension,
      limit: { count, unit, startsOn: 'extension', basis },
      start: original.lastDay,
    },
  ];
}

function stepClock(step: StepTimes, rules: ClockRules, ended: Moment | undefined): ClockSpec {
  const { id, name, openedAt, closedAt, limit } = step;
  return {
    id: `step:${id}`,
    kind: 'step',
    name: { zh: name, en: name },
    limit,
    start: { on: dayOf(openedAt), at: openedAt },
    stop: closedAt === undefined ? undefined : { on: dayOf(closedAt), at: closedAt },
    ended,
    closesAt: rules.closesAt,
  };
}

function otherClock(other: OtherClock, facts: ClockFacts, rules: ClockRules): ClockSpec {
  const flags = { statutory: 'stopsStatutory', promise: 'stopsPromise', none: undefined } as const;
  const flag = flags[other.stoppedBy];
  return {
    ...other,
    id: other.id ?? other.kind,
    suspensions: flag === undefined ? [] : stopping(facts, flag),
    ended: facts.ended,
    closesAt: rules.closesAt,
  };
}

function specsOf(facts: ClockFacts, rules: ClockRules, calendar: Calendar): readonly ClockSpec[] {
  const { decided, delivered, ended } = facts;
  const delivery: ClockSpec = {
    id: 'delivery',
    kind: 'delivery',
    name: names.delivery,
    limit: rules.delivery,
    start: decided,
    stop: delivered,
    ended,
    closesAt: rules.closesAt,
  };
  return [
    ...acceptanceClocks(facts, rules, calendar),
    ...decisionClocks(facts, rules),
    ...facts.steps.map((step) => stepClock(step, rules, ended)),
    delivery,
    ...(facts.others ?? []).map((other) => otherClock(other, facts, rules)),
  ];
}

/**
 * Every clock of a case at `now`: acceptance, statutory and promised decision (suspended separately), extension, each step (never
 * suspended), delivery once decided, and whatever others the facts carry. Derived each time; what is stored is a cache.
 */
export function clocksOf(facts: ClockFacts, rules: ClockRules, calendar: Calendar, now: Instant): readonly Clock[] {
  const specs = specsOf(inLaw(facts, rules, calendar), rules, calendar);
  return specs
    .map((spec) => readClock(spec, calendar, now))
    .flatMap((clock) =>
      clock.kind === 'decisionStatutory' ? [clock, ...extensionClock(clock, calendar, now)] : [clock],
    );
}
