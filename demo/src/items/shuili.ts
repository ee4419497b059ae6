import {
  approve,
  ask,
  choose,
  consult,
  examine,
  examineAndApprove,
  item,
  material,
  ordinaryLimit,
  page,
  siteVisit,
  uncounted,
  uncountedByLaw,
} from './build.ts';
import { applicationForm, chargePage } from './common.ts';
import { cite } from './laws.ts';
import { workingDays } from './limits.ts';

const abstraction = '取水许可和水资源费征收管理条例';

/** Art. 19 takes hearings and the asking of departments out of the 45 days; Art. 45 of the Licensing Law would only take the hearing. */
const waterAbstraction = item({
  id: 'water-abstraction',
  name: '取水许可审批',
  words: ['打井取水', '抽地下水', '河里抽水', '自备井', '取水证', '厂里用井水', '灌溉取水', '打深井'],
  theme: '水务资源',
  department: 'shuili',
  serves: ['organisation', 'naturalPerson'],
  bases: [
    cite('水法', '第七条'),
    cite('水法', '第四十八条'),
    cite(abstraction, '第二条'),
    cite(abstraction, '第十九条', '本条第一款规定的审批期限，不包括举行听证和征求有关部门意见所需的时间。'),
  ],
  conditions: [
    '取水地点不在地下水禁采区',
    '取水许可总量未达到取水许可控制总量',
    '取水、退水布局合理，不会对水功能区水域使用功能造成重大损害',
    '城市公共供水管网能够满足用水需要时，建设项目不以自备取水设施取用地下水',
    '不会对第三者或者社会公共利益产生重大损害',
  ],
  materials: [
    applicationForm('取水许可申请书', `${abstraction}第十一条第一项`),
    material('third-party', '与第三者利害关系的说明', `${abstraction}第十一条第二项`, {
      acceptanceRules: ['写明取水口上下游一千米内的取用水户', '有利害关系的附书面承诺或者协议', '申请人签字或者盖章'],
    }),
    material('assessment', '建设项目水资源论证报告书', `${abstraction}第十一条第二款`, {
      condition: 'forConstruction = true',
      copies: 2,
      acceptanceRules: [
        '包含取水水源、用水合理性、对生态与环境的影响三部分',
        '封面有编制单位盖章和编制日期',
        '论证的年取水量与申请书一致',
      ],
    }),
    material('filing', '项目备案材料', `${abstraction}第十一条第三项`, {
      source: 'government',
      form: 'copy',
      condition: 'filedProject = true',
      acceptanceRules: ['备案项目名称与申请书一致', '载有投资项目统一代码'],
    }),
  ],
  form: [
    page(
      'source',
      '水源与地点',
      choose('waterSource', '水源', ['地表水', '地下水']),
      ask('intakeAddress', '取水地点', 'text', { hint: '写到村或者门牌号', maxLength: 100 }),
      ask('inCityPlanning', '取水口是否位于城市规划区内', 'yesNo'),
    ),
    page(
      'use',
      '取水用途与水量',
      choose('waterUse', '取水用途', ['工业', '农业灌溉', '养殖', '生活', '地源热泵']),
      ask('annualVolume', '年取水量（万立方米）', 'number'),
      ask('takeFrom', '取水起始日期', 'day'),
      ask('takeYears', '取水年限', 'number', { hint: '一般为5年，最长不超过10年（条例第二十五条）' }),
    ),
    page(
      'return',
      '退水与计量',
      ask('returnPlace', '退水地点', 'text', { maxLength: 100 }),
      ask('treatment', '退水中主要污染物及处理措施', 'longText', { maxLength: 500 }),
      choose('metering', '计量方式', ['水表', '流量计', '以电折水']),
    ),
    page(
      'project',
      '建设项目',
      ask('forConstruction', '是否为建设项目取水', 'yesNo'),
      ask('filedProject', '建设项目是否属于备案项目', 'yesNo'),
    ),
  ],
  steps: [
    examine(10),
    { kind: 'parallel', id: 'opinions', branches: [[consult('huanjing', 5)], [consult('ziran', 5)]] },
    {
      kind: 'when',
      id: 'city-groundwater',
      condition: 'waterSource = "地下水" and inCityPlanning = true',
      then: [consult('zhujian', 5)],
    },
    approve(5),
  ],
  special: [
    uncountedByLaw('hearing', 20, `${abstraction}第十九条第三款`),
    uncounted('expertReview', 15),
    siteVisit(3, '本指南公布：现场查看时间不计入承诺时限，仍计入法定时限'),
  ],
  legalReview: true,
  statutory: workingDays(45, 'acceptance', cite(abstraction, '第十九条', '自受理取水申请之日起45个工作日')),
  promised: 20,
  result: { name: '取水申请批准文件', form: 'approval', validYears: 3 },
  situations: {
    questions: [
      ask('forConstruction', '是否为建设项目取水', 'yesNo', { hint: '是：另交水资源论证报告书' }),
      ask('filedProject', '建设项目是否属于备案项目', 'yesNo', { hint: '是：另交项目备案材料' }),
      choose('waterSource', '从哪里取水', ['地表水', '地下水']),
      ask('inCityPlanning', '取水口是否位于城市规划区内', 'yesNo'),
    ],
    limits: [
      {
        id: 'small-surface',
        when: 'waterSource = "地表水" and forConstruction = false',
        promised: workingDays(10, 'acceptance', {
          law: '优化营商环境条例',
          article: '第三十六条',
          rank: 'administrativeRegulation',
          text: '地表水、非建设项目的承诺时限（演示值）',
        }),
      },
    ],
  },
  discretion: [
    {
      id: 'years',
      name: '取水许可有效期限裁量表（演示）',
      hitPolicy: 'U',
      inputs: [
        { id: 'source', label: '水源', expression: 'waterSource' },
        { id: 'volume', label: '年取水量（万立方米）', expression: 'annualVolume' },
      ],
      outputs: [
        { id: 'years', label: '有效期限（年）' },
        { id: 'review', label: '是否集体讨论' },
      ],
      rules: [
        { id: 'surface-small', when: ['"地表水"', '< 100'], then: ['10', 'false'], note: `${abstraction}第二十五条` },
        { id: 'surface-large', when: ['"地表水"', '>= 100'], then: ['5', 'true'], note: `${abstraction}第二十五条` },
        { id: 'ground', when: ['"地下水"', '-'], then: ['5', 'true'], note: `${abstraction}第二十五条` },
      ],
    },
  ],
});

const soilConservation = item({
  id: 'soil-conservation-plan',
  name: '生产建设项目水土保持方案审批',
  words: ['水土保持', '挖山取土', '工地弃土', '水保方案', '开矿水保'],
  theme: '工程建设',
  department: 'shuili',
  serves: ['organisation'],
  bases: [cite('水土保持法', '第二十五条'), cite('水土保持法', '第二十六条'), cite('行政许可法', '第四十二条')],
  conditions: [
    '项目位于水土保持规划确定的容易发生水土流失的区域，可能造成水土流失',
    '水土保持方案包括水土流失预防和治理的范围、目标、措施和投资',
    '弃渣存放地点明确，防护措施可行',
  ],
  materials: [
    applicationForm('水土保持方案审批申请表', '水土保持法第二十五条'),
    material('plan', '水土保持方案报告书', '水土保持法第二十五条', {
      copies: 2,
      acceptanceRules: [
        '包含预防和治理的范围、目标、措施、投资四部分',
        '附水土流失防治责任范围图',
        '建设单位和编制单位均已盖章',
      ],
    }),
  ],
  form: [
    page(
      'project',
      '项目情况',
      ask('projectName', '项目名称', 'text', { maxLength: 80 }),
      choose('projectKind', '项目类别', ['公路铁路', '矿山', '水利水电', '房地产', '工业园区']),
      ask('landArea', '征占地面积（公顷）', 'number'),
      ask('earthVolume', '挖填土石方总量（立方米）', 'number'),
    ),
    page(
      'spoil',
      '弃渣',
      ask('hasSpoil', '是否产生永久弃渣', 'yesNo'),
      ask('spoilPlace', '弃渣存放地点', 'text', { required: false, maxLength: 100 }),
    ),
    chargePage(),
  ],
  steps: examineAndApprove(5, 3),
  special: [uncounted('expertReview', 10)],
  statutory: ordinaryLimit,
  promised: 10,
  result: { name: '水土保持方案准予行政许可决定书', form: 'approval', validYears: 3 },
});

const riverWorks = item({
  id: 'river-works',
  name: '河道管理范围内建设项目工程建设方案审批',
  words: ['河边建桥', '过河管道', '堤上修路', '河道里施工', '建码头', '涉河建设'],
  theme: '工程建设',
  department: 'shuili',
  serves: ['organisation'],
  bases: [
    cite('水法', '第三十八条'),
    cite('防洪法', '第二十七条'),
    cite('河道管理条例', '第十一条'),
    cite('行政许可法', '第四十二条'),
  ],
  conditions: ['符合国家规定的防洪标准、岸线规划、航运要求', '不危害堤防安全、影响河势稳定、妨碍行洪畅通'],
  materials: [
    applicationForm('河道管理范围内建设项目申请书', '河道管理条例第十一条'),
    material('design', '工程建设方案', '防洪法第二十七条', {
      copies: 2,
      acceptanceRules: ['标明工程与堤防的相对位置', '附施工期度汛方案', '设计单位盖章并注明日期'],
    }),
    material('flood-assessment', '防洪评价报告', '防洪法第二十七条', {
      acceptanceRules: ['结论写明对行洪、河势、堤防的影响', '编制单位盖章'],
    }),
  ],
  form: [
    page(
      'works',
      '工程情况',
      ask('riverName', '河道名称', 'text', { maxLength: 30 }),
      choose('worksKind', '工程类型', ['桥梁', '管线', '码头', '道路', '取排水口']),
      ask('worksPlace', '工程位置（桩号或者地名）', 'text', { maxLength: 100 }),
    ),
    page('season', '施工安排', ask('startDay', '计划开工日期', 'day'), ask('acrossFlood', '施工期是否跨汛期', 'yesNo')),
    chargePage(),
  ],
  steps: [examine(5), consult('huanjing', 5), approve(3)],
  special: [uncounted('expertReview', 10), siteVisit(2, '本指南公布：现场查看时间不计入承诺时限，仍计入法定时限')],
  statutory: ordinaryLimit,
  promised: 12,
  result: { name: '河道管理范围内建设项目工程建设方案批复', form: 'approval', validYears: 3 },
});

export const shuiliItems = [waterAbstraction, soilConservation, riverWorks];
