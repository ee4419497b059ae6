import type { Question, ServiceItem } from '@yimen/core/catalogue';
import type { FormAnswers, HandedIn } from '@yimen/core/casework';

/** What the invented applicants answer, by question; questions of several items share their ids. */
const byQuestion: FormAnswers = {
  projectName: '演示科技园一期工程',
  projectCode: '2026-410500-47-01-000001',
  projectAddress: '安阳市文峰区演示路1号',
  floorArea: 12500,
  contractPrice: 3860,
  startDay: '2027-03-15',
  endDay: '2028-06-30',
  inPlanningArea: true,
  contractorName: '安阳演示建设工程有限公司',
  managerName: '演示甲一',
  chargeName: '演示联系人',
  chargePhone: '0372-0000721',
  forConstruction: true,
  inCityPlanning: true,
  intakeAddress: '安阳市殷都区演示村东',
  annualVolume: 4.5,
  takeFrom: '2027-01-01',
  takeYears: 5,
  returnPlace: '厂区污水站',
  treatment: '生活污水经化粪池处理后排入市政管网',
  schoolName: '安阳演示实验学校',
  schoolStage: '初中',
  students: 900,
  campusArea: 16000,
  campusAddress: '安阳市龙安区演示路9号',
  prepared: true,
  institutionName: '安阳演示医院',
  beds: 80,
  capital: 5000,
  chemicalNames: '乙醇[无水]、丙酮',
  safetyOfficer: '演示戊五',
  eventName: '演示灯会',
  eventDay: '2027-02-20',
  expected: 6000,
  venueName: '演示体育中心',
  venueCapacity: 12000,
  premisesAddress: '安阳市北关区演示街8号',
  premisesArea: 160,
  cafeName: '演示网络服务部',
  computers: 80,
  operatorName: '张三丰（演示）',
  operatorPhone: '0372-0000701',
  scope: '食品销售；日用百货销售',
  affectsTraffic: true,
  roadName: 'S301 K12+300',
  accidentDay: '2026-01-06',
  accidentPlace: '安阳市高新区演示车间',
  accidentStory: '当日上班期间在车间搬运物料时滑倒，右手腕骨折（演示）。',
  signArea: 48,
  signHeight: 12,
  signAddress: '安阳市文峰区演示大道与演示路交叉口',
};

const byType: { readonly [T in Question['type']]: (question: Question) => FormAnswers[string] } = {
  text: () => '演示',
  longText: ({ label }) => `${label}（演示填写）`,
  number: () => 10,
  day: () => '2027-03-01',
  choice: ({ options = [] }) => options[0] ?? '演示',
  yesNo: () => false,
};

/** Answers to every required question of an item; `own` overrules. */
export function sampleAnswers(item: ServiceItem, own: FormAnswers = {}): FormAnswers {
  const required = item.form.flatMap(({ questions }) => questions.filter((question) => question.required));
  const answers: { [questionId: string]: FormAnswers[string] } = {};
  for (const question of required) answers[question.id] = byQuestion[question.id] ?? byType[question.type](question);
  return { ...answers, ...own };
}

/** Everything on the item's list, in the form it asks for; `without` is left out for corrections to ask for. */
export function handedIn(
  item: ServiceItem,
  over: 'counter' | 'web',
  without: readonly string[] = [],
): readonly HandedIn[] {
  const given = item.materials.filter(({ id }) => !without.includes(id));
  return given.map(({ id, copies, form, acceptanceRules }) => ({
    requirementId: id,
    copies,
    form: over === 'web' ? 'electronic' : form,
    ...(over === 'web' ? {} : { rulesMet: acceptanceRules.map((_rule, at) => at) }),
  }));
}
