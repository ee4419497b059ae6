import type { JSX } from 'react';
import { parseDay, weekdayOf } from '@yimen/kernel';
import { monthInWords, weekdayInWords, WEEKDAYS } from './format.ts';
import { useColon, useLanguage, type Words } from './language.tsx';
import { Mixed } from './Zh.tsx';

export type DayKind =
  'outside' | 'start' | 'counted' | 'weekend' | 'holiday' | 'makeUp' | 'suspended' | 'due' | 'plain';

export interface DayShown {
  readonly day: string;
  readonly date: number;
  readonly kind: DayKind;
  readonly label?: string | undefined;
  /** Which day of the limit it is. */
  readonly number?: number | undefined;
}

export interface MonthShown {
  readonly year: number;
  readonly month: number;
  readonly weeks: readonly (readonly DayShown[])[];
}

const NONE: Words = { zh: '', en: '' };

/** Each kind is told by a mark beside the colour. */
const KINDS: Readonly<Record<DayKind, { readonly words: Words; readonly mark: Words }>> = {
  outside: { words: { zh: '', en: '' }, mark: NONE },
  plain: { words: { zh: '不在时限内', en: 'outside the limit' }, mark: NONE },
  start: { words: { zh: '起始日（不计入）', en: 'start (not counted)' }, mark: { zh: '起', en: 'S' } },
  counted: { words: { zh: '计入', en: 'counted' }, mark: NONE },
  weekend: { words: { zh: '周末', en: 'weekend' }, mark: NONE },
  holiday: { words: { zh: '法定节假日', en: 'public holiday' }, mark: { zh: '休', en: 'H' } },
  makeUp: { words: { zh: '调休上班（计入）', en: 'make-up working day (counted)' }, mark: { zh: '班', en: 'W' } },
  suspended: { words: { zh: '中止计时', en: 'suspended' }, mark: { zh: '停', en: '‖' } },
  due: { words: { zh: '届满日', en: 'due' }, mark: { zh: '满', en: 'D' } },
};
const LEGEND = ['start', 'counted', 'weekend', 'holiday', 'makeUp', 'suspended', 'due'] as const;

/** Days of the month before and after the limit stay legible, so that the picture reads as a calendar. */
function OutsideCell({ shown, month }: { readonly shown: DayShown; readonly month: number }): JSX.Element {
  const inMonth = Number(shown.day.slice(5, 7)) === month;
  return <td className="ym-day ym-day--outside">{inMonth && <span aria-hidden="true">{shown.date}</span>}</td>;
}

function DayCell({ shown }: { readonly shown: DayShown }): JSX.Element {
  const language = useLanguage();
  const inLine = useColon();
  const kind = KINDS[shown.kind];
  const nth = shown.number === undefined ? '' : language === 'zh' ? `，第${shown.number}日` : `, day ${shown.number}`;
  // What the calendar calls a day is Chinese; an English line says its kind and leaves the name marked.
  const label = language === 'zh' ? (shown.label ?? kind.words.zh) : kind.words.en;
  const said = `${inLine(weekdayInWords(shown.day, language), label)}${nth}`;
  return (
    <td className={`ym-day ym-day--${shown.kind}`} title={said}>
      <span aria-hidden="true">
        {shown.date}
        <small>{kind.mark === NONE ? (shown.number ?? '') : kind.mark[language]}</small>
      </span>
      <span className="ym-hidden">
        {said}
        {language === 'en' && shown.label !== undefined && (
          <>
            {' '}
            <Mixed text={shown.label} />
          </>
        )}
      </span>
    </td>
  );
}

/** Weeks wholly outside the limit say nothing. */
const isTouched = (week: readonly DayShown[]): boolean => week.some(({ kind }) => kind !== 'outside');

/** The first weekday of the weeks as they come (Monday or Sunday), read off the days themselves. */
function firstWeekday(month: MonthShown): number {
  const parsed = parseDay(month.weeks[0]?.[0]?.day ?? '');
  return parsed.ok ? weekdayOf(parsed.value) : 1;
}

function Month({ shown }: { readonly shown: MonthShown }): JSX.Element {
  const language = useLanguage();
  const first = firstWeekday(shown);
  const heads = WEEKDAYS[language].map((_, index) => WEEKDAYS[language][(first - 1 + index) % 7] ?? '');
  return (
    <table className="ym-month">
      <caption>{monthInWords(shown.year, shown.month, language)}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.weeks.filter(isTouched).map((week) => (
          <tr key={week[0]?.day}>
            {week.map((day) =>
              day.kind === 'outside' ? (
                <OutsideCell key={day.day} shown={day} month={shown.month} />
              ) : (
                <DayCell key={day.day} shown={day} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How a deadline was counted, as small calendars: which day counted, which did not and why. */
export function CalendarPicture({ months }: { readonly months: readonly MonthShown[] }): JSX.Element {
  const language = useLanguage();
  return (
    <div className="ym-calendar">
      <div className="ym-months">
        {months.map((month) => (
          <Month key={`${String(month.year)}-${String(month.month)}`} shown={month} />
        ))}
      </div>
      <ul className="ym-legend" aria-label={language === 'zh' ? '图例' : 'Legend'}>
        {LEGEND.map((kind) => (
          <li key={kind}>
            <span className={`ym-swatch ym-day--${kind}`} aria-hidden="true">
              {KINDS[kind].mark[language]}
            </span>
            {KINDS[kind].words[language]}
          </li>
        ))}
      </ul>
    </div>
  );
}
