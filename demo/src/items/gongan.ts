import { ask, choose, examineAndApprove, item, material, page, siteVisit } from './build.ts';
import { applicationForm, businessLicence, chargePage, identityPaper } from './common.ts';
import { cite } from './laws.ts';
import { workingDays } from './limits.ts';

const events = '大型群众性活动安全管理条例';
const chemicals = '危险化学品安全管理条例';
const explosives = '民用爆炸物品安全管理条例';
const fireworks = '烟花爆竹安全管理条例';

const massEvent = item({
  id: 'mass-event',
  name: '大型群众性活动安全许可',
  words: ['办演唱会', '办灯会', '办庙会', '办展销会', '大型活动报批', '办马拉松', '搞活动审批'],
  theme: '公共安全',
  department: 'gongan',
  serves: ['organisation'],
  bases: [
    cite(events, '第十二条'),
    cite(events, '第十四条', '对受理的申请，应当自受理之日起7日内进行审查，对活动场所进行查验。'),
  ],
  conditions: [
    '承办者是依照法定程序成立的法人或者其他组织',
    '活动内容不违反宪法、法律、法规的规定，不违反社会公德',
    '具有符合条例规定的安全工作方案，安全责任明确、措施有效',
    '活动场所、设施符合安全要求',
  ],
  materials: [
    applicationForm('大型群众性活动安全许可申请表', `${events}第十三条`),
    identityPaper('responsible-id', '安全责任人身份证明', `${events}第十三条第一项`),
    material('plan', '活动方案及其说明', `${events}第十三条第二项`, {
      acceptanceRules: ['写明时间、地点、内容、预计人数', '两个以上承办者的附联合承办协议', '承办者盖章'],
    }),
    material('safety-plan', '安全工作方案', `${events}第十三条第三项`, {
      acceptanceRules: ['包含条例第六条列明的九项内容', '安全工作人员数量与分工明确', '附场所平面图和疏散路线'],
    }),
    material('venue-consent', '活动场所管理者同意提供场所的证明', `${events}第十三条第四项`, {
      acceptanceRules: ['写明场所名称和使用时段', '场所管理者盖章', '核定容量不小于预计人数'],
    }),
  ],
  form: [
    page(
      'event',
      '活动情况',
      ask('eventName', '活动名称', 'text', { maxLength: 60 }),
      choose('eventKind', '活动类型', ['体育比赛', '文艺演出', '展览展销', '游园灯会', '人才招聘会']),
      ask('eventDay', '举办日期', 'day', { hint: '应当在举办日的20日前申请（条例第十三条）' }),
      ask('expected', '每场次预计参加人数', 'number', { hint: '5000人以上由市级公安机关许可' }),
    ),
    page(
      'venue',
      '场所',
      ask('venueName', '场所名称', 'text', { maxLength: 60 }),
      ask('venueCapacity', '场所核定容量', 'number'),
      ask('temporaryWorks', '是否临时搭建设施', 'yesNo'),
    ),
    chargePage('安全责任人'),
  ],
  steps: examineAndApprove(3, 1),
  special: [
    siteVisit(1, `${events}第十四条（对活动场所进行查验）；本指南公布：查验时间不计入承诺时限，仍计入法定时限`),
  ],
  statutory: workingDays(7, 'acceptance', cite(events, '第十四条', '自受理之日起7日内')),
  promised: 5,
  result: { name: '大型群众性活动安全许可决定书', form: 'approval' },
});

const toxicPurchase = item({
  id: 'toxic-purchase',
  name: '剧毒化学品购买许可',
  words: ['买剧毒品', '买氰化钠', '购买剧毒化学品', '实验室买剧毒试剂', '剧毒购买证'],
  theme: '公共安全',
  department: 'gongan',
  serves: ['organisation'],
  level: 'county',
  bases: [
    cite(
      chemicals,
      '第三十九条',
      '县级人民政府公安机关应当自收到前款规定的材料之日起3日内，作出批准或者不予批准的决定。',
    ),
  ],
  conditions: ['购买用途合法', '有与购买品种、数量相适应的储存条件和安全措施'],
  materials: [
    applicationForm('剧毒化学品购买许可申请表', `${chemicals}第三十九条`),
    businessLicence(`${chemicals}第三十九条第一项`),
    material('variety', '拟购买的剧毒化学品品种、数量的说明', `${chemicals}第三十九条第二项`, {
      acceptanceRules: ['品名与危险化学品目录一致', '数量以千克计', '单位盖章'],
    }),
    material('purpose', '购买剧毒化学品用途的说明', `${chemicals}第三十九条第三项`, {
      acceptanceRules: ['写明使用地点和使用工序', '单位负责人签字'],
    }),
    identityPaper('agent-id', '经办人的身份证明', `${chemicals}第三十九条第四项`),
  ],
  form: [
    page(
      'purchase',
      '购买内容',
      ask('chemicalName', '品名', 'text', { maxLength: 60 }),
      ask('kilograms', '数量（千克）', 'number'),
      choose('purpose', '用途', ['生产', '科研教学', '电镀', '检验检测']),
    ),
    page(
      'storage',
      '储存',
      ask('storageAddress', '储存地点', 'text', { maxLength: 100 }),
      ask('doubleLock', '是否实行双人收发、双人保管', 'yesNo'),
    ),
  ],
  steps: examineAndApprove(1, 1),
  statutory: workingDays(3, 'receipt', cite(chemicals, '第三十九条', '自收到前款规定的材料之日起3日内')),
  promised: 2,
  result: { name: '剧毒化学品购买许可证', form: 'licence' },
});

const explosivesPurchase = item({
  id: 'explosives-purchase',
  name: '民用爆炸物品购买许可',
  words: ['买炸药', '买雷管', '爆破用炸药', '民爆物品购买', '矿山买炸药'],
  theme: '公共安全',
  department: 'gongan',
  serves: ['organisation'],
  level: 'county',
  bases: [cite(explosives, '第二十一条', '受理申请的公安机关应当自受理申请之日起5日内对提交的有关材料进行审查。')],
  conditions: ['购买单位具有合法使用民用爆炸物品的资格', '购买的品种、数量与用途相符'],
  materials: [
    applicationForm('民用爆炸物品购买许可申请表', `${explosives}第二十一条`),
    businessLicence(`${explosives}第二十一条第一项`),
    material('user-licence', '爆破作业单位许可证或者合法使用证明', `${explosives}第二十一条第二项`, {
      form: 'copy',
      acceptanceRules: ['单位名称与申请表一致', '证件在有效期内'],
    }),
    material('bank', '购买单位的名称、地址、银行账户', `${explosives}第二十一条第三项`, {
      acceptanceRules: ['账户名称与申请单位一致', '单位盖章'],
    }),
  ],
  form: [
    page(
      'purchase',
      '购买内容',
      choose('explosive', '品种', ['工业炸药', '工业雷管', '导爆索']),
      ask('quantity', '数量', 'number', { hint: '炸药以千克计，雷管以发计，导爆索以米计' }),
      ask('usePlace', '使用地点', 'text', { maxLength: 100 }),
    ),
    chargePage('经办人'),
  ],
  steps: examineAndApprove(2, 1),
  statutory: workingDays(5, 'acceptance', cite(explosives, '第二十一条', '自受理申请之日起5日内')),
  promised: 3,
  result: { name: '民用爆炸物品购买许可证', form: 'licence' },
});

const fireworksDisplay = item({
  id: 'fireworks-display',
  name: '焰火燃放许可',
  words: ['放烟花', '焰火晚会', '婚礼放烟花', '燃放焰火', '烟花表演'],
  theme: '公共安全',
  department: 'gongan',
  serves: ['organisation'],
  bases: [cite(fireworks, '第三十三条', '受理申请的公安部门应当自受理申请之日起20日内对提交的有关材料进行审查。')],
  conditions: ['燃放单位、作业人员具有相应资质、资格', '燃放作业方案符合安全要求'],
  materials: [
    applicationForm('焰火燃放许可申请表', `${fireworks}第三十三条`),
    material('display-plan', '燃放作业方案', `${fireworks}第三十三条第三项`, {
      acceptanceRules: ['写明时间、地点、规模、品种', '附安全距离示意图', '作业单位盖章'],
    }),
    material('operators', '燃放作业单位、作业人员符合行业标准规定条件的证明', `${fireworks}第三十三条第四项`, {
      form: 'copy',
      acceptanceRules: ['作业单位资质等次与燃放规模相符', '每名作业人员附证书', '证件在有效期内'],
    }),
  ],
  form: [
    page(
      'display',
      '燃放活动',
      ask('displayName', '活动名称', 'text', { maxLength: 60 }),
      ask('displayDay', '燃放日期', 'day'),
      ask('displayPlace', '燃放地点', 'text', { maxLength: 100 }),
      choose('displayGrade', '燃放规模', ['Ⅰ级', 'Ⅱ级', 'Ⅲ级', 'Ⅳ级', 'Ⅴ级']),
    ),
    chargePage('主办单位联系人'),
  ],
  steps: examineAndApprove(5, 2),
  special: [siteVisit(2, '本指南公布：燃放场地查看时间不计入承诺时限，仍计入法定时限')],
  statutory: workingDays(20, 'acceptance', cite(fireworks, '第三十三条', '自受理申请之日起20日内')),
  promised: 8,
  result: { name: '焰火燃放许可证', form: 'licence' },
});

export const gonganItems = [massEvent, toxicPurchase, explosivesPurchase, fireworksDisplay];
