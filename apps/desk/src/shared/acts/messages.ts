export const messages = {
  acts: { zh: '现在可以办理', en: 'What can be done now' },
  none: { zh: '您现在没有可以办理的事。', en: 'There is nothing for you to do now.' },
  done: { zh: '已办理：{act}', en: 'Done: {act}' },
  unavailable: { zh: '现在不能办理的（{n} 项）及原因', en: 'What cannot be done now ({n}), and why' },
  article: { zh: '依据：{article}', en: 'Under: {article}' },
  changed: { zh: '他人刚刚办理了本件', en: 'Somebody acted on this case meanwhile' },
  changedHint: {
    zh: '您录入的内容仍在下方；请看清以上变化后再确认。',
    en: 'What you typed is still below; look at what changed before confirming again.',
  },
};
