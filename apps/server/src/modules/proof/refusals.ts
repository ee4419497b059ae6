/** Why evidence is not handed out, or a checkpoint not signed as a witness. */
export const PROOF_REFUSALS = {
  not_handler: {
    code: 'not_handler',
    words: {
      zh: '只有经办过该办件的人员和监督人员可以导出证据包。',
      en: 'Only those who handled the case and those who supervise may take its evidence.',
    },
  },
  not_signed_yet: {
    code: 'not_signed_yet',
    words: {
      zh: '该办件最新的记录还没有签入检查点，请一分钟后再试。',
      en: 'The newest entries of this case are not under a checkpoint yet; try again in a minute.',
    },
  },
  log_unknown: {
    code: 'log_unknown',
    words: { zh: '本系统不为这个日志作见证。', en: 'This installation is no witness for that log.' },
  },
  note_not_signed: {
    code: 'note_not_signed',
    words: { zh: '检查点不是由该日志的密钥签名的。', en: 'The checkpoint is not signed by the key of that log.' },
  },
  witness_conflict: {
    code: 'witness_conflict',
    words: { zh: '本系统见过的大小与所说不同。', en: 'Another size was seen here last; prove from that one.' },
  },
  not_consistent: {
    code: 'not_consistent',
    words: {
      zh: '该检查点与先前见过的不一致，拒绝见证。',
      en: 'The checkpoint did not grow from the one seen before: it is not signed.',
    },
  },
} as const;
