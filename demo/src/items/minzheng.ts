import { ask, choose, examineAndApprove, item, material, page } from './build.ts';
import { applicationForm, chargePage, identityPaper, premisesProof } from './common.ts';
import { cite } from './laws.ts';
import { calendarDays, workingDays } from './limits.ts';

const societies = '社会团体登记管理条例';
const nonProfits = '民办非企业单位登记管理暂行条例';

const society = item({
  id: 'social-organisation',
  name: '社会团体成立登记',
  words: ['成立协会', '办商会', '成立学会', '社团登记', '注册协会', '同乡会登记'],
  theme: '社会组织',
  department: 'minzheng',
  serves: ['organisation', 'naturalPerson'],
  bases: [
    cite(societies, '第十条'),
    cite(societies, '第十一条'),
    cite(
      societies,
      '第十二条',
      '登记管理机关应当自收到本条例第十一条所列全部有效文件之日起60日内，作出准予或者不予登记的决定。',
    ),
  ],
  conditions: [
    '有50个以上的个人会员或者30个以上的单位会员；个人会员、单位会员混合组成的，会员总数不得少于50个',
    '有规范的名称和相应的组织机构',
    '有固定的住所',
    '有与其业务活动相适应的专职工作人员',
    '有合法的资产和经费来源，地方性社会团体有3万元以上活动资金',
    '有独立承担民事责任的能力',
  ],
  materials: [
    applicationForm('社会团体成立登记申请书', `${societies}第十一条第一项`),
    material('sponsor', '业务主管单位的批准文件', `${societies}第十一条第二项`, {
      condition: 'directRegistration = false',
      acceptanceRules: ['批准成立的团体名称与申请书一致', '业务主管单位盖章'],
    }),
    material('capital', '验资报告、场所使用权证明', `${societies}第十一条第三项`, {
      acceptanceRules: ['验资金额不少于3万元', '场所地址与申请书住所一致'],
    }),
    material('people', '发起人和拟任负责人的基本情况、身份证明', `${societies}第十一条第四项`, {
      form: 'copy',
      acceptanceRules: ['每名发起人附身份证明', '拟任法定代表人未担任另一社会团体的法定代表人'],
    }),
    material('charter', '章程草案', `${societies}第十一条第五项`, {
      acceptanceRules: ['载有条例第十四条规定的事项', '每页盖骑缝章或者签字'],
    }),
  ],
  form: [
    page(
      'society',
      '社会团体',
      ask('societyName', '名称', 'text', { maxLength: 60 }),
      choose('societyKind', '类别', ['行业协会商会', '学术性社团', '专业性社团', '联合性社团']),
      ask('members', '会员数', 'number'),
      ask('directRegistration', '是否属于直接登记的社会团体', 'yesNo'),
    ),
    page(
      'seat',
      '住所与资金',
      ask('seatAddress', '住所', 'text', { maxLength: 100 }),
      ask('activityFunds', '活动资金（万元）', 'number'),
    ),
    chargePage('拟任法定代表人'),
  ],
  steps: examineAndApprove(12, 6),
  statutory: workingDays(
    60,
    'receipt',
    cite(societies, '第十二条', '自收到本条例第十一条所列全部有效文件之日起60日内'),
  ),
  promised: 25,
  result: { name: '社会团体法人登记证书', form: 'certificate', validYears: 4 },
});

const nonProfit = item({
  id: 'private-nonprofit',
  name: '民办非企业单位成立登记',
  words: ['成立民办非企业', '社会服务机构登记', '办养老院登记', '民非注册', '公益机构注册'],
  theme: '社会组织',
  department: 'minzheng',
  serves: ['organisation', 'naturalPerson'],
  bases: [
    cite(nonProfits, '第八条'),
    cite(nonProfits, '第九条'),
    cite(
      nonProfits,
      '第十一条',
      '登记管理机关应当自收到成立登记申请的全部有效文件之日起60日内作出准予登记或者不予登记的决定。',
    ),
  ],
  conditions: [
    '经业务主管单位审查同意',
    '有规范的名称、必要的组织机构',
    '有与其业务活动相适应的从业人员',
    '有与其业务活动相适应的合法财产',
    '有必要的场所',
  ],
  materials: [
    applicationForm('民办非企业单位成立登记申请书', `${nonProfits}第九条第一项`),
    material('sponsor', '业务主管单位的批准文件', `${nonProfits}第九条第二项`, {
      acceptanceRules: ['单位名称与申请书一致', '业务主管单位盖章'],
    }),
    premisesProof(`${nonProfits}第九条第三项`),
    identityPaper('charge-id', '拟任负责人的身份证明', `${nonProfits}第九条第五项`),
    material('charter', '章程草案', `${nonProfits}第九条第六项`, {
      acceptanceRules: ['载有条例第十条规定的事项', '举办者签字'],
    }),
  ],
  form: [
    page(
      'unit',
      '民办非企业单位',
      ask('unitName', '名称', 'text', { maxLength: 60 }),
      choose('unitTrade', '行业', ['教育', '卫生', '养老', '文化', '科技', '体育']),
      ask('unitFunds', '开办资金（万元）', 'number'),
    ),
    page('seat', '住所', ask('seatAddress', '住所', 'text', { maxLength: 100 })),
    chargePage('拟任法定代表人'),
  ],
  steps: examineAndApprove(12, 6),
  statutory: workingDays(60, 'receipt', cite(nonProfits, '第十一条', '自收到成立登记申请的全部有效文件之日起60日内')),
  promised: 25,
  result: { name: '民办非企业单位（法人）登记证书', form: 'certificate', validYears: 4 },
});

/** No licence but a confirmation, and the law says 日: its twenty days are calendar days. */
const charity = item({
  id: 'charity-recognition',
  name: '慈善组织认定',
  words: ['认定慈善组织', '基金会认定慈善', '公益组织资格', '慈善资格', '做慈善的组织'],
  theme: '社会组织',
  department: 'minzheng',
  kind: 'confirmation',
  serves: ['organisation'],
  bases: [cite('慈善法', '第九条'), cite('慈善法', '第十条', '民政部门应当自受理申请之日起二十日内作出决定。')],
  conditions: [
    '以开展慈善活动为宗旨',
    '不以营利为目的',
    '有自己的名称和住所',
    '有组织章程',
    '有必要的财产',
    '有符合条件的组织机构和负责人',
  ],
  materials: [
    applicationForm('慈善组织认定申请书', '慈善法第十条'),
    material('resolution', '关于申请认定为慈善组织的会议纪要', '慈善法第十条', {
      acceptanceRules: ['写明表决人数和同意人数', '参会人员签字', '会议日期在申请日前六个月内'],
    }),
    material('audit', '上年度财务审计报告', '慈善法第九条', {
      acceptanceRules: ['由会计师事务所出具', '列明慈善活动支出和管理费用'],
    }),
  ],
  form: [
    page(
      'organisation',
      '申请组织',
      choose('organisationKind', '组织形式', ['基金会', '社会团体', '社会服务机构']),
      ask('registeredDay', '登记成立日期', 'day'),
      ask('purpose', '宗旨和业务范围', 'longText', { maxLength: 500 }),
    ),
    page('spending', '慈善活动', ask('charitySpending', '上年度慈善活动支出（万元）', 'number')),
    chargePage(),
  ],
  steps: examineAndApprove(6, 3),
  statutory: calendarDays(20, 'acceptance', cite('慈善法', '第十条', '自受理申请之日起二十日内')),
  promised: 15,
  result: { name: '慈善组织认定决定书', form: 'certificate' },
});

export const minzhengItems = [society, nonProfit, charity];
