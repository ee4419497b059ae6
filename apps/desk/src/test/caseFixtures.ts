import { CaseView } from '@yimen/contract';
import { guide } from './fixtures.ts';

const week = (days: readonly (readonly [string, string, number?])[]) =>
  days.map(([day, kind, number]) => ({
    day,
    date: Number(day.slice(8)),
    kind,
    ...(number === undefined ? {} : { number }),
  }));

const marchPicture = {
  year: 2026,
  month: 3,
  weeks: [
    week([
      ['2026-03-02', 'start'],
      ['2026-03-03', 'counted', 1],
      ['2026-03-04', 'counted', 2],
      ['2026-03-05', 'due', 3],
      ['2026-03-06', 'plain'],
      ['2026-03-07', 'weekend'],
      ['2026-03-08', 'weekend'],
    ]),
  ],
};

const clock = (kind: string, zh: string, due: string, remaining: number) => ({
  kind,
  name: { zh, en: kind },
  state: 'running',
  startedOn: '2026-03-02',
  due,
  remaining,
  provisional: false,
  article: '行政许可法第四十二条',
  calendarVersion: '2026-1',
  words: {
    zh: ['自2026年3月2日收件起算，当日不计入。', '共计3个工作日，至2026年3月5日下班时届满。'],
    en: ['Counted from receipt on 2 March 2026; that day is not counted.', 'Three working days end on 5 March 2026.'],
  },
  pictures: [marchPicture],
});

const step = (id: string, name: string, state: string, more: object = {}) => ({
  id,
  name,
  duty: 'examination',
  authorityName: '住房和城乡建设局',
  state,
  round: 1,
  heldByMe: false,
  overdue: false,
  ...more,
});

const baseCase = {
  caseId: 'c1',
  jurisdiction: '410500',
  number: '260302-00001-7',
  revision: 4,
  stage: 'examining',
  stageName: { zh: '审查中', en: 'Under examination' },
  item: guide,
  applicant: {
    kind: 'organisation',
    name: '安阳市永固建筑工程有限公司',
    creditCode: '91410500MA45TESTX1',
    legalRepresentative: '赵永固',
    contactName: '孙丽',
    phone: '138****0001',
  },
  answers: { projectName: '市民服务中心二期', cost: 3200, kind: '房屋建筑', deepPit: true },
  revealable: ['applicant.phone'],
  materials: [
    {
      requirementId: 'm1',
      copies: 1,
      form: 'original',
      rulesMet: [0, 1, 2],
      file: { sha256: 'a'.repeat(64), name: '申请表.png', mediaType: 'image/png', bytes: 18231 },
    },
    { requirementId: 'm2', copies: 1, form: 'original', rulesMet: [0, 1] },
  ],
  defects: [],
  procedures: [],
  steps: [
    step('review', '材料审查', 'claimed', { heldBy: '李清', heldByMe: true, due: '2026-03-04' }),
    step('fire', '消防意见', 'open', { duty: 'consultation', authorityName: '消防救援支队' }),
    step('air', '人防意见', 'waiting', { duty: 'consultation', authorityName: '人民防空办公室', round: 0 }),
    step('approve', '审批', 'waiting', { duty: 'approval', round: 0 }),
  ],
  clocks: [
    clock('decisionPromised', '承诺办结时限', '2026-03-05', 3),
    clock('decisionStatutory', '法定办结时限', '2026-03-11', 7),
  ],
  entries: [
    {
      revision: 1,
      at: '2026-03-02T01:05:09.000Z',
      type: 'applicationFiled',
      title: { zh: '提交申请', en: 'Application filed' },
      by: { zh: '周敏', en: '周敏' },
      post: '综合窗口受理岗',
      authorisation: '安建授〔2026〕3号',
      detail: ['渠道：窗口'],
      hash: '3f'.repeat(32),
    },
    {
      revision: 2,
      at: '2026-03-02T01:05:09.000Z',
      type: 'applicationReceived',
      title: { zh: '收件', en: 'Application received' },
      by: { zh: '周敏', en: '周敏' },
      post: '综合窗口受理岗',
      detail: ['收件日期：2026-03-02'],
      hash: '4a'.repeat(32),
    },
  ],
  papers: [
    {
      paperId: 'pa1',
      kind: 'receipt',
      name: { zh: '材料接收凭证', en: 'Receipt' },
      number: '安建收〔2026〕1号',
      state: 'ready',
      at: '2026-03-02T01:05:10.000Z',
    },
    {
      paperId: 'pa2',
      kind: 'acceptanceNotice',
      name: { zh: '受理通知书', en: 'Acceptance notice' },
      state: 'making',
      at: '2026-03-02T01:05:10.000Z',
    },
  ],
  acts: [
    { act: 'completeStep', available: true, on: 'review' },
    { act: 'startSpecialProcedure', available: true },
    { act: 'releaseStep', available: true, on: 'review' },
    {
      act: 'extend',
      available: false,
      why: {
        code: 'extension_not_allowed',
        words: { zh: '本事项依法不得延长办理期限。', en: 'The law allows no extension for this item.' },
        article: '许可法第42条',
      },
    },
    {
      act: 'sign',
      available: false,
      why: { code: 'not_proposed', words: { zh: '尚未提出决定意见。', en: 'No decision has been proposed.' } },
    },
  ],
  colleagues: [
    { person: 'wang.lei', name: '王磊', post: '住建局审批岗' },
    { person: 'li.qing', name: '李清', post: '住建局审核岗' },
  ],
  breaches: [],
};

export const caseView = (changed: object = {}): CaseView => CaseView.parse({ ...baseCase, ...changed });

/** A case before the chief representative. */
export const decidingCase = (): CaseView =>
  caseView({
    caseId: 'c2',
    number: '260226-00003-1',
    stage: 'deciding',
    stageName: { zh: '待决定', en: 'Deciding' },
    steps: baseCase.steps.map((each, index) => ({
      ...each,
      state: 'done',
      heldBy: index === 3 ? '王磊' : '李清',
      closedAt: '2026-03-02T06:20:00.000Z',
      opinion: index === 3 ? '同意准予许可，报首席代表签批。' : '材料齐全，符合法定条件。',
      agreed: true,
    })),
    proposal: {
      outcome: 'grant',
      facts: '经审查，该工程已取得用地批准手续和规划许可，施工图设计文件审查合格。',
      basis: '《中华人民共和国建筑法》第七条、第八条',
      conditions: ['自领取之日起三个月内开工', '遵守扬尘防治规定'],
      proposedBy: '王磊',
      at: '2026-03-02T06:30:00.000Z',
    },
    acts: [
      { act: 'sign', available: true },
      { act: 'declineToSign', available: true },
    ],
  });

/** A sealed decision waiting to be served. */
export const sealedCase = (): CaseView =>
  caseView({
    caseId: 'c5',
    number: '260225-00002-0',
    stage: 'issued',
    stageName: { zh: '已制证', en: 'Issued' },
    steps: [],
    acts: [
      { act: 'serve', available: true },
      {
        act: 'close',
        available: false,
        why: { code: 'wrong_stage', words: { zh: '办件尚未送达。', en: 'Not yet served.' } },
      },
    ],
  });
