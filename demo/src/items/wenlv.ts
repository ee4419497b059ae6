import { ask, choose, examineAndApprove, item, material, page, siteVisit } from './build.ts';
import { applicationForm, businessLicence, chargePage, premisesPage, premisesProof } from './common.ts';
import { cite } from './laws.ts';
import { workingDays } from './limits.ts';

const regulation = '互联网上网服务营业场所管理条例';

const cafePreparation = item({
  id: 'internet-cafe-preparation',
  name: '互联网上网服务营业场所筹建审批',
  words: ['开网吧', '筹建网吧', '开网咖', '电竞馆', '网吧手续', '办网吧'],
  theme: '文化旅游',
  department: 'wenlv',
  serves: ['organisation'],
  level: 'county',
  bases: [
    cite(regulation, '第八条'),
    cite(
      regulation,
      '第十一条',
      '文化行政部门应当自收到申请之日起20个工作日内作出决定；经审查，符合条件的，发给同意筹建的批准文件。',
    ),
  ],
  conditions: [
    '有企业的名称、住所、组织机构和章程',
    '有与其经营活动相适应的资金',
    '有与其经营活动相适应并符合国家规定的消防安全条件的营业场所',
    '不在中学、小学校园周围200米范围内和居民住宅楼（院）内设立',
  ],
  materials: [
    applicationForm('设立互联网上网服务营业场所申请书', `${regulation}第十条`),
    businessLicence(`${regulation}第十条第一项`),
    premisesProof(`${regulation}第十条第四项`),
    material('funds', '资金信用证明', `${regulation}第十条第三项`, {
      acceptanceRules: ['银行出具，户名与申请单位一致', '出具日期在申请日前一个月内'],
    }),
    material('school-distance', '场所周边二百米范围示意图', `${regulation}第九条`, {
      acceptanceRules: ['标明周边中学、小学的名称和直线距离', '距离均大于二百米', '场所不在居民住宅楼内'],
    }),
  ],
  form: [
    page(
      'cafe',
      '拟设场所',
      ask('cafeName', '场所名称', 'text', { maxLength: 60 }),
      ask('computers', '计算机台数', 'number'),
    ),
    premisesPage(),
    chargePage('法定代表人或者主要负责人'),
  ],
  steps: examineAndApprove(5, 2),
  statutory: workingDays(20, 'receipt', cite(regulation, '第十一条', '自收到申请之日起20个工作日内')),
  promised: 8,
  result: { name: '同意筹建互联网上网服务营业场所批准文件', form: 'approval' },
});

const cafeFinal = item({
  id: 'internet-cafe-final',
  name: '互联网上网服务营业场所最终审核',
  words: ['网吧开业', '网吧验收', '网络文化经营许可证', '网吧领证', '网咖开业'],
  theme: '文化旅游',
  department: 'wenlv',
  serves: ['organisation'],
  level: 'county',
  bases: [
    cite(regulation, '第八条'),
    cite(regulation, '第十一条', '文化行政部门应当自收到申请之日起15个工作日内依据本条例第八条的规定作出决定。'),
  ],
  conditions: [
    '已取得同意筹建的批准文件并完成筹建',
    '信息网络安全和消防安全审核合格',
    '有健全、完善的信息网络安全管理制度和安全技术措施',
  ],
  materials: [
    applicationForm('互联网上网服务营业场所最终审核申请表', `${regulation}第十一条第三款`),
    material('preparation-approval', '同意筹建的批准文件', `${regulation}第十一条`, {
      source: 'government',
      form: 'copy',
      acceptanceRules: ['场所名称、地址与申请表一致', '批准文件未撤销'],
    }),
    material('network-safety', '信息网络安全审核合格文件', `${regulation}第十一条第二款`, {
      source: 'government',
      form: 'copy',
      acceptanceRules: ['公安机关盖章', '场所名称与申请表一致'],
    }),
    material('fire-safety', '消防安全检查合格文件', `${regulation}第十一条第二款`, {
      source: 'government',
      form: 'copy',
      acceptanceRules: ['消防救援机构盖章', '场所地址与申请表一致'],
    }),
  ],
  form: [
    page(
      'cafe',
      '场所',
      ask('cafeName', '场所名称', 'text', { maxLength: 60 }),
      ask('computers', '实际安装计算机台数', 'number'),
      ask('realNameSystem', '是否已安装实名登记系统', 'yesNo'),
    ),
    chargePage(),
  ],
  steps: examineAndApprove(4, 2),
  special: [siteVisit(3, `${regulation}第十一条（实地检查）；本指南公布：实地检查时间不计入承诺时限，仍计入法定时限`)],
  statutory: workingDays(15, 'receipt', cite(regulation, '第十一条', '自收到申请之日起15个工作日内')),
  promised: 6,
  result: { name: '网络文化经营许可证', form: 'licence' },
});

const travelAgency = item({
  id: 'travel-agency',
  name: '旅行社设立许可',
  words: ['开旅行社', '旅行社许可证', '组团旅游公司', '办旅行社', '旅游公司资质'],
  theme: '文化旅游',
  department: 'wenlv',
  serves: ['organisation'],
  bases: [
    cite('旅行社条例', '第六条'),
    cite(
      '旅行社条例',
      '第七条',
      '受理申请的旅游行政管理部门应当自受理申请之日起20个工作日内作出许可或者不予许可的决定。',
    ),
  ],
  conditions: ['取得企业法人资格', '注册资本不少于30万元'],
  materials: [
    applicationForm('旅行社设立申请书', '旅行社条例第七条'),
    businessLicence('旅行社条例第六条'),
    premisesProof('旅行社条例第七条'),
    material('capital', '注册资本实缴证明', '旅行社条例第六条', {
      form: 'copy',
      acceptanceRules: ['金额不少于30万元', '户名与申请单位一致'],
    }),
  ],
  form: [
    page(
      'agency',
      '旅行社',
      ask('agencyName', '名称', 'text', { maxLength: 60 }),
      ask('capital', '注册资本（万元）', 'number'),
      choose('agencyScope', '经营业务', ['国内旅游业务', '入境旅游业务', '国内旅游业务和入境旅游业务']),
    ),
    premisesPage(),
    chargePage(),
  ],
  steps: examineAndApprove(5, 2),
  statutory: workingDays(20, 'acceptance', cite('旅行社条例', '第七条', '自受理申请之日起20个工作日内')),
  promised: 8,
  result: { name: '旅行社业务经营许可证', form: 'licence' },
  note: '依条例由省级或者其委托的设区的市级旅游行政管理部门许可，演示按已委托处理',
});

export const wenlvItems = [cafePreparation, cafeFinal, travelAgency];
