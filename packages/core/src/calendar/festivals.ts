import { addDays, day, yearOf, type Day } from '@yimen/kernel';
import { lunarTable } from './lunar-table.ts';

/** A day the 全国年节及纪念日放假办法 makes a holiday for everybody. */
export interface StatutoryFestival {
  readonly name: string;
  readonly on: Day;
}

interface Revision {
  readonly from: number;
  /** Days around the first day of the lunar year. */
  readonly spring: readonly number[];
  readonly labour: readonly string[];
}

/** What the revisions of the 办法 (2007-12-14, 2013-12-11, 2024-11-10) changed, newest first. */
const REVISIONS: readonly Revision[] = [
  { from: 2025, spring: [-1, 0, 1, 2], labour: ['05-01', '05-02'] },
  { from: 2014, spring: [0, 1, 2], labour: ['05-01'] },
  { from: 2008, spring: [-1, 0, 1], labour: ['05-01'] },
];

const lunarRows: ReadonlyMap<number, string> = new Map(lunarTable.map((row) => [Number(row.slice(0, 4)), row]));

/** The last year whose lunar festivals and 清明 are known; after it only the festivals of fixed date count. */
export const lunarTableEnds: number = Math.max(...lunarRows.keys());

function lunarFestivals(year: number, revision: Revision): readonly StatutoryFestival[] {
  const row = lunarRows.get(year);
  if (row === undefined) return [];
  const [, spring = '', qingming = '', dragonBoat = '', midAutumn = ''] = row.split(' ');
  const on = (monthDay: string): Day => day(`${String(year)}-${monthDay}`);
  return [
    ...revision.spring.map((offset) => ({ name: '春节', on: addDays(on(spring), offset) })),
    { name: '清明节', on: on(qingming) },
    { name: '端午节', on: on(dragonBoat) },
    { name: '中秋节', on: on(midAutumn) },
  ];
}

/**
 * The statutory festival days of a year, in order: what is certain before the State Council's notice for that year is out. Which
 * days are exchanged for them, and when a festival on a weekend is made good (Art. 6), only a notice says.
 * Empty before 2008: no deadline of this product reaches there.
 */
export function statutoryFestivals(year: number): readonly StatutoryFestival[] {
  const revision = REVISIONS.find((candidate) => year >= candidate.from);
  if (revision === undefined) return [];
  const fixed = (name: string, monthDays: readonly string[]): readonly StatutoryFestival[] =>
    monthDays.map((monthDay) => ({ name, on: day(`${String(year).padStart(4, '0')}-${monthDay}`) }));
  return [
    ...fixed('元旦', ['01-01']),
    ...lunarFestivals(year, revision),
    ...fixed('劳动节', revision.labour),
    ...fixed('国庆节', ['10-01', '10-02', '10-03']),
  ].toSorted((left, right) => (left.on < right.on ? -1 : 1));
}

/** The name of the statutory festival a day is, both names where two coincide. */
export function festivalOn(on: Day): string | undefined {
  const names = statutoryFestivals(yearOf(on)).filter((festival) => festival.on === on);
  return names.length === 0 ? undefined : names.map((festival) => festival.name).join('、');
}
