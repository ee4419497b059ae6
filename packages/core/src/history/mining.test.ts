import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openMining, type HistoryCase, type HistoryEvent, type Mined, type Transition } from './index.ts';

const HOUR = 3_600_000;

/** `A@3` completes A in hour 3; `+A@3` starts it, `?A@3` schedules it; `/x` says by whom. */
function event(text: string): HistoryEvent {
  const [, mark = '', activity = '', hour = '0', , resource] = /^([+?]?)(\w)@(\d+)(\/(\w+))?$/.exec(text) ?? [];
  const transition: Transition = mark === '+' ? 'start' : mark === '?' ? 'schedule' : 'complete';
  const by = resource === undefined ? {} : { resource };
  return { activity, at: Number(hour) * HOUR, offset: 0, transition, ...by };
}

const log = (...cases: readonly string[]): readonly HistoryCase[] =>
  cases.map((text, index) => ({ id: String(index), events: text.split(' ').filter(Boolean).map(event) }));

function mine(cases: readonly HistoryCase[]): Mined {
  const mining = openMining();
  for (const one of cases) mining.take(one);
  return mining.result();
}

const mined = (...cases: readonly string[]): Mined => mine(log(...cases));

describe('counts', () => {
  test('of a log by hand', () => {
    const { counts } = mined('A@0/x B@1/y', 'A@2/x B@6/x', 'A@1 C@2 C@4');
    expect(counts).toMatchObject({ cases: 3, events: 7, activities: 3, resources: 2, variants: 2, mostEvents: 3 });
    expect(counts.duration).toEqual({ count: 3, total: 8 * HOUR, median: 3 * HOUR, longest: 4 * HOUR });
    expect(counts).toMatchObject({ from: 0, to: 6 * HOUR });
  });
  test('of an even number of cases: the median is the mean of the two in the middle', () => {
    expect(mined('A@0 B@1', 'A@0 B@4').counts.duration.median).toBe(2.5 * HOUR);
  });
  test('of nothing are nothing', () => {
    expect(mined().counts).toMatchObject({ cases: 0, events: 0, variants: 0, duration: { count: 0, median: 0 } });
  });
  test('a case without events is a case, of the empty path', () => {
    expect(mined('', 'A@0')).toMatchObject({ counts: { cases: 2, variants: 2, duration: { count: 1 } } });
  });
});

describe('variants and the map', () => {
  test('go by time, and within one moment by the order of the log', () => {
    expect(mined('B@2 A@1', 'A@1 B@1', 'B@1 A@1').variants.map(({ path, count }) => [path.join(''), count])).toEqual([
      ['AB', 2],
      ['BA', 1],
    ]);
  });
  test('say which share of cases took a path and how long it took', () => {
    expect(mined('A@0 B@1', 'A@0 B@3', 'A@0').variants[0]).toMatchObject({
      share: 2 / 3,
      duration: { median: 2 * HOUR },
    });
  });
  test('show what followed what, with the time between', () => {
    const { map } = mined('A@0 B@1 C@5', 'A@0 B@3');
    expect(map.starts).toEqual([{ activity: 'A', count: 2 }]);
    expect(map.ends).toEqual([
      { activity: 'B', count: 1 },
      { activity: 'C', count: 1 },
    ]);
    expect(map.arrows).toMatchObject([
      { from: 'A', to: 'B', count: 2, time: { median: 2 * HOUR } },
      { from: 'B', to: 'C', count: 1, time: { longest: 4 * HOUR } },
    ]);
  });
});

describe('waiting and working', () => {
  test('are told apart where the log has starts', () => {
    const { steps } = mined('A@0 +B@3 B@5');
    expect(steps[1]).toMatchObject({ activity: 'B', waiting: { total: 3 * HOUR }, working: { total: 2 * HOUR } });
  });
  test('begin at the schedule where the log has one', () => {
    expect(mined('A@0 ?B@1 +B@3 B@5').steps[1]).toMatchObject({
      waiting: { total: 2 * HOUR },
      whole: { total: 4 * HOUR },
    });
  });
  test('are one time where it has none, and no zero is made up', () => {
    const none = { count: 0, total: 0 };
    expect(mined('A@0 B@5').steps[1]).toMatchObject({ whole: { total: 5 * HOUR }, waiting: none, working: none });
  });
  test('work begun beside the step ahead waited for nothing', () => {
    expect(mined('+B@1 A@2 B@4').steps[1]).toMatchObject({
      activity: 'B',
      waiting: { total: 0 },
      working: { total: 3 * HOUR },
    });
  });
});

describe('rework', () => {
  test('counts repeats beyond the first, and returns to work already done', () => {
    expect(mined('A@0 B@1 A@2 B@3', 'A@0 A@1', 'A@0 B@1').rework).toEqual({
      cases: 2,
      repeated: [
        { activity: 'A', count: 2, cases: 2 },
        { activity: 'B', count: 1, cases: 1 },
      ],
      returns: [
        { from: 'A', to: 'B', count: 1 },
        { from: 'B', to: 'A', count: 1 },
      ],
    });
  });
});

describe('who and when', () => {
  test('a hand-over is between two who are named and not the same', () => {
    expect(mined('A@0/x B@1/y C@2/y D@3', 'A@0/x B@5/y').handOvers).toMatchObject([
      { from: 'x', to: 'y', count: 2, time: { median: 3 * HOUR } },
    ]);
  });
  test('hours are those of the place', () => {
    const late: HistoryEvent = { activity: 'A', at: 23 * HOUR, offset: 8 * 60, transition: 'complete' };
    expect(mine([{ id: '1', events: [late] }]).hours.indexOf(1)).toBe(7);
    expect(mine([{ id: '1', events: [{ ...late, at: 0, offset: -60 }] }]).hours.indexOf(1)).toBe(23);
  });
});

const anyCase = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C', '+A', '?B'), fc.nat({ max: 30 })), { maxLength: 12 });

describe('any log', () => {
  test('adds up, and does not mind the order of its cases', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 12 }), (texts) => {
        const cases = log(...texts.map((events) => events.map(([name, hour]) => `${name}@${String(hour)}`).join(' ')));
        const all = mine(cases);
        const events = cases.flatMap((one) => one.events);
        const completions = events.filter(({ transition }) => transition === 'complete').length;
        const working = cases.filter((one) => one.events.some(({ transition }) => transition === 'complete')).length;
        const sum = (counted: readonly { readonly count: number }[]): number =>
          counted.reduce((total, { count }) => total + count, 0);
        expect(all.counts).toMatchObject({ cases: cases.length, events: events.length });
        expect(sum(all.variants)).toBe(cases.length);
        expect(sum(all.map.starts)).toBe(working);
        expect(sum(all.map.arrows)).toBe(completions - working);
        expect(sum(all.steps)).toBe(completions);
        expect(all.hours.reduce((total, count) => total + count, 0)).toBe(completions);
        expect(mine(cases.toReversed())).toEqual(all);
      }),
      { numRuns: 200 },
    );
  });
});
