import type { RuleSetsView } from '@yimen/contract';
import type { Typed } from '../../../shared/drafts/KeptForm.tsx';
import type { Wish } from './api.ts';

type Rung = RuleSetsView['ladders'][number]['rungs'][number];

/** The names of the form's fields. */
export const fieldOf = {
  rung: (ladder: string, at: number): string => `ladder/${ladder}/${String(at)}`,
  points: (level: string): string => `points/${level}`,
  life: (part: string): string => `life/${part}`,
  test: (code: string): string => `test/${code}`,
  state: (code: string): string => `state/${code}`,
} as const;

/** The number of a threshold, whichever way it is counted. */
export function numberOf({ when }: Rung): number {
  if ('share' in when) return when.share;
  return 'workingDaysBefore' in when ? when.workingDaysBefore : when.workingDaysAfter;
}

function rungWith(rung: Rung, count: number): Rung {
  const { level, when } = rung;
  if ('share' in when) return { level, when: { share: count } };
  return 'workingDaysBefore' in when
    ? { level, when: { workingDaysBefore: count } }
    : { level, when: { workingDaysAfter: count } };
}

/** What the form says, over the rules as they stand. A field that is empty keeps what stands. */
export function wishOf({ ladders, points, life, rules }: RuleSetsView, typed: Typed): Wish {
  const numberAt = (name: string, otherwise: number): number => {
    const text = typed[name] ?? '';
    return text === '' ? otherwise : Number(text);
  };
  return {
    // The server says so where it is no day.
    from: (typed['from'] ?? '') as Wish['from'],
    title: typed['title'] ?? '',
    reason: typed['reason'] ?? '',
    ladders: Object.fromEntries(
      ladders.map(({ name, rungs }) => [
        name,
        rungs.map((rung, at) => rungWith(rung, numberAt(fieldOf.rung(name, at), numberOf(rung)))),
      ]),
    ),
    points: {
      warning: numberAt(fieldOf.points('warning'), points.warning),
      yellow: numberAt(fieldOf.points('yellow'), points.yellow),
      red: numberAt(fieldOf.points('red'), points.red),
    },
    life: {
      explain: numberAt(fieldOf.life('explain'), life.explain),
      appeal: numberAt(fieldOf.life('appeal'), life.appeal),
      verify: numberAt(fieldOf.life('verify'), life.verify),
      rectify: numberAt(fieldOf.life('rectify'), life.rectify),
      escalate: numberAt(fieldOf.life('escalate'), life.escalate),
    },
    tests: Object.fromEntries(
      rules.flatMap(({ code, test, fixed }) => {
        const text = typed[fieldOf.test(code)];
        return test === undefined || fixed || text === undefined || text === test ? [] : [[code, text]];
      }),
    ),
    off: rules
      .filter(({ code, off }) => (typed[fieldOf.state(code)] ?? (off ? 'off' : 'on')) === 'off')
      .map(({ code }) => code),
  };
}
