import { ask, choose, examineAndApprove, item, material, page, siteVisit, uncounted } from './build.ts';
import { applicationForm, chargePage, identityPaper, premisesProof } from './common.ts';
import { cite } from './laws.ts';
import { months, workingDays } from './limits.ts';

const act = '民办教育促进法';

const stage = choose('schoolStage', '办学层次', ['幼儿园', '小学', '初中', '高中', '中等职业学校']);
const nature = choose('schoolNature', '法人属性', ['非营利性', '营利性'], { hint: '义务教育阶段不得设立营利性学校' });

const preparation = item({
  id: 'private-school-preparation',
  name: '民办学校筹设审批',
  words: ['想办学校', '筹建学校', '筹办幼儿园', '民办学校筹备', '申请办学'],
  theme: '教育培训',
  department: 'jiaoyu',
  serves: ['organisation', 'naturalPerson'],
  bases: [
    cite(act, '第十三条'),
    cite(act, '第十四条', '审批机关应当自受理筹设民办学校的申请之日起三十日内以书面形式作出是否同意的决定。'),
  ],
  conditions: [
    '举办者具有法人资格，或者具有政治权利和完全民事行为能力',
    '符合当地教育发展的需求',
    '举办者信用状况良好',
    '资产来源合法、性质明确',
  ],
  materials: [
    applicationForm('筹设民办学校申办报告', `${act}第十三条第一项`),
    material('founder', '举办者的姓名、住址或者名称、地址材料', `${act}第十三条第二项`, {
      form: 'copy',
      acceptanceRules: ['举办者为单位的附法人证书', '举办者为个人的附身份证件', '名称与申办报告一致'],
    }),
    material('assets', '资产来源、资金数额及有效证明文件', `${act}第十三条第三项`, {
      acceptanceRules: ['写明产权归属', '资金数额有银行出具的证明', '证明日期在申请日前一个月内'],
    }),
    material('donation', '捐赠协议', `${act}第十三条第四项`, {
      condition: 'hasDonation = true',
      acceptanceRules: ['载明捐赠人姓名、所捐资产数额、用途和管理办法', '双方签字'],
    }),
  ],
  form: [
    page('school', '拟办学校', ask('schoolName', '学校名称', 'text', { maxLength: 60 }), stage, nature),
    page(
      'funds',
      '办学资金',
      ask('startFunds', '开办资金（万元）', 'number'),
      ask('hasDonation', '是否有捐赠性质的校产', 'yesNo'),
    ),
    chargePage('举办者联系人'),
  ],
  steps: examineAndApprove(8, 4),
  statutory: workingDays(30, 'acceptance', cite(act, '第十四条', '自受理之日起三十日')),
  promised: 18,
  result: { name: '民办学校筹设批准书', form: 'approval', validYears: 3 },
});

/** Three months, not ninety days: the limit ends on the day of the same date. The experts' time does not count. */
const school = item({
  id: 'private-school',
  name: '民办学校正式设立审批',
  words: ['开学校', '办幼儿园', '开私立学校', '办学许可证', '民办学校开办', '开职业学校', '开托管学校'],
  theme: '教育培训',
  department: 'jiaoyu',
  serves: ['organisation', 'naturalPerson'],
  bases: [
    cite(act, '第十二条'),
    cite(
      act,
      '第十七条',
      '申请正式设立民办学校的，审批机关应当自受理之日起三个月内以书面形式作出是否批准的决定，并送达申请人。',
    ),
    cite('民办教育促进法实施条例', '第十八条'),
  ],
  conditions: [
    '具备国家规定的学校设置标准',
    '学校章程和首届决策机构组成人员符合规定',
    '开办资金、注册资本已经缴足',
    '校舍、设施设备与办学规模相适应',
  ],
  materials: [
    applicationForm('正式设立民办学校申请报告', `${act}第十五条`),
    material('preparation-approval', '筹设批准书', `${act}第十五条第一项`, {
      source: 'government',
      form: 'copy',
      condition: 'prepared = true',
      acceptanceRules: ['批准日期在申请日前三年内', '学校名称与申请报告一致'],
    }),
    material('charter', '学校章程、首届理事会、董事会成员名单', `${act}第十五条第三项`, {
      acceptanceRules: ['章程载有实施条例第十九条列明的九项内容', '决策机构成员不少于五人', '举办者签字'],
    }),
    material('assets', '学校资产的有效证明文件', `${act}第十五条第四项`, {
      acceptanceRules: ['验资证明写明已缴足的金额', '资产清单列明名称、数量、价值'],
    }),
    material('staff', '校长、教师、财会人员的资格证明文件', `${act}第十五条第五项`, {
      form: 'copy',
      acceptanceRules: ['每名教师附教师资格证', '校长附任职资格证明', '人数与申请报告一致'],
    }),
    premisesProof('民办教育促进法第十二条'),
  ],
  form: [
    page('school', '学校情况', ask('schoolName', '学校名称', 'text', { maxLength: 60 }), stage, nature),
    page(
      'scale',
      '规模与校舍',
      ask('students', '办学规模（学生人数）', 'number'),
      ask('campusArea', '校舍建筑面积（平方米）', 'number'),
      ask('campusAddress', '办学地址', 'text', { maxLength: 100 }),
    ),
    page(
      'history',
      '筹设与资金',
      ask('prepared', '是否经过筹设', 'yesNo', { hint: '具备办学条件、达到设置标准的可以直接申请正式设立' }),
      ask('paidFunds', '已缴足的开办资金（万元）', 'number'),
    ),
    chargePage('举办者联系人'),
  ],
  steps: examineAndApprove(15, 8),
  special: [
    uncounted('expertReview', 20, '民办教育促进法实施条例第十八条、行政许可法第四十五条'),
    siteVisit(3, '本指南公布：校舍查看时间不计入承诺时限，仍计入法定时限'),
  ],
  legalReview: true,
  meeting: true,
  statutory: months(3, 'acceptance', cite(act, '第十七条', '自受理之日起三个月')),
  promised: 2,
  result: { name: '民办学校办学许可证', form: 'licence', validYears: 5 },
});

const merger = item({
  id: 'private-school-merger',
  name: '民办学校分立、合并审批',
  words: ['学校合并', '学校分家', '两所学校并一所', '学校分立', '幼儿园合并'],
  theme: '教育培训',
  department: 'jiaoyu',
  serves: ['organisation'],
  bases: [cite(act, '第五十三条')],
  conditions: ['已经进行财务清算', '由学校理事会或者董事会提出', '在校学生得到妥善安排'],
  materials: [
    applicationForm('民办学校分立、合并申请报告', `${act}第五十三条`),
    material('resolution', '学校理事会或者董事会决议', `${act}第五十三条`, {
      acceptanceRules: ['出席人数超过三分之二', '决议事项为分立或者合并', '出席成员签字'],
    }),
    material('liquidation', '财务清算报告', `${act}第五十三条`, {
      acceptanceRules: ['由会计师事务所出具', '写明资产、负债和清算基准日'],
    }),
    identityPaper('representative-id', '法定代表人身份证明', `${act}第五十三条`),
  ],
  form: [
    page(
      'change',
      '变更情况',
      choose('changeKind', '办理类型', ['分立', '合并']),
      ask('schoolsInvolved', '涉及学校名称', 'longText', { maxLength: 200 }),
      ask('students', '在校学生人数', 'number'),
    ),
    page('placement', '学生安置', ask('placementPlan', '学生安置方案', 'longText', { maxLength: 1000 })),
    chargePage(),
  ],
  steps: examineAndApprove(15, 8),
  meeting: true,
  statutory: months(3, 'acceptance', cite(act, '第五十三条', '自受理之日起三个月')),
  promised: 2,
  result: { name: '民办学校分立、合并批复', form: 'approval' },
});

export const jiaoyuItems = [preparation, school, merger];
