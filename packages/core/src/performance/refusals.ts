import type { Words } from '@yimen/kernel';

/** Why an act on a score is refused. */
export const scoreRefusals = {
  sheet_unknown: { zh: '没有这个计分模型。', en: 'There is no such score sheet.' },
  line_not_entered: {
    zh: '该项由系统按记录计分，不能手工登记。',
    en: 'This line is reckoned from the record; nothing can be entered on it.',
  },
  sheet_weights: {
    zh: '各部分权重之和应当与原计分表相同。',
    en: 'The weights of the parts must add up to what they did.',
  },
  sheet_sign: {
    zh: '扣分项应当仍为扣分，加分项应当仍为加分。',
    en: 'What takes points off must go on doing so, and what gives them too.',
  },
  sheet_unchanged: { zh: '与原计分表没有不同。', en: 'Nothing differs from the sheet.' },
  score_reason_missing: { zh: '请写明事由。', en: 'Give the reason.' },
  score_record_missing: { zh: '请写明所依据的文件或者记录。', en: 'Name the document or record it rests on.' },
} as const;

export interface ScoreRefusal {
  readonly code: keyof typeof scoreRefusals;
  readonly words: Words;
  readonly field?: string;
}

export function scoreRefusal(code: ScoreRefusal['code'], field?: string): ScoreRefusal {
  return { code, words: scoreRefusals[code], ...(field === undefined ? {} : { field }) };
}
