import { ask, choose, examineAndApprove, item, material, ordinaryLimit, page, siteVisit } from './build.ts';
import { applicationForm, businessLicence, chargePage, premisesPage, premisesProof } from './common.ts';
import { cite } from './laws.ts';
import { workingDays } from './limits.ts';

const regulation = '农药管理条例';

const pesticide = item({
  id: 'pesticide-trading',
  name: '农药经营许可',
  words: ['卖农药', '开农资店', '农药店', '农药经营许可证', '卖除草剂'],
  theme: '农业农村',
  department: 'nongye',
  serves: ['organisation', 'naturalPerson'],
  bases: [
    cite(regulation, '第二十四条', '县级以上地方人民政府农业主管部门应当自受理申请之日起20个工作日内作出审批决定。'),
  ],
  conditions: [
    '有具备农药和病虫害防治专业知识、能够指导安全合理使用农药的经营人员',
    '有与饮用水水源、生活区域有效隔离的营业场所和仓储场所',
    '有与所申请经营农药相适应的质量管理、台账记录、安全防护、应急处置、仓储管理制度',
  ],
  materials: [
    applicationForm('农药经营许可证申请表', `${regulation}第二十四条`),
    businessLicence(`${regulation}第二十四条`),
    premisesProof(`${regulation}第二十四条第二项`),
    material('staff', '经营人员学历或者培训证明', `${regulation}第二十四条第一项`, {
      form: 'copy',
      acceptanceRules: ['农学、植保、农药专业中专以上学历，或者五十六学时以上培训证明', '姓名与申请表一致'],
    }),
    material('rules', '农药经营管理制度目录及文本', `${regulation}第二十四条第三项`, {
      acceptanceRules: ['包含质量管理、台账记录、安全防护、应急处置、仓储管理五项制度', '负责人签字'],
    }),
  ],
  form: [
    page(
      'trade',
      '经营内容',
      ask('restricted', '是否经营限制使用农药', 'yesNo', { hint: '限制使用农药由省级机关许可，本指南不办理' }),
      choose('tradeForm', '经营方式', ['零售', '批发', '零售兼批发']),
    ),
    premisesPage('营业场所面积（平方米）'),
    page(
      'store',
      '仓储',
      ask('storeAddress', '仓库地址', 'text', { maxLength: 100 }),
      ask('storeArea', '仓库面积（平方米）', 'number'),
    ),
    chargePage(),
  ],
  steps: examineAndApprove(5, 2),
  special: [siteVisit(3, '农药经营许可管理办法第十条（实地核查）；本指南公布：核查时间不计入承诺时限，仍计入法定时限')],
  statutory: workingDays(20, 'acceptance', cite(regulation, '第二十四条', '自受理申请之日起20个工作日内')),
  promised: 8,
  result: { name: '农药经营许可证', form: 'licence', validYears: 5 },
});

const epidemic = item({
  id: 'animal-epidemic-conditions',
  name: '动物防疫条件合格证核发',
  words: ['办养猪场', '养殖场防疫', '开屠宰场', '养鸡场手续', '动物防疫合格证', '办养殖场'],
  theme: '农业农村',
  department: 'nongye',
  serves: ['organisation', 'naturalPerson'],
  level: 'county',
  bases: [cite('动物防疫法', '第二十四条'), cite('动物防疫法', '第二十五条'), cite('行政许可法', '第四十二条')],
  conditions: [
    '场所的位置与居民生活区、生活饮用水水源地、学校、医院的距离符合规定',
    '生产经营区域封闭隔离，工程设计和有关流程符合动物防疫要求',
    '有与其规模相适应的污水、污物处理设施，病死动物无害化处理设施',
    '有与其规模相适应的执业兽医或者动物防疫技术人员',
    '有完善的隔离消毒、购销台账、日常巡查动物防疫制度',
  ],
  materials: [
    applicationForm('动物防疫条件审查申请表', '动物防疫法第二十五条'),
    material('layout', '场所地理位置图、各功能区布局平面图', '动物防疫法第二十四条第一项', {
      acceptanceRules: ['标明到居民区、水源地、学校、医院的距离', '标明净道、污道', '绘制日期在申请日前一年内'],
    }),
    material('facilities', '设施设备清单', '动物防疫法第二十四条第三项', {
      acceptanceRules: ['列有消毒、无害化处理、污水处理三类设备', '写明数量和型号'],
    }),
    material('systems', '动物防疫制度文本', '动物防疫法第二十四条第五项', {
      acceptanceRules: ['包含隔离消毒、购销台账、日常巡查三项制度', '负责人签字'],
    }),
  ],
  form: [
    page(
      'farm',
      '场所',
      choose('farmKind', '场所类型', ['动物饲养场', '动物隔离场所', '动物屠宰加工场所', '无害化处理场所']),
      ask('species', '动物种类', 'text', { maxLength: 60 }),
      ask('capacity', '设计规模（头、只）', 'number'),
    ),
    premisesPage('占地面积（平方米）'),
    page('vet', '防疫人员', ask('vetName', '执业兽医或者防疫技术人员姓名', 'text', { maxLength: 30 })),
  ],
  steps: examineAndApprove(5, 2),
  special: [siteVisit(3, '本指南公布：现场审查时间不计入承诺时限，仍计入法定时限')],
  statutory: ordinaryLimit,
  promised: 10,
  result: { name: '动物防疫条件合格证', form: 'certificate' },
});

export const nongyeItems = [pesticide, epidemic];
