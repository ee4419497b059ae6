import type { ExplainedDay, Explanation } from './explain.ts';
import { phrasesEn } from './phrases-en.ts';
import { phrasesZh } from './phrases-zh.ts';
import type { Phrases, Run } from './phrases.ts';

export type Language = 'zh-CN' | 'en';

const phrases: Readonly<Record<Language, Phrases>> = { 'zh-CN': phrasesZh, en: phrasesEn };

const isHoliday = (day: ExplainedDay): boolean => day.kind === 'holiday';

/** Holidays without a gap, of one festival and one notice, told together. */
function holidayRuns(days: readonly ExplainedDay[]): readonly Run[] {
  const runs: [ExplainedDay, ...ExplainedDay[]][] = [];
  let previous: ExplainedDay | undefined;
  for (const day of days) {
    const run = runs.at(-1);
    const continues =
      previous !== undefined &&
      isHoliday(previous) &&
      previous.fact.name === day.fact.name &&
      previous.fact.notice === day.fact.notice;
    if (isHoliday(day) && continues && run !== undefined) run.push(day);
    else if (isHoliday(day)) runs.push([day]);
    previous = day;
  }
  return runs;
}

/**
 * The explanation as sentences an applicant can read aloud to the window: start, limit and article; what was not counted and why; when it
 * ends; how sure it is. One sentence each, in the order of the counting.
 */
export function explainInWords(explanation: Explanation, language: Language): readonly string[] {
  const say = phrases[language];
  const { days, extension, lastDay, due } = explanation;
  const weekends = days.filter((day) => day.kind === 'weekend').length;
  return [
    say.start(explanation),
    ...(extension === undefined ? [] : [say.extension(extension)]),
    ...holidayRuns(days).map(say.holiday),
    ...days.filter((day) => day.fact.kind === 'makeUp' && day.kind === 'counted').map(say.makeUp),
    ...(weekends === 0 ? [] : [say.weekends(weekends)]),
    ...explanation.suspensions.map(say.suspension),
    ...(due === lastDay ? [] : [say.moved(lastDay, due)]),
    say.due(explanation),
    ...(explanation.running ? [] : [say.open]),
    ...(explanation.provisional ? [say.provisional(explanation.publishedThrough)] : []),
    say.version(explanation),
  ];
}
