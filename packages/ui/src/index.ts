export { dayInWords, inGroupsOfFour, limitInWords, remainingInWords, timeInBeijing } from './days.ts';
export { htmlLanguage, LanguageContext, useLanguage, useSay, type Language, type Words } from './language.tsx';
