import type { Words } from '@yimen/kernel';

/** Why an act on a score is refused. */
export const scoreRefusals = {
  sheet_unknown: { zh: '没有这个计分模型。', en: 'There is no such score sheet.' },
  line_not_entered: {
    zh: '该项由系统按记录计分，不能手工登记。',
    en: 'This line is reckoned from the record; nothing can be entered on it.',
  },
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
