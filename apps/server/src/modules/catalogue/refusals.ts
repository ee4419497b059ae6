/** Why the catalogue answers no to somebody of the public. */
export const CATALOGUE_REFUSALS = {
  situation_unclear: {
    code: 'situation_unclear',
    field: 'answers',
    words: {
      zh: '有的回答与问题不符，无法确定您的情形，请改正后再试。',
      en: 'An answer does not fit its question, so your situation is not clear; please mend it.',
    },
  },
} as const;

/** Somebody saved while somebody else looked: what was looked at is what counts. */
export const draftMoved = {
  code: 'draft_moved',
  words: {
    zh: '草稿刚被他人保存，请核对后再操作。',
    en: 'Somebody saved the draft meanwhile; look at it, then go on.',
  },
} as const;

/** A draft that is no item. */
export const draftInvalid = ({ field, message }: { readonly field: string; readonly message: string }) => ({
  code: 'draft_invalid',
  field,
  words: {
    zh: `内容不完整或格式不对：${field}`,
    en: `Incomplete or of another shape: ${field} (${message})`,
  },
});
