export { CALENDAR_CHANGED, importNotice, type ImportedNotice, type ImportRefusal } from './import.ts';
export { openCalendar, readNotices, type LiveCalendar } from './store.ts';
