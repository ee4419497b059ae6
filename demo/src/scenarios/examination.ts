import { scriptOf, visitors } from './script.ts';
import type { Scenario } from './shape.ts';

const permit2 = scriptOf('construction-permit', 'company-10');
const permitLate = scriptOf('construction-permit', 'company-2');
const chemicals = scriptOf('hazardous-chemicals-trading', 'company-5');
const advert = scriptOf('outdoor-advertising', 'company-8');
const pesticideLate = scriptOf('pesticide-trading', 'citizen-4');
const school = scriptOf('private-school', 'company-3');
const water = scriptOf('water-abstraction', 'company-2');
const hospital = scriptOf('medical-institution-registration', 'company-4');
const soil = scriptOf('soil-conservation-plan', 'company-1');
const drainage = scriptOf('drainage-permit', 'company-10');
const charity = scriptOf('charity-recognition', 'company-8');
const injury = scriptOf('work-injury', 'citizen-1');
const road = scriptOf('road-works', 'company-2');
const planning = scriptOf('planning-permit', 'company-1');
const setUp = scriptOf('medical-institution-setup', 'company-4');

/** Cases under examination: in time, late, paused, extended. */
export const examinationScenarios: readonly Scenario[] = [
  {
    key: 'in-examination',
    itemId: 'construction-permit',
    applicant: 'company-10',
    shows: '施工许可审核中，法定七日自收到之日起算',
    stage: 'examining',
    steps: [
      ...permit2.online(2),
      ...permit2.accept(2),
      ...permit2.act(1, 'examiner', { type: 'claimStep', stepId: 'examine' }),
    ],
  },
  {
    key: 'in-approval',
    itemId: 'hazardous-chemicals-trading',
    applicant: 'company-5',
    shows: '已审核并现场核查，等待审批',
    stage: 'examining',
    steps: [
      ...chemicals.online(9),
      ...chemicals.accept(8),
      ...chemicals.act(7, 'examiner', {
        type: 'startSpecialProcedure',
        procedure: 'siteVisit',
        reason: '对经营场所、储存设施现场核查',
        plannedDays: 3,
        servedBy: 'electronic',
        officers: visitors('yingji'),
      }),
      ...chemicals.act(5, 'examiner', {
        type: 'endSpecialProcedure',
        procedureId: 'sp-1',
        result: '两名核查人员签字，现场与申请一致。',
      }),
      ...chemicals.examine(3),
    ],
  },
  {
    key: 'parallel-half-done',
    itemId: 'outdoor-advertising',
    applicant: 'company-8',
    shows: '两个部门并联审查，住建已答复，等待自然资源',
    stage: 'examining',
    steps: [...advert.online(8), ...advert.accept(7), ...advert.examine(4), ...advert.consult(2, 'zhujian')],
  },
  {
    key: 'promise-overdue',
    itemId: 'pesticide-trading',
    applicant: 'citizen-4',
    shows: '已超过承诺时限，法定时限未到',
    stage: 'examining',
    steps: [...pesticideLate.online(13), ...pesticideLate.accept(12)],
  },
  {
    key: 'statutory-overdue',
    itemId: 'construction-permit',
    applicant: 'company-2',
    shows: '已超过法定七日',
    stage: 'examining',
    steps: [...permitLate.online(10), ...permitLate.accept(9), ...permitLate.examine(6)],
  },
  {
    key: 'suspended-expert-review',
    itemId: 'private-school',
    applicant: 'company-3',
    shows: '专家委员会评议中，法定与承诺时限均停止计算',
    stage: 'examining',
    steps: [
      ...school.online(20),
      ...school.accept(18),
      ...school.act(8, 'examiner', {
        type: 'startSpecialProcedure',
        procedure: 'expertReview',
        reason: '正式设立实施学历教育的民办学校，应当组织专家委员会评议',
        plannedDays: 20,
        servedBy: 'electronic',
        officers: [],
      }),
    ],
  },
  {
    key: 'suspended-hearing',
    itemId: 'water-abstraction',
    applicant: 'company-2',
    shows: '利害关系人要求听证，依取水条例第十九条不计入审批期限',
    stage: 'examining',
    steps: [
      ...water.online(16),
      ...water.accept(14),
      ...water.examine(9),
      ...water.act(6, 'examiner', {
        type: 'startSpecialProcedure',
        procedure: 'hearing',
        reason: '下游取水户要求听证',
        plannedDays: 20,
        servedBy: 'inPerson',
        officers: [],
      }),
      ...water.consult(5, 'huanjing'),
    ],
  },
  {
    key: 'hearing-right',
    itemId: 'medical-institution-setup',
    applicant: 'company-4',
    shows: '已告知利害关系人听证权利并举行听证，结果已收到，继续审查',
    stage: 'examining',
    steps: [
      ...setUp.online(24),
      ...setUp.accept(22),
      ...setUp.act(20, 'examiner', {
        type: 'startSpecialProcedure',
        procedure: 'hearing',
        reason: '相邻学校要求听证',
        plannedDays: 20,
        servedBy: 'inPerson',
        officers: [],
      }),
      ...setUp.act(6, 'examiner', {
        type: 'endSpecialProcedure',
        procedureId: 'sp-1',
        result: '听证笔录已由参加人签字。',
      }),
      ...setUp.examine(3),
    ],
  },
  {
    key: 'site-visit',
    itemId: 'medical-institution-registration',
    applicant: 'company-4',
    shows: '现场考察中：只停承诺时限，法定时限照算',
    stage: 'examining',
    steps: [
      ...hospital.online(7),
      ...hospital.accept(6),
      ...hospital.act(3, 'examiner', {
        type: 'startSpecialProcedure',
        procedure: 'siteVisit',
        reason: '对医疗机构实地考察、核实',
        plannedDays: 5,
        servedBy: 'electronic',
        officers: visitors('weijian'),
      }),
    ],
  },
  {
    key: 'resumed',
    itemId: 'soil-conservation-plan',
    applicant: 'company-1',
    shows: '技术评审结束，时限恢复计算，等待审批',
    stage: 'examining',
    steps: [
      ...soil.online(18),
      ...soil.accept(17),
      ...soil.act(15, 'examiner', {
        type: 'startSpecialProcedure',
        procedure: 'expertReview',
        reason: '水土保持方案技术评审',
        plannedDays: 10,
        servedBy: 'electronic',
        officers: [],
      }),
      ...soil.act(6, 'examiner', {
        type: 'endSpecialProcedure',
        procedureId: 'sp-1',
        result: '评审意见：方案可行，补充弃渣场防护图。',
      }),
      ...soil.examine(4),
    ],
  },
  {
    key: 'extended',
    itemId: 'drainage-permit',
    applicant: 'company-10',
    shows: '机关负责人批准延长十日，已告知申请人理由',
    stage: 'examining',
    steps: [
      ...drainage.online(20),
      ...drainage.accept(18),
      ...drainage.act(3, 'head', { type: 'extend', days: 10, reason: '排放口位置需要与在建管网核对（演示）' }),
    ],
  },
  {
    key: 'consulting-police',
    itemId: 'road-works',
    applicant: 'company-2',
    shows: '影响交通安全，正在征求公安交管意见',
    stage: 'examining',
    steps: [...road.online(7), ...road.accept(6), ...road.examine(2)],
  },
  {
    key: 'sent-back',
    itemId: 'planning-permit',
    applicant: 'company-1',
    shows: '审批人退回审核环节，第二轮审核中',
    stage: 'examining',
    steps: [
      ...planning.online(9),
      ...planning.accept(8),
      ...planning.examine(5),
      ...planning.act(3, 'approver', {
        type: 'returnToStep',
        fromStepId: 'approve',
        toStepId: 'examine',
        reason: '日照分析结论与总平面图不一致，请重新核对。',
      }),
    ],
  },
  {
    key: 'calendar-days',
    itemId: 'charity-recognition',
    applicant: 'company-8',
    shows: '行政确认：慈善法的二十日按自然日计算',
    stage: 'examining',
    steps: [...charity.online(6), ...charity.accept(5)],
  },
  {
    key: 'work-injury',
    itemId: 'work-injury',
    applicant: 'citizen-1',
    shows: '工伤认定：六十日为自然日，已审核待审批',
    stage: 'examining',
    steps: [...injury.online(15), ...injury.accept(13), ...injury.examine(4)],
  },
];
