import { ok, parseDay, refuse, type Day, type Result } from '@yimen/kernel';
import type { Counting, DueOptions, LimitUnit, SuspensionSpan } from '@yimen/core/clock';
import type { InputError } from './command.ts';

/** One question to the clock, from flags or from a line of the batch. Anything else in the object is ignored. */
export interface RawQuestion {
  readonly start?: unknown;
  readonly days?: unknown;
  readonly unit?: unknown;
  readonly suspend?: unknown;
  readonly extend?: unknown;
  readonly today?: unknown;
}

export interface Question {
  readonly counting: Counting;
  readonly today?: Day | undefined;
}

type Read<T> = Result<T, InputError>;

const reasons = {
  missing: ['缺少该项', 'is missing'],
  not_an_object: ['不是 JSON 对象', 'not a JSON object'],
  not_json: ['不是 JSON', 'not JSON'],
  not_a_day: ['日期不存在，应为 YYYY-MM-DD', 'no such day; write YYYY-MM-DD'],
  not_a_count: ['应为不小于 0 的整数', 'must be a whole number of 0 or more'],
  not_a_unit: ['应为 workingDay、calendarDay 或 month', 'must be workingDay, calendarDay or month'],
  not_a_list: ['应为 [["送达日","收到结果日"], …]', 'must be [["SERVED","RECEIVED"], …]'],
  not_a_span: ['应为 送达日/收到结果日', 'must be SERVED/RECEIVED'],
  received_before_service: ['收到结果日早于告知书送达日', 'the result was received before the notice was served'],
  not_here: ['此命令不支持该选项', 'is not an option of this command'],
  not_a_time: ['应为 HH:mm', 'must be HH:mm'],
  before_first_notice: ['该日尚无任何放假通知', 'no notice had been published by that day'],
  beyond_calendar: ['届满日超出公元9999年', 'the limit ends beyond the year 9999'],
} as const;
export type InputReason = keyof typeof reasons;

export function inputError(field: string, code: InputReason): InputError {
  const [message, messageEn] = reasons[code];
  return { code, field, message, messageEn };
}

const wrong = (field: string, code: InputReason): Result<never, InputError> => refuse(inputError(field, code));

function readDay(field: string, value: unknown): Read<Day> {
  if (value === undefined || value === null) return wrong(field, 'missing');
  const parsed = parseDay(typeof value === 'string' ? value : '');
  return parsed.ok ? parsed : wrong(field, 'not_a_day');
}

function readCount(field: string, value: unknown): Read<number> {
  if (value === undefined || value === null) return wrong(field, 'missing');
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? ok(value)
    : wrong(field, 'not_a_count');
}

const UNITS: Readonly<Record<string, LimitUnit>> = {
  workingDay: 'workingDay',
  calendarDay: 'calendarDay',
  month: 'month',
};

function readUnit(value: unknown): Read<LimitUnit> {
  if (value === undefined || value === null) return ok('workingDay');
  const unit = typeof value === 'string' && Object.hasOwn(UNITS, value) ? UNITS[value] : undefined;
  return unit === undefined ? wrong('unit', 'not_a_unit') : ok(unit);
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** `[served, received]`; without `received` the suspension is open. */
function readSpan(field: string, value: unknown): Read<SuspensionSpan> {
  if (!isList(value) || value.length < 1 || value.length > 2) return wrong(field, 'not_a_list');
  const [first, second] = value;
  const served = readDay(field, first);
  if (!served.ok) return served;
  if (second === undefined || second === null || second === '') return ok({ served: served.value });
  const received = readDay(field, second);
  if (!received.ok) return received;
  if (received.value < served.value) return wrong(field, 'received_before_service');
  return ok({ served: served.value, received: received.value });
}

function readSpans(value: unknown): Read<readonly SuspensionSpan[]> {
  if (value === undefined || value === null) return ok([]);
  if (!isList(value)) return wrong('suspend', 'not_a_list');
  const spans: SuspensionSpan[] = [];
  for (let index = 0; index < value.length; index += 1) {
    const span = readSpan(`suspend[${String(index)}]`, value[index]);
    if (!span.ok) return span;
    spans.push(span.value);
  }
  return ok(spans);
}

function readOptional<T>(
  field: string,
  value: unknown,
  read: (field: string, value: unknown) => Read<T>,
): Read<T | undefined> {
  return value === undefined || value === null ? ok(undefined) : read(field, value);
}

/** Reads one question; the first thing wrong is said, with its field. */
export function readQuestion(raw: RawQuestion): Read<Question> {
  const start = readDay('start', raw.start);
  if (!start.ok) return start;
  const count = readCount('days', raw.days);
  if (!count.ok) return count;
  const unit = readUnit(raw.unit);
  if (!unit.ok) return unit;
  const suspensions = readSpans(raw.suspend);
  if (!suspensions.ok) return suspensions;
  const extend = readOptional('extend', raw.extend, readCount);
  if (!extend.ok) return extend;
  const today = readOptional('today', raw.today, readDay);
  if (!today.ok) return today;
  const counting: Counting = {
    start: start.value,
    limit: { count: count.value, unit: unit.value },
    suspensions: suspensions.value,
    extension: extend.value === undefined ? undefined : { count: extend.value },
  };
  return ok({ counting, today: today.value });
}

/** Asks; the only thing a well-formed question can still run into is the end of the calendar. */
export function ask<T>(
  question: Question,
  answer: (counting: Counting, options: DueOptions) => T,
  options: DueOptions,
): Read<T> {
  try {
    return ok(answer(question.counting, { ...options, today: question.today ?? options.today }));
  } catch (error) {
    if (error instanceof RangeError) return wrong('days', 'beyond_calendar');
    throw error;
  }
}
