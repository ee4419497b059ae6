import { ask, choose, examineAndApprove, item, material, ordinaryLimit, page, siteVisit, uncounted } from './build.ts';
import { applicationForm, chargePage, identityPaper } from './common.ts';
import { cite } from './laws.ts';
import { workingDays } from './limits.ts';

const planning = item({
  id: 'planning-permit',
  name: '建设工程规划许可证核发',
  words: ['规划许可证', '盖楼规划', '建房规划审批', '规划证', '厂房规划手续'],
  theme: '工程建设',
  department: 'ziran',
  serves: ['organisation'],
  bases: [cite('城乡规划法', '第四十条'), cite('行政许可法', '第四十二条'), cite('行政许可法', '第四十七条')],
  conditions: ['取得使用土地的证明文件', '建设工程设计方案符合控制性详细规划和规划条件'],
  materials: [
    applicationForm('建设工程规划许可证申请表', '城乡规划法第四十条'),
    material('land', '使用土地的证明文件', '城乡规划法第四十条', {
      source: 'government',
      form: 'copy',
      acceptanceRules: ['权利人与申请人一致', '用途与申请表一致'],
    }),
    material('design', '建设工程设计方案', '城乡规划法第四十条', {
      copies: 2,
      acceptanceRules: [
        '包含总平面图、各层平面图、立面图、剖面图',
        '图签写明设计单位和日期',
        '总平面图标注与相邻建筑的间距',
      ],
    }),
  ],
  form: [
    page(
      'project',
      '建设工程',
      ask('projectName', '项目名称', 'text', { maxLength: 80 }),
      ask('projectAddress', '建设位置', 'text', { maxLength: 100 }),
      ask('floorArea', '总建筑面积（平方米）', 'number'),
      ask('plotRatio', '容积率', 'number'),
    ),
    page(
      'neighbours',
      '相邻关系',
      ask('nearHousing', '是否与住宅相邻', 'yesNo'),
      ask('sunlight', '日照分析结论', 'longText', { required: false, maxLength: 300 }),
    ),
    chargePage(),
  ],
  steps: examineAndApprove(6, 3),
  special: [
    uncounted('hearing', 20, '行政许可法第四十五条、第四十七条'),
    {
      procedure: 'publicNotice',
      basis: '城乡规划法第四十条；本指南公布：批前公示时间不计入承诺时限，仍计入法定时限',
      plannedDays: 7,
      stopsStatutory: false,
      stopsPromise: true,
    },
  ],
  statutory: ordinaryLimit,
  promised: 10,
  result: { name: '建设工程规划许可证', form: 'licence' },
});

/** 行政确认, and yet working days: the regulation says so itself. The fee rests on the Civil Code. */
const realEstate = item({
  id: 'real-estate-registration',
  name: '不动产转移登记',
  words: ['房产过户', '办房产证', '二手房过户', '不动产证', '房子改名', '买房办证'],
  theme: '不动产',
  department: 'ziran',
  kind: 'confirmation',
  serves: ['organisation', 'naturalPerson'],
  level: 'county',
  bases: [
    cite('不动产登记暂行条例', '第十六条'),
    cite(
      '不动产登记暂行条例',
      '第二十条',
      '不动产登记机构应当自受理登记申请之日起30个工作日内办结不动产登记手续，法律另有规定的除外。',
    ),
  ],
  conditions: ['申请人为不动产权利的双方当事人', '不动产没有查封登记', '已经完税'],
  materials: [
    applicationForm('不动产登记申请书', '不动产登记暂行条例第十六条第一项'),
    identityPaper('parties-id', '双方当事人身份证明', '不动产登记暂行条例第十六条第二项'),
    material('title', '不动产权属证书', '不动产登记暂行条例第十六条第三项', {
      acceptanceRules: ['证号与申请书一致', '权利人为转让方', '附记栏没有查封记载'],
    }),
    material('contract', '买卖合同', '不动产登记暂行条例第十六条第三项', {
      acceptanceRules: ['房屋坐落与权属证书一致', '双方签字', '写明成交价格'],
    }),
    material('tax', '完税凭证', '不动产登记暂行条例第十六条第六项', {
      source: 'government',
      form: 'copy',
      acceptanceRules: ['纳税人与当事人一致', '税务机关盖章或者带有电子验证码'],
    }),
  ],
  form: [
    page(
      'property',
      '不动产',
      ask('propertyAddress', '坐落', 'text', { maxLength: 100 }),
      ask('titleNumber', '不动产权证书号', 'text', { maxLength: 60 }),
      choose('propertyUse', '用途', ['住宅', '商业', '工业', '车库']),
    ),
    page(
      'transfer',
      '转移情况',
      choose('transferBy', '转移原因', ['买卖', '赠与', '继承', '互换']),
      ask('price', '成交价格（万元）', 'number', { required: false }),
    ),
    chargePage('受让方联系人'),
  ],
  steps: examineAndApprove(2, 1),
  special: [
    siteVisit(3, '不动产登记暂行条例第十九条（实地查看）；本指南公布：实地查看时间不计入承诺时限，仍计入法定时限'),
  ],
  statutory: workingDays(30, 'acceptance', cite('不动产登记暂行条例', '第二十条', '自受理登记申请之日起30个工作日内')),
  promised: 3,
  fees: [
    {
      name: '不动产登记费',
      standard: '住宅类每件80元，非住宅类每件550元',
      basis: cite('民法典', '第二百二十三条', '不动产登记费按件收取，不得按照不动产的面积、体积或者价款的比例收取。'),
    },
  ],
  result: { name: '不动产权证书', form: 'certificate' },
});

export const ziranItems = [planning, realEstate];
