export { calendarAsOf, calendarOf, type Calendar, type DayFact, type DayKind } from './calendar.ts';
export { diffCalendars, type ChangedDay } from './diff.ts';
export { festivalOn, lunarTableEnds, statutoryFestivals, type StatutoryFestival } from './festivals.ts';
export { type FestivalRest, type Notice } from './notice.ts';
export { noticeErrorWords, type NoticeError, type NoticeErrorCode } from './notice-errors.ts';
export { parseNotice, type NoticeContext } from './parse-notice.ts';
export { shippedNotices } from './notices/shipped.ts';
export { firstDayNumber, lastDayNumber, type WorkingDays } from './working-days.ts';
