import {
  approve,
  ask,
  choose,
  examine,
  examineAndApprove,
  item,
  material,
  ordinaryLimit,
  page,
  siteVisit,
} from './build.ts';
import { applicationForm, businessLicence, chargePage, premisesPage, premisesProof } from './common.ts';
import { cite } from './laws.ts';
import { calendarDays, workingDays } from './limits.ts';

const market = '人力资源市场暂行条例';
const injury = '工伤保险条例';
const handling = '社会保险经办条例';

const hrService = item({
  id: 'hr-service',
  name: '人力资源服务许可',
  words: ['开职业介绍所', '开中介招聘公司', '人力资源公司', '办职介', '猎头公司许可'],
  theme: '劳动就业',
  department: 'renshe',
  serves: ['organisation'],
  bases: [
    cite(market, '第十八条'),
    cite(
      market,
      '第十九条',
      '人力资源社会保障行政部门应当自收到经营性人力资源服务机构从事职业中介活动的申请之日起20日内依法作出行政许可决定。',
    ),
  ],
  conditions: [
    '有明确的章程和管理制度',
    '有开展业务必备的固定场所、办公设施和一定数额的开办资金',
    '有一定数量具备相应职业资格的专职工作人员',
  ],
  materials: [
    applicationForm('人力资源服务许可申请书', `${market}第十八条`),
    businessLicence(`${market}第十八条`),
    premisesProof(`${market}第十八条`),
    material('staff', '专职工作人员名册及职业资格证明', `${market}第十八条`, {
      form: 'copy',
      acceptanceRules: ['专职工作人员不少于三名', '姓名与名册一致'],
    }),
  ],
  form: [
    page(
      'service',
      '服务范围',
      choose('serviceKind', '职业中介活动', [
        '为劳动者介绍用人单位',
        '为用人单位推荐劳动者',
        '举办现场招聘会',
        '开展网络招聘',
      ]),
    ),
    premisesPage(),
    chargePage(),
  ],
  steps: examineAndApprove(4, 2),
  statutory: workingDays(20, 'receipt', cite(market, '第十九条', '自收到申请之日起20日内')),
  promised: 8,
  result: { name: '人力资源服务许可证', form: 'licence' },
});

const labourDispatch = item({
  id: 'labour-dispatch',
  name: '劳务派遣经营许可',
  words: ['办劳务公司', '劳务派遣证', '派遣工人', '劳务派遣公司', '派遣许可'],
  theme: '劳动就业',
  department: 'renshe',
  serves: ['organisation'],
  bases: [cite('劳动合同法', '第五十七条'), cite('行政许可法', '第四十二条')],
  conditions: [
    '注册资本不得少于人民币二百万元',
    '有与开展业务相适应的固定的经营场所和设施',
    '有符合法律、行政法规规定的劳务派遣管理制度',
  ],
  materials: [
    applicationForm('劳务派遣经营许可申请书', '劳动合同法第五十七条'),
    businessLicence('劳动合同法第五十七条'),
    material('capital', '验资报告或者财务审计报告', '劳动合同法第五十七条第一项', {
      acceptanceRules: ['实收资本不少于二百万元', '由会计师事务所出具'],
    }),
    premisesProof('劳动合同法第五十七条第二项'),
    material('contract-model', '劳务派遣协议样本、劳动合同样本', '劳动合同法第五十七条第三项', {
      form: 'copy',
      acceptanceRules: ['写明派遣岗位、期限、劳动报酬和社会保险费的数额与支付方式', '样本加盖公章'],
    }),
  ],
  form: [
    page(
      'company',
      '公司情况',
      ask('capital', '注册资本（万元）', 'number'),
      ask('plannedWorkers', '拟派遣人数', 'number'),
    ),
    premisesPage(),
    chargePage(),
  ],
  steps: examineAndApprove(5, 3),
  special: [siteVisit(2, '本指南公布：实地核实时间不计入承诺时限，仍计入法定时限')],
  statutory: ordinaryLimit,
  promised: 10,
  result: { name: '劳务派遣经营许可证', form: 'licence', validYears: 3 },
});

/** 行政确认: sixty calendar days; an injury whose facts are clear has fifteen, which stays inside the promise. */
const workInjury = item({
  id: 'work-injury',
  name: '工伤认定',
  words: ['上班受伤', '工伤申请', '干活摔伤', '工伤怎么认定', '上下班车祸', '职业病认定'],
  theme: '社会保障',
  department: 'renshe',
  kind: 'confirmation',
  serves: ['organisation', 'naturalPerson'],
  bases: [
    cite(injury, '第十七条'),
    cite(injury, '第十八条'),
    cite(injury, '第二十条', '社会保险行政部门应当自受理工伤认定申请之日起60日内作出工伤认定的决定。'),
  ],
  conditions: ['单位在事故伤害发生之日起30日内、职工或者其近亲属在1年内提出申请', '与用人单位存在劳动关系'],
  materials: [
    applicationForm('工伤认定申请表', `${injury}第十八条第一项`),
    material('employment', '与用人单位存在劳动关系（包括事实劳动关系）的证明材料', `${injury}第十八条第二项`, {
      form: 'copy',
      acceptanceRules: ['劳动合同、工资记录、工作证任选其一', '用人单位名称与申请表一致'],
    }),
    material('diagnosis', '医疗诊断证明或者职业病诊断证明书', `${injury}第十八条第三项`, {
      acceptanceRules: ['医疗机构盖章', '诊断日期在事故日期当日或者之后', '受伤部位与申请表一致'],
    }),
  ],
  form: [
    page(
      'accident',
      '事故情况',
      ask('accidentDay', '事故伤害发生日期', 'day'),
      ask('accidentPlace', '事故地点', 'text', { maxLength: 100 }),
      ask('accidentStory', '事故经过', 'longText', { maxLength: 1000 }),
    ),
    page(
      'worker',
      '受伤职工',
      ask('workerName', '姓名', 'text', { maxLength: 30 }),
      choose('applicantIs', '申请人身份', ['用人单位', '职工本人', '近亲属', '工会组织']),
    ),
  ],
  steps: [examine(15), approve(5)],
  statutory: calendarDays(60, 'acceptance', cite(injury, '第二十条', '自受理工伤认定申请之日起60日内')),
  promised: 30,
  result: { name: '工伤认定决定书', form: 'other' },
});

/** Decided at the window by the clerk who takes it in, under an authorisation that says so. */
const socialInsuranceChange = item({
  id: 'social-insurance-change',
  name: '社会保险登记变更',
  words: ['改社保信息', '社保改名字', '社保变更', '社保单位信息变更', '社保卡换手机号'],
  theme: '社会保障',
  department: 'renshe',
  kind: 'publicService',
  handling: 'instant',
  serves: ['organisation', 'naturalPerson'],
  bases: [
    cite('社会保险法', '第五十七条'),
    cite(
      handling,
      '第十条',
      '用人单位和个人申请变更、注销社会保险登记，社会保险经办机构应当自收到申请之日起10个工作日内办理完毕。',
    ),
  ],
  conditions: ['已经办理社会保险登记', '变更内容与身份证件或者登记证照一致'],
  materials: [
    applicationForm('社会保险登记变更申请表', `${handling}第十条`),
    material('changed-paper', '变更后的身份证件或者营业执照', `${handling}第十条`, {
      source: 'government',
      form: 'copy',
      acceptanceRules: ['变更后的内容与申请表一致', '证件在有效期内'],
    }),
  ],
  form: [
    page('who', '登记信息', ask('insuranceNumber', '社会保障号码或者单位编号', 'text', { maxLength: 18 })),
    page(
      'change',
      '变更内容',
      choose('changeOf', '变更项目', ['姓名或者名称', '联系电话', '地址', '法定代表人']),
      ask('changeTo', '变更为', 'text', { maxLength: 100 }),
    ),
  ],
  steps: examineAndApprove(1, 1),
  statutory: workingDays(10, 'receipt', cite(handling, '第十条', '自收到申请之日起10个工作日内')),
  promised: 0,
  result: { name: '社会保险登记变更回执', form: 'other' },
});

export const rensheItems = [hrService, labourDispatch, workInjury, socialInsuranceChange];
