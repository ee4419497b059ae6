import { Guide, Queue, Session } from '@yimen/contract';

/** What the server would answer, parsed by the contract so that no fixture drifts from it. */
export const session = (roles: readonly string[] = ['windowClerk'], demonstration = false): Session =>
  Session.parse({
    person: 'zhou.min',
    name: '周敏',
    jurisdiction: '410500',
    hallName: '安阳市市民之家',
    roles: [...roles],
    posts: [{ id: 'p1', name: '综合窗口受理岗', authorityName: '住房和城乡建设局' }],
    demonstration,
    today: '2026-03-02',
  });

const limit = (count: number, startsOn: string) => ({
  count,
  unit: 'workingDay',
  startsOn,
  basis: '《建筑工程施工许可管理办法》第五条',
});

const material = (id: string, name: string, acceptanceRules: readonly string[]) => ({
  id,
  name,
  basis: '《建筑工程施工许可管理办法》第四条',
  source: 'applicant',
  form: 'original',
  copies: 1,
  necessity: 'required',
  acceptanceRules: [...acceptanceRules],
});

const detail = {
  serves: ['organisation', 'naturalPerson'],
  bases: [{ law: '中华人民共和国建筑法', article: '第七条', rank: 'law' }],
  conditions: ['已经办理该建筑工程用地批准手续'],
  materials: [
    material('m1', '建筑工程施工许可证申请表', ['加盖建设单位公章', '法定代表人签字', '工程名称与规划许可一致']),
    material('m2', '建设工程规划许可证', ['在有效期内', '建设单位名称一致']),
    material('m3', '施工合同', ['双方签章齐全', '载明开工日期']),
  ],
  form: [
    {
      id: 'project',
      title: '工程基本情况',
      questions: [
        { id: 'projectName', label: '工程名称', type: 'text', required: true },
        { id: 'cost', label: '合同价格（万元）', type: 'number', required: true },
        { id: 'kind', label: '工程类别', type: 'choice', required: true, options: ['房屋建筑', '市政工程'] },
        { id: 'deepPit', label: '是否涉及深基坑', type: 'yesNo', required: true },
      ],
    },
  ],
  steps: [
    { id: 'review', name: '材料审查', duty: 'examination', authorityName: '住房和城乡建设局', limitDays: 2 },
    {
      id: 'fire',
      name: '消防意见',
      duty: 'consultation',
      authorityName: '消防救援支队',
      limitDays: 2,
      parallel: 'A',
    },
    {
      id: 'air',
      name: '人防意见',
      duty: 'consultation',
      authorityName: '人民防空办公室',
      limitDays: 2,
      parallel: 'B',
      condition: '建筑面积大于 2000 平方米',
    },
    {
      id: 'approve',
      name: '审批',
      duty: 'approval',
      authorityName: '住房和城乡建设局',
      limitDays: 1,
      integrityRiskPoint: '是否按裁量标准审批',
    },
  ],
  specialProcedures: [
    {
      procedure: 'expertReview',
      name: { zh: '专家评审', en: 'expert review' },
      basis: '行政许可法第四十五条',
      plannedDays: 10,
      stopsStatutory: true,
      stopsPromise: true,
    },
  ],
  situationQuestions: [],
  legalReview: false,
  meeting: false,
  limitVariants: [],
  limits: {
    acceptance: limit(5, 'receipt'),
    statutory: limit(7, 'receipt'),
    promised: limit(3, 'receipt'),
    delivery: limit(10, 'decision'),
  },
  fees: [],
  result: { name: '建筑工程施工许可证', form: 'licence' },
  service: {
    windows: ['3F-08'],
    address: '安阳市文峰大道',
    hours: '9:00–17:00',
    phone: '0372-1234567',
    complaintPhone: '12345',
  },
  remedies: { reconsiderationBody: '安阳市人民政府', court: '安阳市文峰区人民法院' },
};

export const guide: Guide = Guide.parse({
  jurisdiction: '410500',
  id: 'construction-permit',
  name: '建筑工程施工许可证核发',
  kind: 'licence',
  kindName: '行政许可',
  theme: '工程建设',
  authorityName: '住房和城乡建设局',
  handling: 'promised',
  availability: 'applicable',
  statutory: limit(7, 'receipt'),
  promised: limit(3, 'receipt'),
  version: 1,
  effectiveFrom: '2026-01-01',
  codes: {},
  level: 'city',
  hash: 'ab'.repeat(32),
  detail,
});

export const itemList = {
  items: [{ ...guide, matched: ['施工'] }],
  total: 1,
  themes: [{ theme: '工程建设', count: 1 }],
};

type Row = Queue['rows'][number];

export const row = (changed: Partial<Record<keyof Row, unknown>> = {}): Row => {
  const [only] = Queue.parse({
    total: 1,
    rows: [
      {
        caseId: 'c1',
        number: '260302-00001-7',
        itemName: guide.name,
        applicantName: '安阳市永固建筑工程有限公司',
        authorityName: '住房和城乡建设局',
        stage: 'examining',
        stageName: { zh: '审查中', en: 'Under examination' },
        waitingFor: { act: 'completeStep', name: { zh: '出具意见', en: 'Complete the step' }, stepId: 'review' },
        clockKind: 'decisionPromised',
        due: '2026-03-05',
        remaining: 3,
        light: 'green',
        receivedAt: '2026-03-02T01:05:09.000Z',
        heldByMe: false,
        ...changed,
      },
    ],
  }).rows;
  if (only === undefined) throw new Error('the fixture has one row');
  return only;
};

export const queueRows: readonly Row[] = [
  row({
    caseId: 'c3',
    number: '260224-00012-4',
    light: 'red',
    due: '2026-02-27',
    remaining: -1,
    applicantName: '王*',
    itemName: '个体工商户登记',
  }),
  row({
    caseId: 'c2',
    number: '260226-00003-1',
    light: 'amber',
    due: '2026-03-02',
    remaining: 0,
    heldByMe: true,
    itemName: '取水许可',
    authorityName: '水利局',
    waitingFor: { act: 'sign', name: { zh: '签批', en: 'Sign' } },
    stage: 'deciding',
    stageName: { zh: '待决定', en: 'Deciding' },
  }),
  row(),
  row({ caseId: 'c4', number: '260226-00007-8', light: 'paused', itemName: '民办学校设立审批', applicantName: '李*' }),
];
