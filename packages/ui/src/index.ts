export { CalendarPicture, type DayKind, type DayShown, type MonthShown } from './CalendarPicture.tsx';
export { dayInWords, inGroupsOfFour, limitInWords, remainingInWords, timeInBeijing, timeInWords } from './days.ts';
export { ErrorSummary, goToField, type ErrorLine, type ErrorSummaryProps } from './ErrorSummary.tsx';
export { bytesInWords, monthInWords, weekdayInWords } from './format.ts';
export {
  htmlLanguage,
  LanguageContext,
  useColon,
  useLanguage,
  useSay,
  type Language,
  type Words,
} from './language.tsx';
export { fill, speak, useMessages, type Catalogue, type Say, type Values } from './messages.ts';
export { Sections, type ShownSection } from './Sections.tsx';
export { Stars } from './Stars.tsx';
export { StatusLight, type Light } from './StatusLight.tsx';
export { Mixed, Said, Zh } from './Zh.tsx';
