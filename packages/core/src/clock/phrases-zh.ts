import { weekdayOf, yearOf, type Day } from '@yimen/kernel';
import type { ExplainedSuspension } from './explain.ts';
import type { LegalBasisRef } from './legal-basis.ts';
import { limitUnits, startEvents, type LimitUnit } from './limit.ts';
import { citedNotice, lastOf, type Phrases, type Run } from './phrases.ts';
import { specialProcedureRules } from './special-procedures.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
const dayZh = (on: Day): string =>
  `${String(yearOf(on))}年${String(Number(on.slice(5, 7)))}月${String(Number(on.slice(8, 10)))}日`;
const longDayZh = (on: Day): string => `${dayZh(on)}（星期${WEEKDAYS[weekdayOf(on) - 1] ?? ''}）`;
const rangeZh = (run: Run): string =>
  lastOf(run) === run[0].on ? longDayZh(run[0].on) : `${longDayZh(run[0].on)}至${longDayZh(lastOf(run))}`;
const limitZh = (count: number, unit: LimitUnit): string => `${String(count)}${limitUnits[unit].zh}`;
const basisZh = (basis: LegalBasisRef | undefined): string =>
  basis === undefined ? '' : `（依据：《${basis.law}》${basis.article}）`;

function suspensionZh({ suspension, served, through, open, workingDays, calendarDays }: ExplainedSuspension): string {
  const named = 'procedure' in suspension;
  const what = named ? `${specialProcedureRules[suspension.procedure].zh}（告知书${suspension.notice}）` : '特别程序';
  const end = open ? `结果尚未收到，暂计至${dayZh(through)}` : `${dayZh(through)}收到结果`;
  const length = `${String(calendarDays)}日（其中工作日${String(workingDays)}日）`;
  return `${what}：告知书${dayZh(served)}送达，${end}；送达次日起至收到结果当日共${length}不计入期限。`;
}

/** 说明的中文语句。 */
export const phrasesZh: Phrases = {
  start: ({ start, startsOn, count, unit, basis }) => {
    const event = startsOn === undefined ? '' : `为${startEvents[startsOn].zh}，`;
    const limit = limitZh(count, unit);
    return `自${longDayZh(start)}起算，该日${event}不计入（民法典第二百零一条）；期限为${limit}${basisZh(basis)}。`;
  },
  extension: ({ count, unit, basis }) => `经批准延长${limitZh(count, unit)}${basisZh(basis)}。`,
  holiday: (run) => {
    const name = run[0].fact.name ?? '';
    const source = citedNotice(run[0]);
    if (source === undefined) return `${rangeZh(run)}为${name}（法定节日，放假安排尚未公布），不计入。`;
    return `${rangeZh(run)}${name}放假，不计入；依据${source}。`;
  },
  makeUp: (day) => {
    const counted = day.number === undefined ? '' : `，计为第${String(day.number)}日`;
    return `${longDayZh(day.on)}因${day.fact.name ?? ''}调休上班，是工作日${counted}；依据${citedNotice(day) ?? ''}。`;
  },
  weekends: (days) => `其余周末共${String(days)}天不计入。`,
  suspension: suspensionZh,
  moved: (lastDay, due) =>
    `期限最后一日${longDayZh(lastDay)}不是可以办理的工作日，顺延至${longDayZh(due)}（民法典第二百零三条）。`,
  due: ({ due, closesAt }) => `${longDayZh(due)}${closesAt}停止业务活动时届满（民法典第二百零三条）。`,
  open: '特别程序尚未结束，以上届满日为预计，收到结果后重新计算。',
  provisional: (publishedThrough) =>
    `国务院办公厅的放假安排仅公布至${dayZh(publishedThrough)}，其后按法定节日推算，届满日为暂定，安排公布后重新计算。`,
  version: ({ calendarVersion }) => `工作日历版本：${calendarVersion}。`,
};
