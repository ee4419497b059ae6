import { approve, ask, choose, consult, examine, examineAndApprove, item, material, page, siteVisit } from './build.ts';
import { applicationForm, businessLicence, chargePage, premisesProof } from './common.ts';
import { cite } from './laws.ts';
import { workingDays } from './limits.ts';

const regulation = '道路运输条例';

const vehicles = page(
  'vehicles',
  '车辆',
  ask('vehicleCount', '车辆数', 'number'),
  choose('vehiclesOwned', '车辆来源', ['已购置', '拟购置']),
);

const freight = item({
  id: 'road-freight',
  name: '道路货物运输经营许可',
  words: ['跑货运', '大货车运营', '货运公司', '道路运输证', '物流公司开业', '货车拉货'],
  theme: '交通运输',
  department: 'jiaotong',
  serves: ['organisation', 'naturalPerson'],
  bases: [
    cite(regulation, '第二十一条'),
    cite(
      regulation,
      '第二十四条',
      '收到申请的交通运输主管部门，应当自受理申请之日起20日内审查完毕，作出许可或者不予许可的决定。',
    ),
  ],
  conditions: ['有与其经营业务相适应并经检测合格的车辆', '有符合条例规定条件的驾驶人员', '有健全的安全生产管理制度'],
  materials: [
    applicationForm('道路货物运输经营申请表', `${regulation}第二十四条`),
    businessLicence(`${regulation}第二十四条`),
    material('vehicle', '机动车行驶证和车辆技术状况检测合格证明', `${regulation}第二十一条第一项`, {
      form: 'copy',
      condition: 'vehiclesOwned = "已购置"',
      acceptanceRules: ['号牌号码与申请表一致', '检验有效期在申请日之后', '车辆所有人为申请人'],
    }),
    material('drivers', '驾驶人员从业资格证', `${regulation}第二十二条`, {
      form: 'copy',
      condition: 'heavy = true',
      acceptanceRules: ['从业类别为道路货物运输', '证件在有效期内', '人数不少于车辆数'],
    }),
  ],
  form: [
    page(
      'business',
      '经营范围',
      choose('freightKind', '货运类别', [
        '普通货运',
        '货物专用运输（冷藏保鲜）',
        '货物专用运输（集装箱）',
        '大型物件运输',
      ]),
      ask('heavy', '是否使用总质量4.5吨以上的车辆', 'yesNo'),
    ),
    vehicles,
    chargePage(),
  ],
  steps: examineAndApprove(4, 2),
  statutory: workingDays(20, 'acceptance', cite(regulation, '第二十四条', '自受理申请之日起20日内')),
  promised: 5,
  result: { name: '道路运输经营许可证', form: 'licence', validYears: 4 },
});

const passenger = item({
  id: 'road-passenger',
  name: '道路旅客运输经营许可',
  words: ['跑客运', '大巴运营', '旅游包车', '客运班线', '客运公司'],
  theme: '交通运输',
  department: 'jiaotong',
  serves: ['organisation'],
  bases: [
    cite(regulation, '第八条'),
    cite(regulation, '第十条', '应当自受理申请之日起20日内审查完毕，作出许可或者不予许可的决定。'),
  ],
  conditions: [
    '有与其经营业务相适应并经检测合格的车辆',
    '有符合条例规定条件的驾驶人员',
    '有健全的安全生产管理制度',
    '申请班线客运的有明确的线路和站点方案',
  ],
  materials: [
    applicationForm('道路旅客运输经营申请表', `${regulation}第十条`),
    businessLicence(`${regulation}第十条`),
    material('safety-rules', '安全生产管理制度文本', `${regulation}第八条第三项`, {
      acceptanceRules: ['包含车辆动态监控、驾驶员管理、应急处置三项制度', '法定代表人签字'],
    }),
    material('route-plan', '线路和站点方案', `${regulation}第八条第二款`, {
      condition: 'passengerKind = "班车客运"',
      acceptanceRules: ['写明起讫站点、途经路线、日发班次', '附起讫站同意进站意见书'],
    }),
  ],
  form: [
    page('business', '经营范围', choose('passengerKind', '客运类别', ['班车客运', '包车客运', '旅游客运'])),
    vehicles,
    page(
      'route',
      '线路',
      ask('routeName', '线路名称', 'text', { required: false, hint: '班车客运填写', maxLength: 60 }),
    ),
    chargePage(),
  ],
  steps: examineAndApprove(6, 3),
  statutory: workingDays(20, 'acceptance', cite(regulation, '第十条', '自受理申请之日起20日内')),
  promised: 10,
  result: { name: '道路运输经营许可证（客运）', form: 'licence', validYears: 8 },
});

const station = item({
  id: 'passenger-station',
  name: '道路旅客运输站经营许可',
  words: ['开汽车站', '建客运站', '客运站经营', '汽车站许可', '长途车站'],
  theme: '交通运输',
  department: 'jiaotong',
  serves: ['organisation'],
  level: 'county',
  bases: [
    cite(regulation, '第三十六条'),
    cite(regulation, '第三十九条', '县级人民政府交通运输主管部门应当自受理申请之日起15日内审查完毕。'),
  ],
  conditions: [
    '有经验收合格的运输站',
    '有相应的专业人员和管理人员',
    '有相应的设备、设施',
    '有健全的业务操作规程和安全管理制度',
  ],
  materials: [
    applicationForm('道路旅客运输站经营申请表', `${regulation}第三十九条`),
    premisesProof(`${regulation}第三十六条第一项`),
    material('completion', '客运站竣工验收证明和站级验收证明', `${regulation}第三十六条第一项`, {
      form: 'copy',
      acceptanceRules: ['站名与申请表一致', '结论为合格', '验收组织单位盖章'],
    }),
  ],
  form: [
    page(
      'station',
      '客运站',
      ask('stationName', '站名', 'text', { maxLength: 60 }),
      choose('stationClass', '站级', ['一级', '二级', '三级', '便捷车站']),
      ask('dailyDepartures', '设计日发班次', 'number'),
    ),
    chargePage(),
  ],
  steps: examineAndApprove(5, 2),
  special: [siteVisit(2, '本指南公布：现场核查时间不计入承诺时限，仍计入法定时限')],
  statutory: workingDays(15, 'acceptance', cite(regulation, '第三十九条', '自受理申请之日起15日内')),
  promised: 8,
  result: { name: '道路运输经营许可证（客运站）', form: 'licence', validYears: 8 },
});

const roadWorks = item({
  id: 'road-works',
  name: '涉路施工活动许可',
  words: ['挖公路', '公路埋管', '占用公路', '公路开口', '跨公路架线', '路边立广告牌'],
  theme: '交通运输',
  department: 'jiaotong',
  serves: ['organisation'],
  bases: [
    cite('公路法', '第四十四条'),
    cite('公路安全保护条例', '第二十七条'),
    cite(
      '公路安全保护条例',
      '第二十八条',
      '公路管理机构应当自受理申请之日起20日内作出许可或者不予许可的决定；影响交通安全的，应当征得公安机关交通管理部门的同意。',
    ),
  ],
  conditions: [
    '设计和施工方案符合公路技术标准',
    '有保障公路、公路附属设施质量和安全的技术评价报告',
    '有处置施工险情和意外事故的应急方案',
  ],
  materials: [
    applicationForm('涉路施工活动许可申请书', '公路安全保护条例第二十八条'),
    material('design', '符合公路技术标准的设计和施工方案', '公路安全保护条例第二十八条第一项', {
      acceptanceRules: ['标明桩号和占用长度、宽度', '附交通组织方案', '设计单位盖章'],
    }),
    material('assessment', '保障公路质量和安全的技术评价报告', '公路安全保护条例第二十八条第二项', {
      acceptanceRules: ['结论写明对公路质量和通行安全的影响', '评价单位盖章'],
    }),
    material('emergency', '处置施工险情和意外事故的应急方案', '公路安全保护条例第二十八条第三项', {
      acceptanceRules: ['写明联系人和电话', '写明抢修物资和人员'],
    }),
  ],
  form: [
    page(
      'works',
      '施工内容',
      choose('worksKind', '施工类型', [
        '占用、挖掘公路',
        '跨越、穿越公路架设管线',
        '公路用地埋设管线',
        '增设平面交叉道口',
        '设置非公路标志',
      ]),
      ask('roadName', '公路名称和桩号', 'text', { maxLength: 60 }),
      ask('affectsTraffic', '施工是否影响交通安全', 'yesNo'),
    ),
    page('period', '施工期', ask('startDay', '开工日期', 'day'), ask('endDay', '完工日期', 'day')),
    chargePage(),
  ],
  steps: [
    examine(5),
    { kind: 'when', id: 'traffic', condition: 'affectsTraffic = true', then: [consult('gongan', 3)] },
    approve(3),
  ],
  special: [siteVisit(2, '本指南公布：现场勘查时间不计入承诺时限，仍计入法定时限')],
  statutory: workingDays(20, 'acceptance', cite('公路安全保护条例', '第二十八条', '自受理申请之日起20日内')),
  promised: 10,
  result: { name: '涉路施工许可证', form: 'licence' },
});

export const jiaotongItems = [freight, passenger, station, roadWorks];
