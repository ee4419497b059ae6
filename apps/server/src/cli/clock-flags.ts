import { parseArgs } from 'node:util';
import { dayOf, parseDay, type Day, type Instant } from '@yimen/kernel';
import { calendarAsOf, calendarOf, shippedNotices, type Calendar } from '@yimen/core/calendar';
import type { DueOptions } from '@yimen/core/clock';
import { inputError, type InputReason, type RawQuestion } from './clock-input.ts';
import { UsageError } from './command.ts';

/** The options the clock commands share. */
export interface ClockFlags {
  readonly raw: RawQuestion;
  readonly calendar: Calendar;
  readonly options: DueOptions;
  readonly json: boolean;
  readonly batch: boolean;
  readonly english: boolean;
}

const optionTypes = {
  start: { type: 'string' },
  days: { type: 'string' },
  unit: { type: 'string' },
  suspend: { type: 'string', multiple: true },
  extend: { type: 'string' },
  today: { type: 'string' },
  closes: { type: 'string' },
  'known-on': { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  batch: { type: 'boolean' },
} as const;

const misused = (field: string, code: InputReason): UsageError => new UsageError(inputError(`--${field}`, code));

const numberIn = (text: string | undefined): number | string | undefined =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : text;

function spanIn(text: string): readonly string[] {
  const parts = text.split('/');
  if (parts.length !== 2) throw misused('suspend', 'not_a_span');
  return parts;
}

function closingIn(text: string | undefined): string | undefined {
  if (text !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text)) throw misused('closes', 'not_a_time');
  return text;
}

function calendarKnownOn(text: string | undefined): Calendar {
  if (text === undefined) return calendarOf(shippedNotices);
  const on = parseDay(text);
  if (!on.ok) throw misused('known-on', 'not_a_day');
  if (!shippedNotices.some((notice) => notice.published <= on.value)) throw misused('known-on', 'before_first_notice');
  return calendarAsOf(shippedNotices, on.value);
}

/** Reads the flags; throws {@link UsageError}, or Node's own error for an unknown option. */
export function readClockFlags(args: readonly string[], now: () => Instant): ClockFlags {
  const { values } = parseArgs({ args: [...args], options: optionTypes, strict: true });
  const { start, days, unit, suspend, extend, today } = values;
  const todayByClock: Day = dayOf(now());
  return {
    raw: { start, days: numberIn(days), unit, suspend: suspend?.map(spanIn), extend: numberIn(extend), today },
    calendar: calendarKnownOn(values['known-on']),
    options: { today: todayByClock, closesAt: closingIn(values.closes) },
    json: values.json === true,
    batch: values.batch === true,
    english: values.lang === 'en',
  };
}

export const clockOptionsHelp = `选项 / options
  --start YYYY-MM-DD        起算日，当日不计入 · start day, itself not counted
  --days N                  期限长度（0 为当日）· length of the limit (0: the day itself)
  --unit UNIT               workingDay 工作日（默认 default）| calendarDay 自然日 | month 月
  --suspend SERVED/RECEIVED 特别程序：告知书送达日/收到结果日，可重复；未收到结果写 SERVED/
                            special procedure: notice served / result received; repeatable; SERVED/ while open
  --extend N                延长，单位同期限 · extension, in the unit of the limit
  --today YYYY-MM-DD        特别程序未结束时据以推算的日期 · the day an open procedure is projected from
  --closes HH:mm            停止业务活动的时间，默认 17:30 · end of business hours
  --known-on YYYY-MM-DD     只用该日以前发布的放假通知 · only notices published by that day
  --json                    输出 JSON · print JSON
`;
