import type { Stage } from './facts.ts';

/** Stages as the desk calls them. The public never sees these; it sees the timeline. */
export const stageWords: Readonly<Record<Stage, { readonly zh: string; readonly en: string }>> = {
  filed: { zh: '已提交', en: 'filed' },
  received: { zh: '收件', en: 'received' },
  awaitingCorrection: { zh: '待补正', en: 'awaiting correction' },
  examining: { zh: '审查', en: 'examination' },
  deciding: { zh: '决定', en: 'decision' },
  signed: { zh: '已签批', en: 'signed' },
  sealed: { zh: '已用印', en: 'sealed' },
  issued: { zh: '已制证', en: 'issued' },
  served: { zh: '已送达', en: 'served' },
  closed: { zh: '办结', en: 'closed' },
  declined: { zh: '不予受理', en: 'acceptance declined' },
  notRequired: { zh: '不需许可', en: 'no licence required' },
  returned: { zh: '退回', en: 'returned' },
  withdrawn: { zh: '申请人撤回', en: 'withdrawn by the applicant' },
  terminated: { zh: '终止', en: 'terminated' },
  void: { zh: '作废', en: 'void' },
};
