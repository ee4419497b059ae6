import {
  addDays,
  dayFromNumber,
  dayInWords,
  dayNumber,
  dayOf,
  instantAt,
  instantFromMillis,
  millisOf,
  type Day,
  type Instant,
} from '@yimen/kernel';
import type { Calendar } from '../calendar/index.ts';
import { dueAfter, limitUnits, type Counting } from '../clock/index.ts';
import type { ClockRule, RiskLowering, Rung, RuleSet, Words } from './rule.ts';
import type { Reading } from './story.ts';
import type { Watched } from './watched.ts';

/** When a rung of a ladder is reached on this clock, and how that was counted; undefined where the time is too short for it. */
export interface Reached {
  readonly level: Rung['level'];
  readonly at: Instant;
  readonly working: readonly Words[];
}

interface Climb {
  readonly watched: Watched;
  readonly calendar: Calendar;
  readonly today: Day;
  readonly lowering: RiskLowering;
}

const MILLISECOND = 1;

/** `HH:mm` on a wall in Beijing. */
function timeOf(at: Instant): string {
  const minutes = Math.round((millisOf(at) - millisOf(instantAt(dayOf(at), '00:00'))) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function limitWords({ counting, due, dueAt }: Watched): readonly Words[] {
  const { count, unit } = counting.limit;
  const { zh, en } = limitUnits[unit];
  const closes = timeOf(dueAt);
  return [
    {
      zh: `期限 ${String(count)} ${zh}，自 ${dayInWords(counting.start, 'zh')} 起算（当日不计入，《民法典》第二百零一条）。`,
      en: `The limit is ${String(count)} ${en}${count === 1 ? '' : 's'} from ${dayInWords(counting.start, 'en')} (that day not counted, Civil Code Art. 201).`,
    },
    {
      zh: `最后一日为 ${dayInWords(due, 'zh')}，至 ${closes} 下班时止。`,
      en: `Its last day is ${dayInWords(due, 'en')}, until business ends at ${closes} in Beijing.`,
    },
  ];
}

function reachedShare(
  share: number,
  { watched, calendar, today, lowering }: Climb,
): Omit<Reached, 'level'> | undefined {
  const { counting, due, riskPoints } = watched;
  const lowered = Math.max(1, share - Math.min(lowering.mostShare, lowering.share * riskPoints));
  const on = dayOfShare(counting, lowered, { due, calendar, today });
  if (on === undefined || on <= counting.start) return undefined;
  const risk: readonly Words[] =
    lowered === share
      ? []
      : [
          {
            zh: `廉政风险点 ${String(riskPoints)} 处，门槛由 ${String(share)}% 降为 ${String(lowered)}%。`,
            en: `${String(riskPoints)} integrity risk point(s): the threshold is ${String(lowered)}% instead of ${String(share)}%.`,
          },
        ];
  return {
    at: instantAt(on, '00:00'),
    working: [
      ...limitWords(watched),
      ...risk,
      {
        zh: `${dayInWords(on, 'zh')} 起，已用时限达到 ${String(lowered)}%。`,
        en: `From ${dayInWords(on, 'en')} on, ${String(lowered)}% of the time has been used.`,
      },
    ],
  };
}

/** The day with which the counted share begins: the ⌈share × count⌉-th counted day. Months are shared by their calendar days. */
function dayOfShare(
  counting: Counting,
  share: number,
  { due, calendar, today }: { readonly due: Day; readonly calendar: Calendar; readonly today: Day },
): Day | undefined {
  const { limit, extension } = counting;
  if (limit.unit === 'month') {
    const [from, to] = [dayNumber(counting.start), dayNumber(due)];
    return dayFromNumber(from + Math.ceil(((to - from) * share) / 100));
  }
  const total = limit.count + (extension === undefined ? 0 : extension.count);
  const nth = Math.ceil((total * share) / 100);
  if (nth < 1 || nth >= total + 1) return undefined;
  return dueAfter({ ...counting, limit: { ...limit, count: nth }, extension: undefined }, calendar, { today }).due;
}

function reachedBefore(days: number, { watched, calendar, lowering }: Climb): Omit<Reached, 'level'> | undefined {
  const { counting, due, riskPoints } = watched;
  const earlier = days + Math.min(lowering.mostDays, lowering.days * riskPoints);
  let on = due;
  while (on > counting.start && calendar.workingDaysBetween(on, due) < earlier) on = addDays(on, -1);
  if (on <= counting.start) return undefined;
  return {
    at: instantAt(on, '00:00'),
    working: [
      ...limitWords(watched),
      {
        zh: `${dayInWords(on, 'zh')} 距最后一日还有 ${String(earlier)} 个工作日。`,
        en: `On ${dayInWords(on, 'en')} there are ${String(earlier)} working day(s) to the last day.`,
      },
    ],
  };
}

function reachedAfter(days: number, { watched, calendar }: Climb): Omit<Reached, 'level'> {
  const { due, dueAt } = watched;
  const end = instantFromMillis(millisOf(dueAt) + MILLISECOND);
  if (days === 0) {
    return {
      at: end,
      working: [...limitWords(watched), { zh: '期限已过，仍未办理。', en: 'The limit has passed and it is not done.' }],
    };
  }
  const on = calendar.workingDayAfter(due, days);
  return {
    at: instantAt(on, timeOf(dueAt)),
    working: [
      ...limitWords(watched),
      {
        zh: `至 ${dayInWords(on, 'zh')} 已超期 ${String(days)} 个工作日。`,
        en: `By ${dayInWords(on, 'en')} it is ${String(days)} working day(s) overdue.`,
      },
    ],
  };
}

function reached(rung: Rung, climb: Climb): Omit<Reached, 'level'> | undefined {
  const { when } = rung;
  if ('share' in when) return reachedShare(when.share, climb);
  return 'workingDaysBefore' in when
    ? reachedBefore(when.workingDaysBefore, climb)
    : reachedAfter(when.workingDaysAfter, climb);
}

/** Every rung of a rule's ladder on this clock, reached or to come; rungs before it was armed anew are left out. */
export function rungsOf(
  rule: ClockRule,
  watched: Watched,
  set: RuleSet,
  { calendar, now }: Reading,
): readonly Reached[] {
  const climb = { watched, calendar, today: dayOf(now), lowering: set.riskLowering };
  return (set.ladders[rule.ladder] ?? []).flatMap((rung) => {
    const found = reached(rung, climb);
    const before = found !== undefined && watched.armedAt !== undefined && found.at <= watched.armedAt;
    return found === undefined || before ? [] : [{ level: rung.level, ...found }];
  });
}
