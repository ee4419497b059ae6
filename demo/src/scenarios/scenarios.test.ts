import { evaluate } from 'feelin';
import { describe, expect, it } from 'vitest';
import { day, dayOf, instantAt, type Day, type Instant } from '@yimen/kernel';
import { calendarOf, shippedNotices } from '@yimen/core/calendar';
import type { Answers } from '@yimen/core/catalogue';
import {
  caseId,
  caseNumber,
  decide,
  entriesOf,
  evolve,
  initialState,
  neededFor,
  stages,
  statutoryDueAt,
  subjectOf,
  type Actor,
  type CaseContext,
  type CaseState,
} from '@yimen/core/casework';
import { mayAct, personId, type Authority } from '@yimen/core/people';
import { rate } from '@yimen/core/rating';
import { authorisations, delegations } from '../authorisations.ts';
import { people, posts, postings } from '../staff.ts';
import { ratingInstant, scenarios, scheduleOf, type ScheduledAct, type Scenario } from './index.ts';
import { itemOf } from './script.ts';

const calendar = calendarOf(shippedNotices);
/** A quiet Wednesday, a Monday after make-up days, the first morning of a long holiday, and a day no notice covers yet. */
const loadDays = [day('2026-03-18'), day('2025-10-13'), day('2026-02-16'), day('2027-06-01')];

const holds = (feel: string, answers: Answers): boolean => {
  const { value, warnings } = evaluate(feel, { ...answers });
  if (warnings.length > 0) throw new Error(`${feel}: ${warnings[0]?.message ?? ''}`);
  return value === true;
};

interface Officer {
  readonly actor: Actor;
  readonly authority?: Authority;
}

function actorOf(act: ScheduledAct, scenario: Scenario, on: Day): Officer {
  if (act.by === 'applicant') return { actor: { kind: 'applicant', name: scenario.applicant } };
  if (act.by === 'system') return { actor: { kind: 'system', name: 'worker' } };
  const person = personId(act.by);
  const item = itemOf(scenario.itemId);
  const needed = neededFor(act.command.type, item, subjectOf(act.command));
  if (needed === 'system') throw new Error(`${scenario.key}: ${act.command.type} is the system's`);
  const name = people.find(({ id }) => id === person)?.name ?? '';
  const standing = { person, name, posts, postings, delegations, authorisations };
  const authority = mayAct(standing, { ...needed, item: item.id, on });
  if (!authority.ok) throw new Error(`${scenario.key}: ${act.by} may not ${needed.act}: ${authority.error.words.en}`);
  const { post, roles } = authority.value;
  return { actor: { kind: 'officer', person, name, post, roles }, authority: authority.value };
}

/** Lives a case through with the core's own rules; throws at the first act they refuse. */
function live(scenario: Scenario, acts: readonly ScheduledAct[]): CaseState {
  let state: CaseState = initialState;
  let revision = 0;
  for (const act of acts) {
    const today = dayOf(act.at);
    const { actor, authority } = actorOf(act, scenario, today);
    const context: CaseContext = {
      now: act.at,
      today,
      actor,
      item: itemOf(scenario.itemId),
      newNumber: caseNumber(today, 1),
      calendar,
      evaluate: holds,
      ...(authority === undefined ? {} : { authority }),
    };
    const decided = decide(state, act.command, context);
    if (!decided.ok)
      throw new Error(`${scenario.key}: ${act.command.type} by ${act.by}: ${JSON.stringify(decided.error)}`);
    const entries = entriesOf(decided.value, { at: act.at, actor }, revision);
    state = entries.reduce(evolve, state);
    revision += entries.length;
  }
  return state;
}

const inOrder = (acts: readonly ScheduledAct[]): boolean =>
  acts.every((act, at) => at === 0 || (acts[at - 1]?.at ?? '') < act.at);

describe('the cases of the demonstration', () => {
  it.each(loadDays)('are made by acts the law lets these people do, when the hall is opened on %s', (loadDay) => {
    for (const scenario of scenarios) {
      const acts = scheduleOf(scenario, loadDay, calendar);
      expect(inOrder(acts), scenario.key).toBe(true);
      expect((acts.at(-1)?.at ?? '') < instantAt(loadDay, '00:00'), scenario.key).toBe(true);
      expect(live(scenario, acts).stage, scenario.key).toBe(scenario.stage);
    }
  });

  it('stand at every stage a case can stand at', () => {
    const shown = new Set(scenarios.map(({ stage }) => stage));
    expect(stages.filter((stage) => !shown.has(stage))).toEqual([]);
    expect(scenarios.length).toBeGreaterThanOrEqual(24);
  });

  it('are late, or not, as they say', () => {
    const loadDay = day('2026-03-18');
    const now = instantAt(loadDay, '09:00');
    const dueAt = (key: string): Instant | undefined => {
      const scenario = scenarios.find((one) => one.key === key);
      if (scenario === undefined) throw new Error(`no scenario ${key}`);
      const state = live(scenario, scheduleOf(scenario, loadDay, calendar));
      if (state.stage !== 'examining') throw new Error(`${key} is ${state.stage}`);
      return statutoryDueAt(state, itemOf(scenario.itemId), calendar, now);
    };
    // Received on 4 March, seven working days of the Construction Law, to the close of business.
    expect(dueAt('statutory-overdue')).toBe(instantAt(day('2026-03-13'), '17:30'));
    expect((dueAt('promise-overdue') ?? '') > now).toBe(true);
    expect((dueAt('in-examination') ?? '') > now).toBe(true);
    // Paused: no day on which it ends can be named while the experts are at work.
    expect((dueAt('suspended-expert-review') ?? '9') > now).toBe(true);
  });

  it('have a key of their own', () => {
    expect(new Set(scenarios.map(({ key }) => key)).size).toBe(scenarios.length);
  });

  it('are rated only by applicants whose case is served or has ended', () => {
    const rated = scenarios.filter(({ rating }) => rating !== undefined);
    expect(rated.length).toBeGreaterThanOrEqual(4);
    for (const { key, stage, rating, ...scenario } of rated) {
      const acts = scheduleOf({ ...scenario, key, stage }, day('2026-03-18'), calendar);
      const now: Instant = ratingInstant(acts) ?? instantAt(day('2026-03-17'), '12:00');
      const context = { caseId: caseId(key), stage, byApplicant: true, rated: false, now, today: dayOf(now) };
      expect(rating === undefined ? undefined : rate(rating, context).ok, key).toBe(true);
    }
  });

  it('refuse the former chief representative, whose authorisation ended with 2024', () => {
    const person = personId('qian.guo');
    const item = itemOf('construction-permit');
    const standing = { person, name: '', posts, postings, delegations, authorisations };
    const wanted = { act: 'sign', authority: item.authority, item: item.id } as const;
    const then = mayAct(standing, { ...wanted, on: day('2024-12-31') });
    const now = mayAct(standing, { ...wanted, on: day('2025-01-01') });
    expect(then.ok).toBe(true);
    expect(now).toMatchObject({ ok: false, error: { code: 'authorisation_ended' } });
  });
});
