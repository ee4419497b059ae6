import type { Words } from '../rule.ts';

/** Why an act on a card is refused; the table behind `docs/refusals.md`. */
export const cardRefusals = {
  card_closed: { zh: '该牌已经了结，不能再办理。', en: 'The card is closed.' },
  card_phase: { zh: '该牌目前不在这个环节。', en: 'The card is not at this stage.' },
  card_other_department: { zh: '该牌由其他部门说明、申诉和整改。', en: 'The card was put to another department.' },
  card_not_supervisor: { zh: '只有督查人员可以核实、认定。', en: 'Only a supervisor verifies.' },
  card_own: { zh: '不能核实涉及本人的牌。', en: 'One cannot verify a card of one’s own.' },
  explanation_over: { zh: '说明期限已过。', en: 'The time to explain has passed.' },
  appeal_over: { zh: '申诉期限已过。', en: 'The time to appeal has passed.' },
  appealed_already: {
    zh: '已经申诉过，每张牌只能申诉一次。',
    en: 'An appeal has been filed; there is one for each card.',
  },
  explanation_running: {
    zh: '说明期限未到且尚无说明，不能先行认定。',
    en: 'There is no explanation yet and its time still runs; it cannot be upheld before.',
  },
  card_reason_missing: { zh: '请写明理由。', en: 'Give the reason.' },
  record_missing: {
    zh: '以系统故障、不可抗力免责，请写明登记编号或者文件名称。',
    en: 'Name the record that excuses it.',
  },
  proof_missing: { zh: '请写明整改凭据。', en: 'Name the proof of rectification.' },
  card_not_silent: { zh: '期限未过，不能升级催办。', en: 'The time has not passed; nothing to escalate.' },
  card_no_urging: {
    zh: '督办件由督办人了结，不作认定、不计分。',
    en: 'Urging is settled by whoever urged; it is not upheld and carries no points.',
  },
  card_not_urger: {
    zh: '只有督办人或者督查人员可以了结督办。',
    en: 'Only whoever urged, or a supervisor, settles it.',
  },
  urge_case_ended: {
    zh: '该办件已经了结，不能督办；对办理结果有疑问的，请发监察建议书。',
    en: 'The case has ended and cannot be urged; put a doubt about its outcome in a supervision proposal.',
  },
} as const;
export type CardRefusalCode = keyof typeof cardRefusals;

export interface CardRefusal {
  readonly code: CardRefusalCode;
  readonly words: Words;
  readonly field?: string;
}

export function cardRefusal(code: CardRefusalCode, field?: string): CardRefusal {
  return { code, words: cardRefusals[code], ...(field === undefined ? {} : { field }) };
}
