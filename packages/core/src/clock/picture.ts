import { addDays, dayFrom, daysInMonth, weekdayOf, yearOf, type Day } from '@yimen/kernel';
import type { ExplainedDay, Explanation } from './explain.ts';

/** How a day is drawn; a word stands beside every colour. `outside` lies before the start or after the due day. */
export type PictureKind = 'start' | 'counted' | 'weekend' | 'holiday' | 'makeUp' | 'suspended' | 'due' | 'outside';

export interface PictureDay {
  readonly on: Day;
  readonly date: number;
  readonly kind: PictureKind;
  /** The number of the counted day. */
  readonly number?: number | undefined;
  /** The festival, where it is one. */
  readonly name?: string | undefined;
  readonly provisional: boolean;
}

/** A week from Monday to Sunday; `undefined` where the day belongs to another month. */
export type PictureWeek = readonly (PictureDay | undefined)[];

export interface PictureMonth {
  readonly year: number;
  readonly month: number;
  readonly weeks: readonly PictureWeek[];
}

export const pictureWords: Readonly<Record<PictureKind, { readonly zh: string; readonly en: string }>> = {
  start: { zh: '起算日（不计入）', en: 'start (not counted)' },
  counted: { zh: '计入', en: 'counted' },
  weekend: { zh: '周末', en: 'weekend' },
  holiday: { zh: '法定节假日', en: 'public holiday' },
  makeUp: { zh: '调休上班（计入）', en: 'make-up working day (counted)' },
  suspended: { zh: '特别程序（不计入）', en: 'special procedure (not counted)' },
  due: { zh: '届满日', en: 'due' },
  outside: { zh: '期限以外', en: 'outside the limit' },
};

function pictureKind(day: ExplainedDay): PictureKind {
  if (day.due) return 'due';
  if (day.kind === 'counted') return day.fact.kind === 'makeUp' ? 'makeUp' : 'counted';
  return day.kind === 'moved' ? 'due' : day.kind;
}

function pictureDay(on: Day, explained: ExplainedDay | undefined): PictureDay {
  const date = Number(on.slice(8, 10));
  if (explained === undefined) return { on, date, kind: 'outside', provisional: false };
  const { fact, number } = explained;
  return { on, date, kind: pictureKind(explained), number, name: fact.name, provisional: fact.provisional };
}

function weeksOf(first: Day, days: number, explained: ReadonlyMap<Day, ExplainedDay>): readonly PictureWeek[] {
  const lead = weekdayOf(first) - 1;
  const weeks = Math.ceil((lead + days) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const index = week * 7 + weekday - lead;
      if (index < 0 || index >= days) return undefined;
      const on = addDays(first, index);
      return pictureDay(on, explained.get(on));
    }),
  );
}

/** The months a deadline runs through, as a grid of weeks for the calendar on the case page. */
export function calendarPicture(explanation: Explanation): readonly PictureMonth[] {
  const explained = new Map(explanation.days.map((day) => [day.on, day]));
  const indexOf = (on: Day): number => yearOf(on) * 12 + Number(on.slice(5, 7)) - 1;
  const [first, last] = [indexOf(explanation.start), indexOf(explanation.due)];
  return Array.from({ length: last - first + 1 }, (_, offset) => {
    const [year, month] = [Math.floor((first + offset) / 12), ((first + offset) % 12) + 1];
    return { year, month, weeks: weeksOf(dayFrom(year, month, 1), daysInMonth(year, month), explained) };
  });
}
