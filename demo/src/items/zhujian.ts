import { ask, choose, examineAndApprove, item, material, ordinaryLimit, page, siteVisit } from './build.ts';
import { applicationForm, businessLicence, chargePage } from './common.ts';
import { cite } from './laws.ts';
import { workingDays } from './limits.ts';

const permitConditions = '建筑法第八条';

/** 施工许可: the law counts its seven days from receipt, not from acceptance. */
const constructionPermit = item({
  id: 'construction-permit',
  name: '建筑工程施工许可证核发',
  words: ['盖房子开工', '工地开工手续', '施工证', '建楼动工', '厂房开建', '工程开工许可', '装修大楼开工', '办施工许可'],
  theme: '工程建设',
  department: 'zhujian',
  serves: ['organisation'],
  bases: [
    cite('建筑法', '第七条'),
    cite('建筑法', '第八条', '建设行政主管部门应当自收到申请之日起七日内，对符合条件的申请颁发施工许可证。'),
  ],
  conditions: [
    '已经办理该建筑工程用地批准手续',
    '依法应当办理建设工程规划许可证的，已经取得建设工程规划许可证',
    '需要拆迁的，其拆迁进度符合施工要求',
    '已经确定建筑施工企业',
    '有满足施工需要的资金安排、施工图纸及技术资料',
    '有保证工程质量和安全的具体措施',
  ],
  materials: [
    applicationForm('建筑工程施工许可证申请表', permitConditions),
    material('land', '建筑工程用地批准手续', '建筑法第八条第一项', {
      source: 'government',
      form: 'copy',
      acceptanceRules: ['载明的用地位置与申请表工程地点一致', '批准文件盖有批准机关印章', '用地单位与建设单位一致'],
    }),
    material('planning', '建设工程规划许可证', '建筑法第八条第二项', {
      source: 'government',
      form: 'copy',
      condition: 'inPlanningArea = true',
      acceptanceRules: ['项目名称与申请表一致', '建设规模不小于申请表填写的面积', '证件在有效期内'],
    }),
    material('contractor', '施工合同（确定施工企业的证明）', '建筑法第八条第四项', {
      form: 'copy',
      acceptanceRules: [
        '发包方为申请单位',
        '承包方名称与申请表施工企业一致',
        '双方签字并盖章',
        '写明合同价款和开工日期',
      ],
    }),
    material('drawings', '施工图设计文件审查合格书', '建筑法第八条第五项', {
      form: 'copy',
      acceptanceRules: ['工程名称与申请表一致', '盖有审查机构审查专用章', '结论为合格'],
    }),
    material('safety', '保证工程质量和安全的具体措施', '建筑法第八条第六项', {
      acceptanceRules: [
        '列明项目经理、安全员姓名和证书编号',
        '建设、施工、监理三方均已盖章',
        '危险性较大的分部分项工程列有清单',
      ],
    }),
  ],
  form: [
    page(
      'project',
      '工程情况',
      ask('projectName', '工程名称', 'text', { maxLength: 80 }),
      ask('projectCode', '投资项目统一代码', 'text', { hint: '24位，见项目备案或者核准文件', maxLength: 24 }),
      ask('projectAddress', '建设地点', 'text', { maxLength: 100 }),
      choose('projectType', '工程类别', ['房屋建筑工程', '市政基础设施工程', '装饰装修工程']),
      ask('floorArea', '建筑面积（平方米）', 'number'),
    ),
    page(
      'contract',
      '合同与工期',
      ask('contractPrice', '合同价款（万元）', 'number'),
      ask('startDay', '计划开工日期', 'day', { hint: '领证之日起三个月内应当开工（建筑法第九条）' }),
      ask('endDay', '计划竣工日期', 'day'),
      ask('inPlanningArea', '工程是否位于城市、镇规划区内', 'yesNo'),
    ),
    page(
      'parties',
      '参建单位',
      ask('contractorName', '施工企业名称', 'text', { maxLength: 60 }),
      ask('supervisorName', '监理单位名称', 'text', { required: false, hint: '依法不需监理的可以不填', maxLength: 60 }),
      ask('managerName', '项目经理姓名', 'text', { maxLength: 30 }),
    ),
    chargePage('建设单位经办人'),
  ],
  steps: examineAndApprove(2, 1),
  special: [siteVisit(2, '建筑工程施工许可管理办法第五条；本指南公布：踏勘时间不计入承诺时限，仍计入法定时限')],
  statutory: workingDays(7, 'receipt', cite('建筑法', '第八条', '自收到申请之日起七日')),
  promised: 4,
  result: { name: '建筑工程施工许可证', form: 'licence' },
});

const drainagePermit = item({
  id: 'drainage-permit',
  name: '城镇污水排入排水管网许可',
  words: ['排污水', '下水道接入', '洗车店排水', '饭店排污水', '工地降水排放', '排水证'],
  theme: '市政公用',
  department: 'zhujian',
  serves: ['organisation', 'naturalPerson'],
  bases: [cite('城镇排水与污水处理条例', '第二十一条'), cite('行政许可法', '第四十二条')],
  conditions: [
    '排放口的设置符合城镇排水与污水处理规划的要求',
    '按照国家规定建设污水预处理设施和水质、水量检测设施',
    '排放的污水符合国家或者地方规定的排放标准',
  ],
  materials: [
    applicationForm('污水排入排水管网许可申请表', '城镇排水与污水处理条例第二十一条'),
    businessLicence('城镇排水与污水处理条例第二十一条'),
    material('outlet-plan', '排放口及预处理设施平面图', '城镇排水与污水处理条例第二十二条', {
      form: 'copy',
      acceptanceRules: ['标注排放口位置、管径和标高', '标注预处理设施位置', '图上有绘制单位和日期'],
    }),
    material('water-test', '排放污水水质检测报告', '城镇排水与污水处理条例第二十二条', {
      form: 'copy',
      acceptanceRules: ['由具有检验检测资质的机构出具', '采样日期在申请日前三个月内', '列明各项指标的检测值和限值'],
    }),
  ],
  form: [
    page(
      'discharge',
      '排水情况',
      ask('dischargeAddress', '排放口位置', 'text', { maxLength: 100 }),
      choose('dischargeTrade', '行业', ['餐饮', '洗车', '医疗', '工业', '建筑施工']),
      ask('dischargeVolume', '日排水量（立方米）', 'number'),
    ),
    page(
      'treatment',
      '预处理',
      ask('hasTreatment', '是否已建成预处理设施', 'yesNo'),
      ask('treatmentProcess', '处理工艺', 'longText', { required: false, maxLength: 300 }),
    ),
    chargePage(),
  ],
  steps: examineAndApprove(4, 2),
  special: [siteVisit(3, '本指南公布：现场核查时间不计入承诺时限，仍计入法定时限')],
  statutory: ordinaryLimit,
  promised: 10,
  result: { name: '城镇污水排入排水管网许可证', form: 'licence', validYears: 5 },
});

export const zhujianItems = [constructionPermit, drainagePermit];
