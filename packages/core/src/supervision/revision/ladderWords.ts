import { levels, type Rung, type Threshold } from '../rule.ts';
import type { Words } from '../words.ts';

/** What a group of thresholds is for. */
export const ladderNames: Readonly<Record<string, Words>> = {
  oneDay: { zh: '到期前提醒', en: 'Warned before the end' },
  ninety: { zh: '按已用时限（榆林）', en: 'By the share of the time used (Yulin)' },
  chengdu: { zh: '两级（成都）', en: 'Two levels (Chengdu)' },
  law: { zh: '法定时限', en: 'Statutory limit' },
  step: { zh: '环节', en: 'Step' },
  held: { zh: '办理滞留', en: 'Held up' },
};

export function thresholdWords(when: Threshold): Words {
  if ('share' in when)
    return { zh: `已用时限达 ${String(when.share)}%`, en: `${String(when.share)}% of the time used` };
  if ('workingDaysBefore' in when) {
    const days = String(when.workingDaysBefore);
    return { zh: `到期前 ${days} 个工作日`, en: `${days} working day(s) before the end` };
  }
  const days = String(when.workingDaysAfter);
  return when.workingDaysAfter === 0
    ? { zh: '到期时', en: 'at the end' }
    : { zh: `超期 ${days} 个工作日`, en: `${days} working day(s) past the end` };
}

/** 预警：已用时限达 90%；黄牌：到期时. */
export function ladderWords(rungs: readonly Rung[]): Words {
  const each = rungs.map(({ level, when }) => [levels[level], thresholdWords(when)] as const);
  return {
    zh: each.map(([level, when]) => `${level.zh}：${when.zh}`).join('；'),
    en: each.map(([level, when]) => `${level.en}: ${when.en}`).join('; '),
  };
}
