import type { Spread } from '@yimen/core/history';
import type { StoredLog } from '../modules/history/index.ts';

const HOUR = 3_600_000;

/** A stretch of wall-clock time: days from two on, hours below. */
export function timeWords(millis: number): string {
  const hours = millis / HOUR;
  return hours >= 48 ? `${(hours / 24).toFixed(1)} 天 d` : `${hours.toFixed(1)} 小时 h`;
}

export const spreadWords = ({ count, median }: Spread): string => (count === 0 ? '—' : timeWords(median));

const day = (millis: number | undefined): string =>
  millis === undefined ? '—' : new Date(millis + 8 * HOUR).toISOString().slice(0, 10);

const CALENDARS: Readonly<Record<StoredLog['calendar'], string>> = {
  cn: '法定工作日历 published calendar',
  weekdays: '自带日历，按周一至周五计 its own calendar, counted Monday to Friday',
};

/** The size of a log, in lines. */
export function countsWords({ counts, calendar }: Pick<StoredLog, 'counts' | 'calendar'>): string {
  const { cases, events, activities, variants, resources, mostEvents, duration, from, to } = counts;
  const lines: readonly (readonly [string, string])[] = [
    ['办件 cases', String(cases)],
    ['事件 events', `${String(events)}（最多 most ${String(mostEvents)}）`],
    ['环节 activities', String(activities)],
    ['路径 variants', String(variants)],
    ['岗位 resources', String(resources)],
    ['时段 period', `${day(from)} – ${day(to)}`],
    ['历时中位数 median', timeWords(duration.median)],
    ['最长 longest', timeWords(duration.longest)],
    ['工作日 working days', CALENDARS[calendar]],
  ];
  return lines.map(([what, value]) => `  ${what}: ${value}\n`).join('');
}

/** Ideographs and full-width marks take two places of a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[\u2E80-\uFFEF]/.test(char) ? 2 : 1), 0);

/** Rows in columns as wide as their widest cell. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows
    .map((row) => {
      const cells = row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)));
      return `  ${cells.join('  ').trimEnd()}\n`;
    })
    .join('');
}
