import { approve, ask, choose, consult, examine, item, material, ordinaryLimit, page, siteVisit } from './build.ts';
import { applicationForm, businessLicence, chargePage } from './common.ts';
import { cite } from './laws.ts';

const regulation = '城市市容和环境卫生管理条例';

/** Two departments look at it side by side: one for the plan, one for the building that carries it. */
const advertising = item({
  id: 'outdoor-advertising',
  name: '设置大型户外广告审批',
  words: ['挂广告牌', '楼顶广告', '户外大屏', '立广告牌', '门头大招牌', '高炮广告'],
  theme: '城市管理',
  department: 'chengguan',
  serves: ['organisation'],
  bases: [
    cite(
      regulation,
      '第十一条',
      '大型户外广告的设置必须征得城市人民政府市容环境卫生行政主管部门同意后，按照有关规定办理审批手续。',
    ),
    cite('行政许可法', '第四十二条'),
  ],
  conditions: ['符合城市容貌标准和户外广告设置规划', '不影响建筑物安全和交通安全', '载体所有人同意'],
  materials: [
    applicationForm('大型户外广告设置申请表', `${regulation}第十一条`),
    businessLicence(`${regulation}第十一条`),
    material('effect', '设置效果图和位置图', `${regulation}第十一条`, {
      form: 'copy',
      acceptanceRules: ['白天、夜间效果图各一张', '标注长、宽、高和离地高度', '位置图标明道路名称和门牌号'],
    }),
    material('structure', '结构设计图和安全说明', `${regulation}第十一条`, {
      acceptanceRules: ['设计单位盖章', '写明抗风等次和使用年限'],
    }),
    material('carrier', '载体使用同意书', `${regulation}第十一条`, {
      acceptanceRules: ['载体所有人签字或者盖章', '写明使用期限'],
    }),
  ],
  form: [
    page(
      'sign',
      '广告设施',
      choose('signKind', '设施类型', ['楼顶', '墙体', '立柱', '电子显示屏']),
      ask('signArea', '单面面积（平方米）', 'number'),
      ask('signHeight', '离地高度（米）', 'number'),
    ),
    page(
      'place',
      '位置与期限',
      ask('signAddress', '设置地点', 'text', { maxLength: 100 }),
      ask('fromDay', '开始日期', 'day'),
      ask('toDay', '结束日期', 'day'),
    ),
    chargePage(),
  ],
  steps: [
    examine(4),
    { kind: 'parallel', id: 'opinions', branches: [[consult('ziran', 3)], [consult('zhujian', 3)]] },
    approve(2),
  ],
  special: [siteVisit(2, '本指南公布：现场勘查时间不计入承诺时限，仍计入法定时限')],
  statutory: ordinaryLimit,
  promised: 10,
  result: { name: '大型户外广告设置许可决定书', form: 'approval', validYears: 3 },
});

export const chengguanItems = [advertising];
