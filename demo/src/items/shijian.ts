import { ask, choose, examineAndApprove, item, material, ordinaryLimit, page, siteVisit } from './build.ts';
import { applicationForm, businessLicence, chargePage, identityPaper, premisesPage } from './common.ts';
import { cite } from './laws.ts';
import { workingDays } from './limits.ts';

const registration = '市场主体登记管理条例';

/** 即办: complete papers are registered on the spot; three days only where that cannot be done. */
const individualBusiness = item({
  id: 'individual-business-registration',
  name: '个体工商户设立登记',
  words: ['开小店', '办营业执照', '开饭馆执照', '个体户注册', '摆摊办证', '开超市', '开理发店执照'],
  theme: '市场准入',
  department: 'shijian',
  handling: 'instant',
  serves: ['naturalPerson'],
  level: 'county',
  bases: [
    cite(registration, '第十六条'),
    cite(
      registration,
      '第十九条',
      '对申请材料齐全、符合法定形式的予以确认并当场登记。不能当场登记的，应当在3个工作日内予以登记；情形复杂的，经登记机关负责人批准，可以再延长3个工作日。',
    ),
  ],
  conditions: [
    '经营者为有经营能力的自然人',
    '名称由申请人依法自主申报',
    '经营范围中属于登记前依法须经批准的项目已经取得批准文件',
  ],
  materials: [
    applicationForm('个体工商户登记申请书', `${registration}第十六条第一项`),
    identityPaper('operator-id', '经营者身份证明', `${registration}第十六条第二项`),
    material('premises', '经营场所文件', `${registration}第十六条第三项`, {
      form: 'copy',
      acceptanceRules: ['地址与申请书填写的经营场所一致', '租赁的附租赁合同，自有的附产权证明'],
    }),
  ],
  form: [
    page(
      'business',
      '个体工商户',
      ask('businessName', '字号名称', 'text', { required: false, hint: '不使用字号名称的可以不填', maxLength: 60 }),
      choose('composition', '组成形式', ['个人经营', '家庭经营']),
      ask('scope', '经营范围', 'longText', { hint: '按经营范围规范表述填写', maxLength: 300 }),
    ),
    premisesPage(),
    page(
      'operator',
      '经营者',
      ask('operatorName', '经营者姓名', 'text', { maxLength: 30 }),
      ask('operatorPhone', '联系电话', 'text', { maxLength: 20 }),
    ),
  ],
  steps: examineAndApprove(1, 1),
  statutory: workingDays(3, 'receipt', cite(registration, '第十九条', '不能当场登记的，应当在3个工作日内予以登记')),
  promised: 0,
  extension: workingDays(
    3,
    'extension',
    cite(registration, '第十九条', '情形复杂的，经登记机关负责人批准，可以再延长3个工作日'),
  ),
  result: { name: '营业执照（个体工商户）', form: 'licence' },
});

const food = item({
  id: 'food-operation',
  name: '食品经营许可',
  words: ['开饭店', '卖食品', '餐饮许可证', '开小吃店', '食堂办证', '开奶茶店', '卫生证'],
  theme: '市场准入',
  department: 'shijian',
  serves: ['organisation', 'naturalPerson'],
  level: 'county',
  bases: [cite('食品安全法', '第三十三条'), cite('食品安全法', '第三十五条'), cite('行政许可法', '第四十二条')],
  conditions: [
    '具有与经营的食品品种、数量相适应的场所，与有毒、有害场所以及污染源保持规定的距离',
    '具有与经营的食品品种、数量相适应的经营设备或者设施',
    '有专职或者兼职的食品安全专业技术人员、食品安全管理人员和保证食品安全的规章制度',
    '具有合理的设备布局和工艺流程',
  ],
  materials: [
    applicationForm('食品经营许可申请书', '食品安全法第三十五条'),
    businessLicence('食品安全法第三十五条'),
    material('layout', '经营场所平面布局图和操作流程图', '食品安全法第三十三条第一项', {
      form: 'copy',
      acceptanceRules: ['标明加工、清洗、存放区域', '标明主要设备位置', '与申请书面积一致'],
    }),
    material('rules', '食品安全规章制度目录', '食品安全法第三十三条第三项', {
      acceptanceRules: ['包含从业人员健康管理、进货查验、食品安全自查三项制度', '负责人签字'],
    }),
  ],
  form: [
    page(
      'business',
      '经营项目',
      choose('foodBusiness', '主体业态', ['食品销售', '餐饮服务', '单位食堂']),
      choose('foodItems', '经营项目', ['散装食品销售', '热食类制售', '冷食类制售', '自制饮品制售']),
    ),
    premisesPage(),
    chargePage('食品安全管理员'),
  ],
  steps: examineAndApprove(4, 2),
  special: [siteVisit(3, '食品安全法第三十五条（必要时现场核查）；本指南公布：核查时间不计入承诺时限，仍计入法定时限')],
  statutory: ordinaryLimit,
  promised: 8,
  result: { name: '食品经营许可证', form: 'licence', validYears: 5 },
});

export const shijianItems = [individualBusiness, food];
