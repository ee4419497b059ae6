import { describe, expect, test } from 'vitest';
import { day, instant, instantAt, type Day, type Instant } from '@yimen/kernel';
import { calendarOf, shippedNotices } from '../calendar/index.ts';
import {
  clocksOf,
  deemedAcceptanceDay,
  licensingLimits,
  nextDueAt,
  type Clock,
  type ClockFacts,
  type ClockRules,
  type Limit,
  type Suspension,
} from './index.ts';

const calendar = calendarOf(shippedNotices);
const at = (text: string, time = '10:00'): Instant => instantAt(day(text), time);
const on = (text: string): { readonly on: Day } => ({ on: day(text) });
const promised: Limit = { ...licensingLimits.decision, count: 8, basis: { law: '办事指南', article: '承诺时限' } };
const rules: ClockRules = {
  acceptance: licensingLimits.acceptance,
  statutory: licensingLimits.decision,
  promised,
  delivery: licensingLimits.delivery,
};
// Monday 2 March 2026; no holiday until 4 April.
const received: ClockFacts = { received: on('2026-03-02'), suspensions: [], steps: [] };
const accepted: ClockFacts = { ...received, accepted: { how: 'officer', on: day('2026-03-04') } };
const review: Suspension = {
  procedure: 'expertReview',
  served: day('2026-03-06'),
  plannedEnd: day('2026-03-13'),
  notice: '安住建特告〔2026〕3号',
  stopsStatutory: true,
  stopsPromise: true,
};

function clock(facts: ClockFacts, id: string, now: Instant, withRules = rules): Partial<Clock> {
  const found = clocksOf(facts, withRules, calendar, now).find((candidate) => candidate.id === id);
  return found ?? { id: `none called ${id}` };
}

describe('the acceptance period (Art. 32)', () => {
  test('runs five working days from receipt and ends with business hours', () => {
    expect(clock(received, 'acceptance', at('2026-03-03'))).toMatchObject({
      state: 'running',
      start: '2026-03-02',
      due: '2026-03-09',
      dueAt: '2026-03-09T09:30:00.000Z',
      nextDueAt: '2026-03-09T09:30:00.000Z',
    });
    expect(clock(received, 'acceptance', at('2026-03-09', '17:30')).state).toBe('running');
    expect(clock(received, 'acceptance', at('2026-03-09', '17:31')).state).toBe('overdue');
  });

  test.each([
    ['acceptance', { accepted: { how: 'officer', on: day('2026-03-09') } }, 'met'],
    [
      'acceptance dated back by an officer who acted late',
      {
        accepted: { how: 'officer', on: day('2026-03-02'), acted: on('2026-03-10') },
      },
      'overdue',
    ],
    ['declining it', { acceptanceAnswered: on('2026-03-05') }, 'met'],
    ['the correction notice', { correctionNotified: on('2026-03-09') }, 'met'],
    ['silence', { accepted: { how: 'deemed' } }, 'overdue'],
    ['withdrawal by the applicant', { ended: on('2026-03-04') }, 'stopped'],
  ] as const)('is ended by %s', (_, more, state) => {
    const found = clock({ ...received, ...more }, 'acceptance', at('2026-03-20'));
    expect(found.state).toBe(state);
    expect(found.nextDueAt).toBeUndefined();
  });

  test('answered on its last day after business hours is late', () => {
    const acted = (time: string): ClockFacts => ({
      ...received,
      accepted: { how: 'officer', on: day('2026-03-09'), acted: { on: day('2026-03-09'), at: at('2026-03-09', time) } },
    });
    expect(clock(acted('17:29'), 'acceptance', at('2026-03-10')).state).toBe('met');
    expect(clock(acted('17:31'), 'acceptance', at('2026-03-10')).state).toBe('overdue');
  });

  test('passed in silence is acceptance as of the day of receipt: the decision clock is dated back', () => {
    const deemed: ClockFacts = { ...received, accepted: { how: 'deemed' } };
    expect(deemedAcceptanceDay(deemed, rules, calendar)).toBe('2026-03-02');
    expect(clock(deemed, 'decisionStatutory', at('2026-03-10'))).toMatchObject({
      start: '2026-03-02',
      due: '2026-03-30',
    });
  });

  test('begins anew when the corrections come, and silence then counts from that day', () => {
    const corrected: ClockFacts = {
      ...received,
      correctionNotified: on('2026-03-04'),
      correctionDelivered: on('2026-03-16'),
    };
    expect(clock(corrected, 'acceptance', at('2026-03-17'))).toMatchObject({ state: 'met', stoppedOn: '2026-03-04' });
    expect(clock(corrected, 'acceptanceAfterCorrection', at('2026-03-17'))).toMatchObject({
      state: 'running',
      start: '2026-03-16',
      due: '2026-03-23',
    });
    expect(deemedAcceptanceDay(corrected, rules, calendar)).toBe('2026-03-16');
  });

  test('waits for the applicant while corrections are awaited: nothing is due', () => {
    const waiting: ClockFacts = { ...received, correctionNotified: on('2026-03-04') };
    expect(nextDueAt(clocksOf(waiting, rules, calendar, at('2026-05-01')))).toBeUndefined();
  });

  test('is not stopped by a correction notice that came after it had ended', () => {
    const late: ClockFacts = {
      ...received,
      correctionNotified: on('2026-03-10'),
      correctionDelivered: on('2026-03-16'),
    };
    expect(clock(late, 'acceptance', at('2026-03-17'))).toMatchObject({
      state: 'overdue',
      nextDueAt: '2026-03-09T09:30:00.000Z',
    });
    expect(deemedAcceptanceDay(late, rules, calendar)).toBe('2026-03-02');
  });
});

describe('the decision', () => {
  test('has not started before acceptance, and starts with it', () => {
    expect(clock(received, 'decisionStatutory', at('2026-03-03'))).toMatchObject({
      state: 'notStarted',
      provisional: false,
    });
    expect(clock(accepted, 'decisionStatutory', at('2026-03-05'))).toMatchObject({
      start: '2026-03-04',
      due: '2026-04-01',
    });
    expect(clock(accepted, 'decisionPromised', at('2026-03-05'))).toMatchObject({
      start: '2026-03-04',
      due: '2026-03-16',
    });
  });

  test('starts from receipt where its law says 收到 (Construction Law Art. 8), of complete papers', () => {
    const fromReceipt: ClockRules = {
      ...rules,
      statutory: { count: 7, unit: 'calendarDay', startsOn: 'receipt', basis: { law: '建筑法', article: '第八条' } },
    };
    expect(clock(received, 'decisionStatutory', at('2026-03-03'), fromReceipt)).toMatchObject({
      start: '2026-03-02',
      due: '2026-03-09',
    });
    const waiting: ClockFacts = { ...received, correctionNotified: on('2026-03-04') };
    expect(clock(waiting, 'decisionStatutory', at('2026-03-05'), fromReceipt).state).toBe('notStarted');
    const corrected: ClockFacts = { ...waiting, correctionDelivered: on('2026-03-16') };
    expect(clock(corrected, 'decisionStatutory', at('2026-03-17'), fromReceipt)).toMatchObject({
      start: '2026-03-16',
      due: '2026-03-23',
    });
  });

  test('is suspended by expert review, both limits', () => {
    const open: ClockFacts = { ...accepted, suspensions: [review] };
    expect(clock(open, 'decisionStatutory', at('2026-03-06')).state).toBe('running');
    expect(clock(open, 'decisionStatutory', at('2026-03-09'))).toMatchObject({
      state: 'suspended',
      due: '2026-04-09',
      nextDueAt: '2026-03-13T09:30:00.000Z',
    });
    const done: ClockFacts = { ...accepted, suspensions: [{ ...review, received: day('2026-03-12') }] };
    expect(clock(done, 'decisionStatutory', at('2026-03-13'))).toMatchObject({ state: 'running', due: '2026-04-08' });
    expect(clock(done, 'decisionPromised', at('2026-03-13'))).toMatchObject({ state: 'running', due: '2026-03-20' });
  });

  test('is suspended for the promise alone by a site visit the guide leaves out', () => {
    const visit: Suspension = { ...review, procedure: 'siteVisit', stopsStatutory: false, received: day('2026-03-12') };
    const visited: ClockFacts = { ...accepted, suspensions: [visit] };
    expect(clock(visited, 'decisionStatutory', at('2026-03-13')).due).toBe('2026-04-01');
    expect(clock(visited, 'decisionPromised', at('2026-03-13')).due).toBe('2026-03-20');
  });

  test('extended moves the statutory limit, and the promise only where it says so', () => {
    const extension = {
      count: 10,
      approvedOn: day('2026-03-20'),
      notice: '安住建延〔2026〕1号',
      basis: licensingLimits.extension.basis,
    };
    const extended: ClockFacts = { ...accepted, extension };
    expect(clock(extended, 'decisionStatutory', at('2026-03-23')).due).toBe('2026-04-16');
    expect(clock(extended, 'decisionPromised', at('2026-03-16')).due).toBe('2026-03-16');
    expect(clock(extended, 'extension', at('2026-03-23'))).toMatchObject({
      start: '2026-04-01',
      due: '2026-04-16',
      limit: { count: 10, unit: 'workingDay', startsOn: 'extension' },
    });
    const both: ClockFacts = { ...accepted, extension: { ...extension, extendsPromise: true } };
    expect(clock(both, 'decisionPromised', at('2026-03-16')).due).toBe('2026-03-30');
  });

  test('made is met, or late; and delivery runs ten working days from it (Art. 44)', () => {
    const decided: ClockFacts = { ...accepted, decided: on('2026-03-17') };
    expect(clock(decided, 'decisionStatutory', at('2026-03-18'))).toMatchObject({
      state: 'met',
      stoppedOn: '2026-03-17',
    });
    expect(clock(decided, 'decisionPromised', at('2026-03-18')).state).toBe('overdue');
    expect(clock(decided, 'delivery', at('2026-03-18'))).toMatchObject({ state: 'running', due: '2026-03-31' });
    const delivered: ClockFacts = { ...decided, delivered: on('2026-04-01') };
    expect(clock(delivered, 'delivery', at('2026-04-02'))).toMatchObject({ state: 'overdue', stoppedOn: '2026-04-01' });
  });

  test('is never due where acceptance was declined', () => {
    const declined: ClockFacts = { ...received, acceptanceAnswered: on('2026-03-05') };
    expect(clock(declined, 'decisionStatutory', at('2026-03-06'))).toMatchObject({
      state: 'stopped',
      stoppedOn: '2026-03-05',
    });
  });

  test('is no longer due once the case has ended', () => {
    const ended: ClockFacts = { ...accepted, suspensions: [review], ended: on('2026-03-10') };
    const clocks = clocksOf(ended, rules, calendar, at('2026-06-01'));
    expect(clocks.filter((found) => found.state === 'running' || found.state === 'suspended')).toEqual([]);
    expect(nextDueAt(clocks)).toBeUndefined();
  });
});

describe('a step', () => {
  const step = {
    id: 's1',
    name: '审查',
    openedAt: at('2026-03-04'),
    limit: { ...promised, count: 2, startsOn: 'step' },
  } as const;

  test('never stops, whatever is suspended', () => {
    const facts: ClockFacts = { ...accepted, suspensions: [review], steps: [step] };
    expect(clock(facts, 'step:s1', at('2026-03-09'))).toMatchObject({ state: 'overdue', due: '2026-03-06' });
  });

  test('closed in time is met', () => {
    const facts: ClockFacts = { ...accepted, steps: [{ ...step, closedAt: at('2026-03-06', '17:30') }] };
    expect(clock(facts, 'step:s1', at('2026-03-09')).state).toBe('met');
  });
});

describe('other clocks', () => {
  test('join the case whole: a joint envelope, a publication', () => {
    const facts: ClockFacts = {
      ...accepted,
      suspensions: [{ ...review, received: day('2026-03-12') }],
      others: [
        {
          kind: 'joint',
          name: { zh: '联合办理时限', en: 'joint handling' },
          limit: licensingLimits.jointDecision,
          start: on('2026-03-04'),
          stoppedBy: 'statutory',
        },
        {
          kind: 'publication',
          name: { zh: '结果公开时限', en: 'publication' },
          limit: {
            count: 7,
            unit: 'workingDay',
            startsOn: 'decision',
            basis: { law: '基层政务公开标准', article: '行政许可' },
          },
          stoppedBy: 'none',
        },
      ],
    };
    expect(clock(facts, 'joint', at('2026-03-20'))).toMatchObject({ state: 'running', due: '2026-05-15' });
    expect(clock(facts, 'publication', at('2026-03-20')).state).toBe('notStarted');
  });
});

describe('the next instant at which something is due', () => {
  test('is the earliest of the clocks, also one missed during an outage', () => {
    const running = clocksOf(accepted, rules, calendar, at('2026-03-05'));
    expect(nextDueAt(running)).toBe('2026-03-16T09:30:00.000Z');
    expect(nextDueAt(running, instant('2026-03-16T09:30:00.000Z'))).toBe('2026-04-01T09:30:00.000Z');
    expect(nextDueAt(clocksOf(accepted, rules, calendar, at('2026-05-05')))).toBe('2026-03-16T09:30:00.000Z');
  });
});
