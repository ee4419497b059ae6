import { ask, choose, examineAndApprove, item, material, page, siteVisit, uncounted } from './build.ts';
import { applicationForm, chargePage } from './common.ts';
import { cite } from './laws.ts';
import { workingDays } from './limits.ts';

const act = '环境影响评价法';
const discharge = '排污许可管理条例';

const eiaPages = [
  page(
    'project',
    '建设项目',
    ask('projectName', '项目名称', 'text', { maxLength: 80 }),
    ask('projectAddress', '建设地点', 'text', { maxLength: 100 }),
    ask('investment', '总投资（万元）', 'number'),
    ask('protectionInvestment', '环保投资（万元）', 'number'),
  ),
  page(
    'surroundings',
    '周边环境',
    choose('nearest', '最近的环境敏感目标', ['居民区', '学校', '医院', '饮用水水源保护区', '一千米内没有']),
    ask('distance', '到敏感目标的距离（米）', 'number', { required: false }),
  ),
];

/** Sixty days from receipt; the technical assessment by experts is the part that does not count. */
const report = item({
  id: 'eia-report',
  name: '建设项目环境影响报告书审批',
  words: ['环评审批', '建厂环评', '环境影响报告书', '化工厂环评', '污染项目审批'],
  theme: '生态环境',
  department: 'huanjing',
  serves: ['organisation'],
  bases: [
    cite(act, '第十六条'),
    cite(
      act,
      '第二十二条',
      '审批部门应当自收到环境影响报告书之日起六十日内，收到环境影响报告表之日起三十日内，分别作出审批决定并书面通知建设单位。',
    ),
    cite('行政许可法', '第四十六条'),
  ],
  conditions: [
    '建设项目类型及其选址、布局、规模符合环境保护法律法规和法定规划',
    '所采取的污染防治措施能够确保污染物排放达到国家和地方排放标准',
    '环境影响报告书的基础资料数据属实，评价结论明确、合理',
  ],
  materials: [
    applicationForm('建设项目环境影响报告书审批申请', `${act}第二十二条`),
    material('report', '环境影响报告书', `${act}第十七条`, {
      copies: 3,
      acceptanceRules: ['包含第十七条列明的七项内容', '编制单位和编制人员在全国环评信用平台公开', '建设单位盖章'],
    }),
    material('participation', '公众参与说明', `${act}第二十一条`, {
      acceptanceRules: ['附两次公示的截图和照片', '写明收到的公众意见及采纳情况', '建设单位盖章'],
    }),
  ],
  form: [...eiaPages, chargePage('建设单位联系人')],
  steps: examineAndApprove(15, 8),
  special: [
    uncounted('expertReview', 30),
    uncounted('hearing', 20, '行政许可法第四十五条、第四十六条'),
    siteVisit(3, '本指南公布：现场踏勘时间不计入承诺时限，仍计入法定时限'),
  ],
  legalReview: true,
  meeting: true,
  statutory: workingDays(60, 'receipt', cite(act, '第二十二条', '自收到环境影响报告书之日起六十日内')),
  promised: 30,
  result: { name: '建设项目环境影响报告书批复', form: 'approval', validYears: 5 },
});

const form = item({
  id: 'eia-form',
  name: '建设项目环境影响报告表审批',
  words: ['环评表', '小项目环评', '环境影响报告表', '开厂环评手续', '加工厂环评'],
  theme: '生态环境',
  department: 'huanjing',
  serves: ['organisation'],
  bases: [
    cite(act, '第十六条'),
    cite(
      act,
      '第二十二条',
      '审批部门应当自收到环境影响报告书之日起六十日内，收到环境影响报告表之日起三十日内，分别作出审批决定并书面通知建设单位。',
    ),
  ],
  conditions: [
    '建设项目类型及其选址、布局、规模符合环境保护法律法规和法定规划',
    '污染防治措施可行',
    '环境影响报告表的数据属实，结论明确',
  ],
  materials: [
    applicationForm('建设项目环境影响报告表审批申请', `${act}第二十二条`),
    material('form', '环境影响报告表', `${act}第十六条第二项`, {
      copies: 2,
      acceptanceRules: ['使用国家规定的报告表格式', '编制单位在全国环评信用平台公开', '建设单位盖章'],
    }),
  ],
  form: [...eiaPages, chargePage('建设单位联系人')],
  steps: examineAndApprove(8, 4),
  special: [uncounted('expertReview', 15)],
  statutory: workingDays(30, 'receipt', cite(act, '第二十二条', '收到环境影响报告表之日起三十日内')),
  promised: 12,
  result: { name: '建设项目环境影响报告表批复', form: 'approval', validYears: 5 },
});

const dischargeMaterials = [
  applicationForm('排污许可证申请表', `${discharge}第七条`),
  material('commitment', '排污单位守法承诺书', `${discharge}第七条`, {
    acceptanceRules: ['使用国家规定的格式', '法定代表人签字并盖章'],
  }),
  material('eia-approval', '环境影响评价批准文件或者备案回执', `${discharge}第十一条第一项`, {
    source: 'government',
    form: 'copy',
    acceptanceRules: ['项目名称与申请表一致', '批准机关盖章'],
  }),
];
const dischargeConditions = [
  '依法取得建设项目环境影响报告书（表）批准文件，或者已经办理环境影响登记表备案手续',
  '污染物排放符合污染物排放标准要求，重点污染物排放符合总量控制要求',
  '采用污染防治设施可以达到许可排放浓度要求',
  '自行监测方案的监测点位、指标、频次符合国家自行监测规范',
];
const dischargePages = [
  page(
    'plant',
    '生产设施',
    ask('industry', '行业类别', 'text', { maxLength: 60 }),
    ask('outlets', '排放口数量', 'number'),
    choose('mainPollutant', '主要污染物', ['废气', '废水', '废气和废水']),
  ),
  page(
    'monitoring',
    '自行监测',
    ask('onlineMonitoring', '是否安装自动监测设备', 'yesNo'),
    ask('monitorBody', '监测机构名称', 'text', { required: false, maxLength: 60 }),
  ),
  chargePage('环保负责人'),
];

const dischargeSimple = item({
  id: 'discharge-permit-simplified',
  name: '排污许可（简化管理）',
  words: ['排污许可证', '小厂排污证', '排污证办理', '简化管理排污', '喷漆厂排污'],
  theme: '生态环境',
  department: 'huanjing',
  serves: ['organisation'],
  bases: [
    cite(discharge, '第十一条'),
    cite(discharge, '第十二条', '对实行排污许可简化管理的排污单位，审批部门应当自受理申请之日起20日内作出审批决定。'),
  ],
  conditions: dischargeConditions,
  materials: dischargeMaterials,
  form: dischargePages,
  steps: examineAndApprove(6, 3),
  statutory: workingDays(20, 'acceptance', cite(discharge, '第十二条', '自受理申请之日起20日内')),
  promised: 10,
  result: { name: '排污许可证', form: 'licence', validYears: 5 },
});

const dischargeKey = item({
  id: 'discharge-permit-key',
  name: '排污许可（重点管理）',
  words: ['重点排污许可', '化工厂排污证', '钢厂排污许可', '污水厂排污证', '电厂排污证'],
  theme: '生态环境',
  department: 'huanjing',
  serves: ['organisation'],
  bases: [
    cite(discharge, '第十一条'),
    cite(
      discharge,
      '第十二条',
      '对实行排污许可重点管理的排污单位，审批部门应当自受理申请之日起30日内作出审批决定；需要进行现场核查的，应当自受理申请之日起45日内作出审批决定。',
    ),
  ],
  conditions: dischargeConditions,
  materials: dischargeMaterials,
  form: dischargePages,
  steps: examineAndApprove(8, 4),
  statutory: workingDays(30, 'acceptance', cite(discharge, '第十二条', '自受理申请之日起30日内')),
  promised: 15,
  result: { name: '排污许可证', form: 'licence', validYears: 5 },
  note: '需要现场核查的情形法定时限为45日，作为单独的业务办理项，本事项不含',
});

export const huanjingItems = [report, form, dischargeSimple, dischargeKey];
