export { unreachable, type Brand } from './brand.ts';
export {
  addDays,
  addMonths,
  day,
  dayFrom,
  dayFromNumber,
  dayNumber,
  daysInMonth,
  parseDay,
  weekdayOf,
  yearOf,
  type Day,
} from './day.ts';
export { dayOf, instant, instantAt, instantFromMillis, millisOf, parseInstant, type Instant } from './instant.ts';
export { canonicalJson, type Json } from './json.ts';
export { proofSides, type LeafPlace } from './proofSides.ts';
export { ok, refuse, type Result } from './result.ts';
export { dayInWords, type Words } from './words.ts';
