export const messages = {
  reveal: { zh: '显示完整号码', en: 'Show in full' },
  revealOf: { zh: '显示完整号码：{name}', en: 'Show in full: {name}' },
  hide: { zh: '立即隐藏', en: 'Hide now' },
  hideOf: { zh: '立即隐藏：{name}', en: 'Hide now: {name}' },
  left: { zh: '{n} 秒后隐藏', en: 'hidden in {n} s' },
  shown: {
    zh: '{name}已完整显示，{n} 秒后自动隐藏。',
    en: '{name} is shown in full and will be hidden in {n} seconds.',
  },
  hidden: { zh: '{name}已重新隐藏。', en: '{name} is hidden again.' },
  title: { zh: '查看完整号码：{name}', en: 'Show a number in full: {name}' },
  notice: {
    zh: '限于履行职责所必需。您的姓名、时间、查看的项目和理由在显示之前记入办件留痕，不可删改。',
    en: 'Only as far as your duty needs it. Who you are, when, what and why go on record before it is shown and stay there.',
  },
  law: {
    zh: '依据：个人信息保护法第三十四条、第五十一条',
    en: 'Under: Personal Information Protection Law, Arts. 34 and 51',
  },
  why: { zh: '查看理由', en: 'Reason' },
  usual: { zh: '常用理由', en: 'Usual reasons' },
  confirm: { zh: '记录理由并显示', en: 'Record and show' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
};

/** How much of a reason the server asks for: a word alone says nothing to whoever audits it. */
export const tooShort = { zh: '请写明“查看理由”，至少 4 个字', en: 'Give the “Reason” in at least 4 characters' };

export const USUAL = [
  { zh: '电话联系申请人', en: 'To telephone the applicant' },
  { zh: '当面核对身份证件', en: 'To compare an identity paper at the counter' },
  { zh: '核实申报内容', en: 'To verify what was stated' },
  { zh: '送达文书前联系', en: 'To make contact before service' },
] as const;
