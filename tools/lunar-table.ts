// Prints packages/core/src/calendar/lunar-table.ts: the Gregorian days of the festivals that follow the moon and the sun.
// Run: `node tools/lunar-table.ts > packages/core/src/calendar/lunar-table.ts`. The table is data, so that no runtime can move a deadline.
//
// ICU's Chinese calendar (Intl) was the first source and is only the second opinion now: its new moons are minutes off, and it puts
// 春节 on 2027-02-07 (new moon 23:56 on the 6th) and on 2030-02-02 (new moon 00:07 on the 3rd). Both are wrong by the published
// almanac. So the moon is computed here (Meeus, Astronomical Algorithms, ch. 49: seconds) and the months are numbered by the rule of
// GB/T 33661-2017: the month holding the winter solstice is the eleventh; where thirteen months lie between two of those, the first
// one without a major solar term is the leap month. Doubtful cases and every disagreement with ICU go to standard error.

const FIRST = 2008;
const LAST = 2150;
const DAY_MS = 86_400_000;
const BEIJING_MS = 8 * 3_600_000;
const RAD = Math.PI / 180;
const UNIX_EPOCH_JD = 2_440_587.5;

/** Seconds by which dynamical time runs ahead of universal time; NASA's polynomials for 2005–2050 and 2050–2150. */
function deltaT(year: number): number {
  if (year < 2050) return 62.92 + 0.32217 * (year - 2000) + 0.005589 * (year - 2000) ** 2;
  return -20 + 32 * ((year - 1820) / 100) ** 2 - 0.5628 * (2150 - year);
}

const toMillis = (julianEphemerisDay: number): number => {
  const millis = (julianEphemerisDay - UNIX_EPOCH_JD) * DAY_MS;
  return millis - deltaT(1970 + millis / (365.2425 * DAY_MS)) * 1000;
};

/** [coefficient, power of E, multiples of M, M', F, Ω] of the new moon's periodic terms. */
const MOON_TERMS: readonly (readonly [number, number, number, number, number, number])[] = [
  [-0.4072, 0, 0, 1, 0, 0],
  [0.17241, 1, 1, 0, 0, 0],
  [0.01608, 0, 0, 2, 0, 0],
  [0.01039, 0, 0, 0, 2, 0],
  [0.00739, 1, -1, 1, 0, 0],
  [-0.00514, 1, 1, 1, 0, 0],
  [0.00208, 2, 2, 0, 0, 0],
  [-0.00111, 0, 0, 1, -2, 0],
  [-0.00057, 0, 0, 1, 2, 0],
  [0.00056, 1, 1, 2, 0, 0],
  [-0.00042, 0, 0, 3, 0, 0],
  [0.00042, 1, 1, 0, 2, 0],
  [0.00038, 1, 1, 0, -2, 0],
  [-0.00024, 1, -1, 2, 0, 0],
  [-0.00017, 0, 0, 0, 0, 1],
  [-0.00007, 0, 2, 1, 0, 0],
  [0.00004, 0, 0, 2, -2, 0],
  [0.00004, 0, 3, 0, 0, 0],
  [0.00003, 0, 1, 1, -2, 0],
  [0.00003, 0, 0, 2, 2, 0],
  [-0.00003, 0, 1, 1, 2, 0],
  [0.00003, 0, -1, 1, 2, 0],
  [-0.00002, 0, -1, 1, -2, 0],
  [-0.00002, 0, 1, 3, 0, 0],
  [0.00002, 0, 0, 4, 0, 0],
];

/** [constant, factor of k, coefficient] of the planets' pull. */
const PLANET_TERMS: readonly (readonly [number, number, number])[] = [
  [299.77, 0.107408, 0.000325],
  [251.88, 0.016321, 0.000165],
  [251.83, 26.651886, 0.000164],
  [349.42, 36.412478, 0.000126],
  [84.66, 18.206239, 0.00011],
  [141.74, 53.303771, 0.000062],
  [207.14, 2.453732, 0.00006],
  [154.84, 7.30686, 0.000056],
  [34.52, 27.261239, 0.000047],
  [207.19, 0.121824, 0.000042],
  [291.34, 1.844379, 0.00004],
  [161.72, 24.198154, 0.000037],
  [239.56, 25.513099, 0.000035],
  [331.55, 3.592518, 0.000023],
];

/** The k-th new moon after that of 2000-01-06, in milliseconds of universal time. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const mean = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t ** 2 - 0.00000015 * t ** 3 + 0.00000000073 * t ** 4;
  const eccentricity = 1 - 0.002516 * t - 0.0000074 * t ** 2;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t ** 2 - 0.00000011 * t ** 3;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t ** 2 + 0.00001238 * t ** 3 - 0.000000058 * t ** 4;
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t ** 2 - 0.00000227 * t ** 3 + 0.000000011 * t ** 4;
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t ** 2 + 0.00000215 * t ** 3;
  const periodic = MOON_TERMS.reduce(
    (sum, [size, power, m, n, f, o]) =>
      sum + size * eccentricity ** power * Math.sin((m * sun + n * moon + f * latitude + o * node) * RAD),
    0,
  );
  const planets = PLANET_TERMS.reduce(
    (sum, [constant, factor, size], index) =>
      sum + size * Math.sin((constant + factor * k - (index === 0 ? 0.009173 * t ** 2 : 0)) * RAD),
    0,
  );
  return toMillis(mean + periodic + planets);
}

/** Apparent longitude of the sun in degrees (Meeus ch. 25; good to 0.01°, a quarter of an hour). */
function solarLongitude(julianEphemerisDay: number): number {
  const t = (julianEphemerisDay - 2_451_545) / 36_525;
  const anomaly = (357.52911 + 35_999.05029 * t - 0.0001537 * t ** 2) * RAD;
  const centre =
    (1.914602 - 0.004817 * t - 0.000014 * t ** 2) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.000289 * Math.sin(3 * anomaly);
  const nutation = 0.00478 * Math.sin((125.04 - 1934.136 * t) * RAD);
  const longitude = 280.46646 + 36_000.76983 * t + 0.0003032 * t ** 2 + centre - 0.00569 - nutation;
  return ((longitude % 360) + 360) % 360;
}

const warn = (text: string): boolean => process.stderr.write(`${text}\n`);

/** Days since 1970-01-01 in Beijing; says so when the instant lies too near midnight for the method. */
function beijingDay(at: number, doubtMinutes: number, what: string): number {
  const sinceMidnight = (((at + BEIJING_MS) % DAY_MS) + DAY_MS) % DAY_MS;
  if (Math.min(sinceMidnight, DAY_MS - sinceMidnight) < doubtMinutes * 60_000) {
    warn(`${what}: ${new Date(at + BEIJING_MS).toISOString().slice(0, 19)} Beijing is near midnight`);
  }
  return Math.floor((at + BEIJING_MS) / DAY_MS);
}

/** The Beijing day in `year` on which the sun's longitude passes `degrees`. */
function solarTerm(year: number, degrees: number): number {
  let at = Date.UTC(year, 2, 21) + (degrees / 360) * 365.2422 * DAY_MS;
  if (degrees >= 280) at -= 365.2422 * DAY_MS;
  for (let round = 0; round < 8; round += 1) {
    const short = degrees - solarLongitude((at + deltaT(year) * 1000) / DAY_MS + UNIX_EPOCH_JD);
    at += ((((short + 540) % 360) - 180) / 360) * 365.2422 * DAY_MS;
  }
  return beijingDay(at, 15, `${String(year)} solar longitude ${String(degrees)}°`);
}

const newMoonDay = (k: number): number => beijingDay(newMoon(k), 2, `new moon ${String(k)}`);

/** Number of the lunation in whose month the day falls. */
function lunationOf(dayNumber: number): number {
  let k = Math.round((dayNumber - 10_962) / 29.530588861) + 1;
  while (newMoonDay(k) > dayNumber) k -= 1;
  return k;
}

/** Lunation of each month, by number, between the winter solstice before `year` and that of `year`; the leap month left out. */
function lunarMonths(year: number): ReadonlyMap<number, number> {
  const from = lunationOf(solarTerm(year - 1, 270));
  const to = lunationOf(solarTerm(year, 270));
  const terms = Array.from({ length: 12 }, (_, step) =>
    solarTerm(step === 0 ? year - 1 : year, (270 + 30 * step) % 360),
  );
  const months = new Map<number, number>();
  let leapLeft = to - from === 13;
  for (let k = from, month = 11; k < to; k += 1) {
    const hasTerm = terms.some((term) => term >= newMoonDay(k) && term < newMoonDay(k + 1));
    if (leapLeft && !hasTerm) {
      leapLeft = false;
      continue;
    }
    months.set(month, k);
    month = (month % 12) + 1;
  }
  return months;
}

const textOf = (dayNumber: number): string => new Date(dayNumber * DAY_MS).toISOString().slice(5, 10);

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
});

function compareWithIcu(year: number, dayNumber: number, expected: string): void {
  const parts = Object.fromEntries(
    chinese.formatToParts(new Date(dayNumber * DAY_MS)).map((part) => [part.type, part.value]),
  );
  const found = `${parts['month'] ?? ''}-${parts['day'] ?? ''}`;
  if (found !== expected) warn(`${String(year)}: ICU calls ${textOf(dayNumber)} ${found}, here it is ${expected}`);
}

const rows = Array.from({ length: LAST - FIRST + 1 }, (_, index) => {
  const year = FIRST + index;
  const months = lunarMonths(year);
  const dayIn = (month: number, date: number): number => newMoonDay(months.get(month) ?? Number.NaN) + date - 1;
  const days = { '1-1': dayIn(1, 1), '5-5': dayIn(5, 5), '8-15': dayIn(8, 15) };
  for (const [name, dayNumber] of Object.entries(days)) compareWithIcu(year, dayNumber, name);
  const columns = [days['1-1'], solarTerm(year, 15), days['5-5'], days['8-15']].map(textOf);
  return `  '${[String(year), ...columns].join(' ')}',`;
});

process.stdout.write(`/**
 * Year, 春节 (first day of the first lunar month), 清明, 端午, 中秋. Made by tools/lunar-table.ts, which says how and why not from ICU.
 * Facts of astronomy, not of law: which of them are holidays is said in festivals.ts.
 */
export const lunarTable: readonly string[] = [
${rows.join('\n')}
];
`);
