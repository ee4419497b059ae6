import type { Brand } from './brand.ts';
import { ok, refuse, type Result } from './result.ts';

/** A calendar day, `YYYY-MM-DD`; sorts as text. Days have no time zone: what day an instant falls on is asked of {@link dayOf}. */
export type Day = Brand<string, 'Day'>;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days in a month of the Gregorian calendar; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Reads a day as people write it in data; a day that does not exist (2026-02-30) is refused. */
export function parseDay(text: string): Result<Day, 'not_a_day'> {
  const match = SHAPE.exec(text);
  if (match === null) return refuse('not_a_day');
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const exists = year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
  return exists ? ok(text as Day) : refuse('not_a_day');
}

/** For days the program itself writes; throws on one that does not exist. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new RangeError(`no such day: ${text}`);
  return parsed.value;
}

export function yearOf(on: Day): number {
  return Number(on.slice(0, 4));
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

export function dayFrom(year: number, month: number, date: number): Day {
  return day(`${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`);
}

/**
 * Days since 1970-01-01. The year is turned to begin in March, so that the leap day is its last and month lengths
 * follow one linear rule (153 days in every five months from March).
 */
export function dayNumber(on: Day): number {
  const [year, month, date] = [yearOf(on), Number(on.slice(5, 7)), Number(on.slice(8, 10))];
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of {@link dayNumber}. */
export function dayFromNumber(number: number): Day {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}` as Day;
}

export function addDays(on: Day, days: number): Day {
  return dayFromNumber(dayNumber(on) + days);
}

/** The same date `months` later, or the last day of that month where it has no such date (Civil Code Art. 202). */
export function addMonths(on: Day, months: number): Day {
  const index = yearOf(on) * 12 + Number(on.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return dayFrom(year, month, Math.min(Number(on.slice(8, 10)), daysInMonth(year, month)));
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOf(on: Day): number {
  return ((((dayNumber(on) + 3) % 7) + 7) % 7) + 1;
}
