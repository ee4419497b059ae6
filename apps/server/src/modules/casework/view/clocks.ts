import { addDays, dayOf, type Day, type Instant } from '@yimen/kernel';
import type { Calendar } from '@yimen/core/calendar';
import {
  calendarPicture,
  explainClock,
  explainInWords,
  remainingWorkingDays,
  type Clock,
  type PictureMonth,
  type PictureWeek,
} from '@yimen/core/clock';
import type { ClockView, MonthPicture } from '@yimen/contract';
import { isRunning } from '../clocks.ts';

/** A clock with its whole reckoning: sentences in both languages and the calendar picture. */
export function clockView(clock: Clock, calendar: Calendar, now: Instant): ClockView {
  const explanation = explainClock(clock, calendar, now);
  const { limit, due, dueAt, start } = clock;
  return {
    kind: clock.kind,
    ...(clock.kind === 'step' ? { stepId: clock.id.replace(/^step:/, '') } : {}),
    name: clock.name,
    state: clock.state,
    ...(start === undefined ? {} : { startedOn: start }),
    ...(due === undefined ? {} : { due }),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...remaining(clock, calendar, dayOf(now)),
    provisional: clock.provisional,
    article: `${limit.basis.law}${limit.basis.article}`,
    calendarVersion: clock.calendarVersion,
    words:
      explanation === undefined
        ? { zh: [], en: [] }
        : { zh: [...explainInWords(explanation, 'zh-CN')], en: [...explainInWords(explanation, 'en')] },
    pictures: explanation === undefined ? [] : calendarPicture(explanation).map(monthPicture),
  };
}

function remaining(clock: Clock, calendar: Calendar, today: Day): { readonly remaining?: number } {
  if (clock.due === undefined || !isRunning(clock)) return {};
  return { remaining: remainingWorkingDays(clock.due, today, calendar, clock.counting?.suspensions ?? []) };
}

function monthPicture({ year, month, weeks }: PictureMonth): MonthPicture {
  return { year, month, weeks: weeks.map(weekPicture) };
}

/** Days of the neighbouring months fill the week as days outside the limit. */
function weekPicture(week: PictureWeek): MonthPicture['weeks'][number] {
  const known = week.findIndex((day) => day !== undefined);
  const anchor = week[known];
  if (anchor === undefined) return [];
  return week.map((day, at) => {
    const on = addDays(anchor.on, at - known);
    if (day === undefined) return { day: on, date: Number(on.slice(8)), kind: 'outside' };
    const { date, kind, number, name } = day;
    return {
      day: on,
      date,
      kind,
      ...(name === undefined ? {} : { label: name }),
      ...(number === undefined ? {} : { number }),
    };
  });
}
