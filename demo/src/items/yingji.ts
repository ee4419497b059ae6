import { ask, choose, examineAndApprove, item, material, page, siteVisit } from './build.ts';
import { applicationForm, businessLicence, chargePage, premisesPage, premisesProof } from './common.ts';
import { cite } from './laws.ts';
import { workingDays } from './limits.ts';

const chemicals = '危险化学品安全管理条例';
const fireworks = '烟花爆竹安全管理条例';
/** Art. 19 puts the look at the premises inside the twenty days: it may stop the promise and never the law's limit. */
const visit = siteVisit(
  3,
  `${fireworks}第十九条（对经营场所进行审查）；本指南公布：场所审查时间不计入承诺时限，仍计入法定时限`,
);

const chemicalsTrading = item({
  id: 'hazardous-chemicals-trading',
  name: '危险化学品经营许可',
  words: ['卖化学品', '危化品经营', '开加油站', '卖油漆稀料', '危险化学品经营许可证', '卖酒精'],
  theme: '安全生产',
  department: 'yingji',
  serves: ['organisation'],
  bases: [
    cite(chemicals, '第三十三条'),
    cite(chemicals, '第三十四条'),
    cite(chemicals, '第三十五条', '自收到证明材料之日起30日内作出批准或者不予批准的决定。'),
  ],
  conditions: [
    '有符合国家标准、行业标准的经营场所，储存危险化学品的还应当有符合国家标准、行业标准的储存设施',
    '从业人员经过专业技术培训并经考核合格',
    '有健全的安全管理规章制度',
    '有专职安全管理人员',
    '有符合国家规定的危险化学品事故应急预案和必要的应急救援器材、设备',
  ],
  materials: [
    applicationForm('危险化学品经营许可证申请书', `${chemicals}第三十五条`),
    businessLicence(`${chemicals}第三十五条`),
    premisesProof(`${chemicals}第三十四条第一项`),
    material('training', '主要负责人和安全管理人员考核合格证', `${chemicals}第三十四条第二项`, {
      form: 'copy',
      acceptanceRules: ['姓名与申请书一致', '证件在有效期内', '考核类别为危险化学品经营'],
    }),
    material('emergency', '危险化学品事故应急预案备案登记表', `${chemicals}第三十四条第五项`, {
      form: 'copy',
      acceptanceRules: ['备案日期在申请日前三年内', '单位名称与申请书一致'],
    }),
  ],
  form: [
    page(
      'business',
      '经营内容',
      choose('tradeForm', '经营方式', ['带储存设施经营', '不带储存设施经营（票据往来）', '门店零售']),
      ask('chemicalNames', '危险化学品品名', 'longText', { hint: '按危险化学品目录填写', maxLength: 500 }),
    ),
    premisesPage(),
    page(
      'safety',
      '安全管理',
      ask('safetyOfficer', '专职安全管理人员姓名', 'text', { maxLength: 30 }),
      ask('trainedStaff', '持证人员数', 'number'),
    ),
    chargePage('主要负责人'),
  ],
  steps: examineAndApprove(8, 4),
  special: [siteVisit(3, `${chemicals}第三十五条（现场核查）；本指南公布：核查时间不计入承诺时限，仍计入法定时限`)],
  statutory: workingDays(30, 'receipt', cite(chemicals, '第三十五条', '自收到证明材料之日起30日内')),
  promised: 15,
  result: { name: '危险化学品经营许可证', form: 'licence', validYears: 3 },
});

const storeMaterials = [
  businessLicence(`${fireworks}第十九条`),
  premisesProof(`${fireworks}第十九条`),
  material('distance', '周边安全距离示意图', `${fireworks}第十八条`, {
    acceptanceRules: ['标明到学校、医院、加油站的直线距离', '距离均不小于一百米', '绘制人签字'],
  }),
  material('store-training', '负责人安全培训合格证', `${fireworks}第十八条`, {
    form: 'copy',
    acceptanceRules: ['姓名与申请表一致', '证件在有效期内'],
  }),
];

const fireworksRetail = item({
  id: 'fireworks-retail',
  name: '烟花爆竹经营（零售）许可',
  words: ['卖鞭炮', '卖烟花', '烟花爆竹零售', '鞭炮摊', '春节卖炮', '炮证'],
  theme: '安全生产',
  department: 'yingji',
  serves: ['organisation', 'naturalPerson'],
  level: 'county',
  bases: [
    cite(fireworks, '第十八条'),
    cite(
      fireworks,
      '第十九条',
      '受理申请的安全生产监督管理部门应当自受理申请之日起20日内对提交的有关材料和经营场所进行审查。',
    ),
  ],
  conditions: [
    '主要负责人经过安全知识教育',
    '实行专店或者专柜销售，设专人负责安全管理',
    '经营场所配备必要的消防器材，张贴明显的安全警示标志',
  ],
  materials: [applicationForm('烟花爆竹经营（零售）许可证申请表', `${fireworks}第十九条`), ...storeMaterials],
  form: [
    page(
      'store',
      '零售点',
      choose('storeKind', '零售点类型', ['长期', '临时']),
      choose('counter', '销售形式', ['专店', '专柜']),
      ask('storeKilograms', '最大存放量（千克）', 'number'),
    ),
    premisesPage(),
    chargePage('主要负责人'),
  ],
  steps: examineAndApprove(5, 2),
  special: [visit],
  statutory: workingDays(20, 'acceptance', cite(fireworks, '第十九条', '自受理申请之日起20日内')),
  promised: 8,
  result: { name: '烟花爆竹经营（零售）许可证', form: 'licence', validYears: 2 },
});

const fireworksWholesale = item({
  id: 'fireworks-wholesale',
  name: '烟花爆竹经营（批发）许可',
  words: ['批发烟花', '批发鞭炮', '烟花仓库', '烟花公司', '烟花爆竹批发'],
  theme: '安全生产',
  department: 'yingji',
  serves: ['organisation'],
  bases: [
    cite(fireworks, '第十七条'),
    cite(
      fireworks,
      '第十九条',
      '受理申请的安全生产监督管理部门应当自受理申请之日起30日内对提交的有关材料和经营场所进行审查。',
    ),
  ],
  conditions: [
    '具有企业法人条件',
    '经营场所与周边建筑、设施保持必要的安全距离',
    '有符合国家标准的经营场所和储存仓库',
    '有保管员、仓库守护员',
    '依法进行了安全评价',
    '有事故应急救援预案、应急救援组织和人员，并配备必要的应急救援器材、设备',
  ],
  materials: [
    applicationForm('烟花爆竹经营（批发）许可证申请书', `${fireworks}第十九条`),
    ...storeMaterials,
    material('evaluation', '安全评价报告', `${fireworks}第十七条第六项`, {
      acceptanceRules: ['由具有资质的安全评价机构出具', '评价日期在申请日前一年内', '结论为符合安全条件'],
    }),
  ],
  form: [
    page(
      'warehouse',
      '储存仓库',
      ask('warehouseAddress', '仓库地址', 'text', { maxLength: 100 }),
      ask('warehouseArea', '仓库面积（平方米）', 'number'),
      choose('warehouseClass', '仓库危险级别', ['1.1级', '1.3级']),
    ),
    page('staff', '人员', ask('keepers', '保管员人数', 'number'), ask('guards', '仓库守护员人数', 'number')),
    chargePage('主要负责人'),
  ],
  steps: examineAndApprove(8, 4),
  special: [visit],
  statutory: workingDays(30, 'acceptance', cite(fireworks, '第十九条', '自受理申请之日起30日内')),
  promised: 15,
  result: { name: '烟花爆竹经营（批发）许可证', form: 'licence', validYears: 3 },
});

export const yingjiItems = [chemicalsTrading, fireworksRetail, fireworksWholesale];
