import { dayFrom, dayFromNumber, dayNumber, ok, parseDay, refuse, type Day, type Result } from '@yimen/kernel';
import { noticeErrorWords, type NoticeError, type NoticeErrorCode } from './notice-errors.ts';
import type { FestivalRest, Notice } from './notice.ts';

type Fields = Readonly<Record<string, unknown>>;
type Complain = (row: number, field: string, code: NoticeErrorCode) => undefined;

/** What the file does not say and the person who imports it knows. */
export interface NoticeContext {
  readonly published?: Day;
  readonly title?: string;
  readonly number?: string;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textIn = (fields: Fields, field: string): string | undefined => {
  const value = fields[field];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

function dayIn(fields: Fields, field: string, row: number, complain: Complain): Day | undefined {
  const parsed = parseDay(textIn(fields, field) ?? '');
  return parsed.ok ? parsed.value : complain(row, field, 'not_a_day');
}

/** One row of holiday-cn's shape, `{name, date, isOffDay}`. */
function restFromDay(value: unknown, row: number, complain: Complain): FestivalRest | undefined {
  if (!isFields(value)) return complain(row, '', 'not_an_object');
  const name = textIn(value, 'name') ?? complain(row, 'name', 'name_missing');
  const on = dayIn(value, 'date', row, complain);
  const off = value['isOffDay'];
  if (typeof off !== 'boolean') return complain(row, 'isOffDay', 'not_a_boolean');
  if (name === undefined || on === undefined) return undefined;
  // A day worked is a rest of no days: its range is empty.
  return off
    ? { name, from: on, to: on, makeUp: [] }
    : { name, from: on, to: dayFromNumber(dayNumber(on) - 1), makeUp: [on] };
}

function makeUpIn(fields: Fields, row: number, complain: Complain): readonly Day[] {
  const value = fields['makeUp'] ?? [];
  if (!Array.isArray(value)) return complain(row, 'makeUp', 'not_a_list') ?? [];
  return value.flatMap((text: unknown, index) => {
    const parsed = parseDay(typeof text === 'string' ? text : '');
    return parsed.ok ? [parsed.value] : (complain(row, `makeUp[${String(index)}]`, 'not_a_day') ?? []);
  });
}

/** One row of our own shape, `{name, from, to, makeUp}`. */
function restFromRange(value: unknown, row: number, complain: Complain): FestivalRest | undefined {
  if (!isFields(value)) return complain(row, '', 'not_an_object');
  const name = textIn(value, 'name') ?? complain(row, 'name', 'name_missing');
  const from = dayIn(value, 'from', row, complain);
  const to = dayIn(value, 'to', row, complain);
  const makeUp = makeUpIn(value, row, complain);
  if (name === undefined || from === undefined || to === undefined) return undefined;
  if (to < from) return complain(row, 'to', 'ends_before_it_begins');
  return { name, from, to, makeUp };
}

const daysOf = (rest: FestivalRest): readonly Day[] => {
  const length = dayNumber(rest.to) - dayNumber(rest.from) + 1;
  const off = Array.from({ length }, (_, index) => dayFromNumber(dayNumber(rest.from) + index));
  return [...off, ...rest.makeUp];
};

/** A notice may reach into the December before and the January after its year; and it says one thing of each day. */
function checkDays(rests: readonly (FestivalRest | undefined)[], year: number, complain: Complain): void {
  const [earliest, latest] = [dayFrom(year - 1, 12, 1), dayFrom(year + 1, 1, 31)];
  const seen = new Set<Day>();
  for (const [index, rest] of rests.entries()) {
    if (rest === undefined) continue;
    if (rest.from < earliest || rest.to > latest) {
      complain(index + 1, 'date', 'day_outside_year');
      continue;
    }
    for (const on of daysOf(rest)) {
      if (on < earliest || on > latest) complain(index + 1, 'date', 'day_outside_year');
      else if (seen.has(on)) complain(index + 1, 'date', 'day_twice');
      seen.add(on);
    }
  }
}

interface Body {
  readonly rests: readonly (FestivalRest | undefined)[];
  readonly wholeYear: boolean;
}

function bodyOf(file: Fields, complain: Complain): Body {
  const { days, festivals } = file;
  const rows: unknown = days ?? festivals;
  if (!Array.isArray(rows) || rows.length === 0) {
    complain(0, days === undefined ? 'festivals' : 'days', 'no_days');
    return { rests: [], wholeYear: false };
  }
  const read = days === undefined ? restFromRange : restFromDay;
  const rests = rows.map((row: unknown, index) => read(row, index + 1, complain));
  return { rests, wholeYear: days !== undefined || file['wholeYear'] === true };
}

function yearIn(file: Fields, complain: Complain): number | undefined {
  const year = file['year'];
  const plausible = typeof year === 'number' && Number.isInteger(year) && year >= 1950 && year <= 9998;
  return plausible ? year : complain(0, 'year', 'not_a_year');
}

function sourceOf(file: Fields): string | undefined {
  const papers: unknown = file['papers'];
  const last: unknown = Array.isArray(papers) ? papers.at(-1) : undefined;
  return textIn(file, 'source') ?? (typeof last === 'string' ? last : undefined);
}

interface Head {
  readonly year: number;
  readonly published: Day;
}

function noticeFrom(file: Fields, head: Head, body: Body, context: NoticeContext): Notice {
  const number = context.number ?? textIn(file, 'number');
  const source = sourceOf(file);
  return {
    id: textIn(file, 'id') ?? `${String(head.year)}@${head.published}`,
    year: head.year,
    title: context.title ?? textIn(file, 'title') ?? `国务院办公厅关于${String(head.year)}年部分节假日安排的通知`,
    ...(number === undefined ? {} : { number }),
    published: head.published,
    ...(source === undefined ? {} : { source }),
    ...(body.wholeYear ? { wholeYear: true } : {}),
    festivals: body.rests.filter((rest) => rest !== undefined),
  };
}

/**
 * Reads a notice file (already parsed as JSON): holiday-cn's `{year, papers, days: [{name, date, isOffDay}]}`, which states its
 * whole year, or our own `{year, title, number?, published, festivals: [{name, from, to, makeUp}]}`. All that is wrong is
 * said at once, each with row, field and reason; row 0 is the file itself.
 */
export function parseNotice(value: unknown, context: NoticeContext = {}): Result<Notice, readonly NoticeError[]> {
  const errors: NoticeError[] = [];
  const complain: Complain = (row, field, code) => {
    errors.push({ row, field, code, ...noticeErrorWords[code] });
    return undefined;
  };
  if (!isFields(value)) {
    complain(0, '', 'not_an_object');
    return refuse(errors);
  }
  const year = yearIn(value, complain);
  const published = context.published ?? dayIn(value, 'published', 0, complain);
  const body = bodyOf(value, complain);
  if (year !== undefined) checkDays(body.rests, year, complain);
  if (year === undefined || published === undefined || errors.length > 0) return refuse(errors);
  return ok(noticeFrom(value, { year, published }, body, context));
}
