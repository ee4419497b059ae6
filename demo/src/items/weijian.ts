import { ask, choose, examineAndApprove, item, material, ordinaryLimit, page, siteVisit, uncounted } from './build.ts';
import { applicationForm, businessLicence, chargePage, premisesPage, premisesProof } from './common.ts';
import { cite } from './laws.ts';
import { workingDays } from './limits.ts';

const regulation = '医疗机构管理条例';
const institutionKind = choose('institutionKind', '医疗机构类别', ['综合医院', '专科医院', '门诊部', '诊所', '护理院']);

/** A neighbour or a competing hospital may be heard before the decision: the hearing right of Arts. 46 and 47. */
const hospitalSetUp = item({
  id: 'medical-institution-setup',
  name: '医疗机构设置审批',
  words: ['办医院', '开医院', '建医院', '设置医疗机构', '开护理院', '办门诊部'],
  theme: '医疗卫生',
  department: 'weijian',
  serves: ['organisation', 'naturalPerson'],
  bases: [
    cite(regulation, '第九条'),
    cite(
      regulation,
      '第十二条',
      '县级以上地方人民政府卫生行政部门应当自受理设置申请之日起30日内，作出批准或者不批准的书面答复。',
    ),
    cite('行政许可法', '第四十七条'),
  ],
  conditions: ['符合当地医疗机构设置规划', '符合医疗机构基本标准', '设置人具有民事行为能力'],
  materials: [
    applicationForm('设置医疗机构申请书', `${regulation}第十条第一项`),
    material('feasibility', '设置可行性研究报告', `${regulation}第十条第二项`, {
      acceptanceRules: ['写明服务半径、床位数、诊疗科目', '写明资金来源和投资总额', '申请人签字或者盖章'],
    }),
    material('site-report', '选址报告和建筑设计平面图', `${regulation}第十条第三项`, {
      acceptanceRules: [
        '标明周边一百米内的学校、托幼机构、食品生产单位',
        '平面图标注各科室面积',
        '选址与申请书地址一致',
      ],
    }),
  ],
  form: [
    page(
      'institution',
      '拟设医疗机构',
      ask('institutionName', '名称', 'text', { maxLength: 60 }),
      institutionKind,
      ask('beds', '床位数（张）', 'number', { hint: '不设床位填0' }),
    ),
    premisesPage('建筑面积（平方米）'),
    page(
      'capital',
      '投资',
      ask('capital', '投资总额（万元）', 'number'),
      choose('operation', '经营性质', ['非营利性', '营利性']),
    ),
    chargePage('设置申请人'),
  ],
  steps: examineAndApprove(8, 4),
  special: [uncounted('hearing', 20, '行政许可法第四十五条、第四十七条'), uncounted('expertReview', 10)],
  statutory: workingDays(30, 'acceptance', cite(regulation, '第十二条', '自受理设置申请之日起30日内')),
  promised: 15,
  result: { name: '设置医疗机构批准书', form: 'approval', validYears: 1 },
  note: '条文引自2016年版条例，2022年修订后设置审批的范围有所缩小',
});

const hospitalRegistration = item({
  id: 'medical-institution-registration',
  name: '医疗机构执业登记',
  words: ['医院开业', '诊所开业', '医疗机构执业许可证', '医院执业登记', '开诊所', '牙科诊所'],
  theme: '医疗卫生',
  department: 'weijian',
  serves: ['organisation', 'naturalPerson'],
  bases: [
    cite(regulation, '第十五条'),
    cite(
      regulation,
      '第十九条',
      '县级以上地方人民政府卫生行政部门自受理执业登记申请之日起45日内，根据本条例和医疗机构基本标准进行审核。',
    ),
  ],
  conditions: [
    '按照规定应当办理设置医疗机构批准书的，已取得设置医疗机构批准书',
    '符合医疗机构的基本标准',
    '有适合的名称、组织机构和场所',
    '有与其开展的业务相适应的经费、设施、设备和专业卫生技术人员',
    '有相应的规章制度',
    '能够独立承担民事责任',
  ],
  materials: [
    applicationForm('医疗机构申请执业登记注册书', `${regulation}第十六条`),
    premisesProof(`${regulation}第十六条第三项`),
    material('staff-list', '卫生技术人员名录及执业证书', `${regulation}第十六条第四项`, {
      form: 'copy',
      acceptanceRules: ['名录列明姓名、执业类别、证书编号', '每名医师附医师执业证书', '每名护士附护士执业证书'],
    }),
    material('rules', '规章制度目录', `${regulation}第十六条第五项`, {
      acceptanceRules: ['包含医疗质量、院内感染控制、医疗废物处置三类制度', '法定代表人签字'],
    }),
  ],
  form: [
    page(
      'institution',
      '医疗机构',
      ask('institutionName', '名称', 'text', { maxLength: 60 }),
      institutionKind,
      ask('departmentsOffered', '诊疗科目', 'longText', { maxLength: 300 }),
    ),
    premisesPage(),
    page(
      'people',
      '人员',
      ask('doctors', '执业医师人数', 'number'),
      ask('nurses', '注册护士人数', 'number'),
      ask('principal', '主要负责人姓名', 'text', { maxLength: 30 }),
    ),
  ],
  steps: examineAndApprove(10, 5),
  special: [siteVisit(5, '医疗机构管理条例实施细则第二十六条；本指南公布：实地考察时间不计入承诺时限，仍计入法定时限')],
  statutory: workingDays(45, 'acceptance', cite(regulation, '第十九条', '自受理执业登记申请之日起45日内')),
  promised: 20,
  result: { name: '医疗机构执业许可证', form: 'licence', validYears: 5 },
  note: '条文引自2016年版条例',
});

const nurse = item({
  id: 'nurse-registration',
  name: '护士执业注册',
  words: ['护士证', '护士注册', '护士上岗', '护士执业证书', '护士首次注册'],
  theme: '职业资格',
  department: 'weijian',
  serves: ['naturalPerson'],
  bases: [
    cite('护士条例', '第七条'),
    cite('护士条例', '第八条', '收到申请的卫生主管部门应当自收到申请之日起20个工作日内做出决定。'),
  ],
  conditions: [
    '具有完全民事行为能力',
    '完成普通全日制三年以上护理、助产专业课程学习并取得学历证书',
    '通过护士执业资格考试',
    '符合规定的健康标准',
  ],
  materials: [
    applicationForm('护士执业注册申请审核表', '护士条例第八条'),
    material('diploma', '护理、助产专业学历证书', '护士条例第七条第二项', {
      form: 'copy',
      acceptanceRules: ['专业为护理或者助产', '姓名与申请审核表一致', '证书编号清晰'],
    }),
    material('health', '健康体检证明', '护士条例第七条第四项', {
      acceptanceRules: ['体检日期在申请日前六个月内', '由二级以上医院出具', '结论为合格'],
    }),
  ],
  form: [
    page(
      'qualification',
      '资格',
      ask('examNumber', '护士执业资格考试成绩合格证明编号', 'text', { maxLength: 30 }),
      ask('examDay', '考试合格日期', 'day', { hint: '超过三年的需提交三个月临床护理培训证明' }),
    ),
    page('workplace', '拟执业机构', ask('workplaceName', '机构名称', 'text', { maxLength: 60 })),
  ],
  steps: examineAndApprove(3, 2),
  statutory: workingDays(20, 'receipt', cite('护士条例', '第八条', '自收到申请之日起20个工作日内')),
  promised: 6,
  result: { name: '护士执业证书', form: 'certificate', validYears: 5 },
});

const doctor = item({
  id: 'doctor-registration',
  name: '医师执业注册',
  words: ['医生执业证', '医师注册', '医生上岗', '执业医师证', '医生换医院'],
  theme: '职业资格',
  department: 'weijian',
  serves: ['naturalPerson'],
  bases: [
    cite(
      '医师法',
      '第十三条',
      '卫生健康主管部门应当自受理申请之日起二十个工作日内准予注册，将注册信息录入国家信息平台，并发给医师执业证书。',
    ),
  ],
  conditions: ['取得医师资格', '没有医师法第十六条规定的不予注册情形'],
  materials: [
    applicationForm('医师执业注册申请审核表', '医师法第十三条'),
    material('employment', '医疗卫生机构聘用证明', '医师法第十三条', {
      acceptanceRules: ['写明执业类别和执业范围', '聘用机构盖章', '日期在申请日前三个月内'],
    }),
  ],
  form: [
    page(
      'registration',
      '注册内容',
      ask('certificateNumber', '医师资格证书编码', 'text', { hint: '27位', maxLength: 27 }),
      choose('practice', '执业类别', ['临床', '中医', '口腔', '公共卫生']),
    ),
    page('workplace', '执业机构', ask('workplaceName', '机构名称', 'text', { maxLength: 60 })),
  ],
  steps: examineAndApprove(3, 2),
  statutory: workingDays(20, 'acceptance', cite('医师法', '第十三条', '自受理申请之日起二十个工作日内')),
  promised: 6,
  result: { name: '医师执业证书', form: 'certificate' },
});

const hygiene = item({
  id: 'public-place-hygiene',
  name: '公共场所卫生许可',
  words: ['开宾馆', '开理发店', '开浴池', '开美容院', '卫生许可证', '开游泳馆', '开足疗店'],
  theme: '医疗卫生',
  department: 'weijian',
  serves: ['organisation', 'naturalPerson'],
  bases: [cite('公共场所卫生管理条例', '第四条'), cite('行政许可法', '第四十二条')],
  conditions: ['空气、微小气候、水质、采光照明、噪声符合国家卫生标准', '直接为顾客服务的人员持有健康合格证'],
  materials: [
    applicationForm('公共场所卫生许可申请表', '公共场所卫生管理条例第四条'),
    businessLicence('公共场所卫生管理条例第四条'),
    material('layout', '场所地址方位示意图和平面图', '公共场所卫生管理条例第四条', {
      form: 'copy',
      acceptanceRules: ['标明各功能间名称和面积', '标明消毒间位置', '标明通风口位置'],
    }),
    material('hygiene-test', '卫生检测报告', '公共场所卫生管理条例第三条', {
      form: 'copy',
      acceptanceRules: ['由具有检验检测资质的机构出具', '采样日期在申请日前一年内', '各项指标结论为合格'],
    }),
  ],
  form: [
    page(
      'trade',
      '经营项目',
      choose('placeKind', '场所类别', ['宾馆旅店', '理发美容', '沐浴', '游泳', '影剧院', '商场']),
    ),
    premisesPage(),
    chargePage(),
  ],
  steps: examineAndApprove(4, 2),
  special: [siteVisit(3, '本指南公布：现场审核时间不计入承诺时限，仍计入法定时限')],
  statutory: ordinaryLimit,
  promised: 8,
  result: { name: '公共场所卫生许可证', form: 'licence', validYears: 4 },
});

export const weijianItems = [hospitalSetUp, hospitalRegistration, nurse, doctor, hygiene];
