import { describe, expect, test } from 'vitest';
import { day, yearOf } from '@yimen/kernel';
import { calendarOf, festivalOn, lunarTableEnds, shippedNotices, statutoryFestivals } from './index.ts';

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
});
const years = Array.from({ length: lunarTableEnds - 2025 + 1 }, (_, index) => 2025 + index);

/** What the runtime's Chinese calendar calls a day: `8-15`; a leap month reads `8bis-15`. */
function lunarName(on: string): string {
  const parts = Object.fromEntries(
    chinese.formatToParts(new Date(`${on}T04:00:00Z`)).map((part) => [part.type, part.value]),
  );
  return `${parts['month'] ?? ''}-${parts['day'] ?? ''}`;
}

const dayOf = (year: number, name: string, position = 0): string =>
  statutoryFestivals(year).filter((festival) => festival.name === name)[position]?.on ?? '';

describe('the festivals of 全国年节及纪念日放假办法', () => {
  test('are thirteen days a year since 2025: four at 春节, two at 劳动节', () => {
    expect(statutoryFestivals(2027).map(({ name, on }) => `${name} ${on}`)).toEqual([
      '元旦 2027-01-01',
      '春节 2027-02-05',
      '春节 2027-02-06',
      '春节 2027-02-07',
      '春节 2027-02-08',
      '清明节 2027-04-05',
      '劳动节 2027-05-01',
      '劳动节 2027-05-02',
      '端午节 2027-06-09',
      '中秋节 2027-09-15',
      '国庆节 2027-10-01',
      '国庆节 2027-10-02',
      '国庆节 2027-10-03',
    ]);
  });

  test('were eleven before; from 2014 to 2024 without 除夕', () => {
    expect(statutoryFestivals(2013)).toHaveLength(11);
    expect(dayOf(2013, '春节')).toBe('2013-02-09');
    expect(dayOf(2014, '春节')).toBe('2014-01-31');
    expect(statutoryFestivals(2007)).toEqual([]);
  });

  test('that fall on one day keep both names', () => {
    expect(festivalOn(day('2031-10-01'))).toBe('中秋节、国庆节');
    expect(festivalOn(day('2031-10-04'))).toBeUndefined();
  });

  test('of fixed date are all that is known after the table', () => {
    expect(statutoryFestivals(lunarTableEnds + 1).map((festival) => festival.name)).toEqual([
      '元旦',
      '劳动节',
      '劳动节',
      '国庆节',
      '国庆节',
      '国庆节',
    ]);
  });

  test('were days off in every year a notice covers', () => {
    const calendar = calendarOf(shippedNotices);
    for (let year = 2008; year <= yearOf(calendar.publishedThrough); year += 1) {
      for (const { on, name } of statutoryFestivals(year)) {
        const fact = calendar.factOf(on);
        expect([on, name, fact.working]).toEqual([on, name, false]);
      }
    }
  });
});

describe('the days of moon and sun', () => {
  // The almanac of the Purple Mountain Observatory as published by many; the first two are minutes from midnight.
  test.each([
    [2027, '2027-02-06'],
    [2030, '2030-02-03'],
    [2028, '2028-01-26'],
    [2033, '2033-01-31'],
    [2034, '2034-02-19'],
    [2050, '2050-01-23'],
    [2100, '2100-02-09'],
  ])('春节 %i is %s', (year, on) => {
    expect(dayOf(year, '春节', 1)).toBe(on);
  });

  test.each([
    [2033, '端午节', '2033-06-01'],
    [2033, '中秋节', '2033-09-08'],
    [2027, '清明节', '2027-04-05'],
    [2028, '清明节', '2028-04-04'],
  ])('%i %s is %s', (year, name, on) => {
    expect(dayOf(year, name)).toBe(on);
  });

  test('agree with this runtime’s Chinese calendar but for the years where it is known to be wrong', () => {
    // ICU puts the new moons of 2027-02-06 (23:56) and 2030-02-03 (00:07) on the wrong side of midnight, and the leap month of 2147–48 elsewhere.
    const mistaken = new Set([2027, 2030, 2148]);
    const differing = years.filter((year) => lunarName(dayOf(year, '春节', 1)) !== '1-1');
    expect(differing.filter((year) => !mistaken.has(year))).toEqual([]);
    for (const year of years) {
      expect([year, lunarName(dayOf(year, '端午节'))]).toEqual([year, '5-5']);
      expect([year, lunarName(dayOf(year, '中秋节'))]).toEqual([year, '8-15']);
    }
  });

  test('give 清明 as the almanac’s rule of thumb does for this century', () => {
    for (const year of years.filter((candidate) => candidate < 2100)) {
      const short = year % 100;
      const date = Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4);
      expect([year, dayOf(year, '清明节')]).toEqual([year, `${String(year)}-04-0${String(date)}`]);
    }
  });
});
