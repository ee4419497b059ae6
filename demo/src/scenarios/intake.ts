import { scriptOf } from './script.ts';
import type { Scenario } from './shape.ts';

const permit1 = scriptOf('construction-permit', 'company-1');
const freight = scriptOf('road-freight', 'company-7');
const pesticide = scriptOf('pesticide-trading', 'company-9');
const nurse = scriptOf('nurse-registration', 'citizen-5');
const hygiene = scriptOf('public-place-hygiene', 'citizen-2');
const food = scriptOf('food-operation', 'citizen-3');
const cafe = scriptOf('internet-cafe-preparation', 'company-6');
const water = scriptOf('water-abstraction', 'citizen-4');
const retail = scriptOf('fireworks-retail', 'citizen-1');
const society = scriptOf('social-organisation', 'citizen-2');
const dispatch = scriptOf('labour-dispatch', 'company-3');
const doctor = scriptOf('doctor-registration', 'citizen-6');
const drainage = scriptOf('drainage-permit', 'company-4');

/** Cases that stand at, or ended at, the counter. */
export const intakeScenarios: readonly Scenario[] = [
  {
    key: 'filed',
    itemId: 'construction-permit',
    applicant: 'company-1',
    shows: '已在窗口登记申请，尚未出具接收凭证',
    stage: 'filed',
    steps: permit1.atCounter(1),
  },
  {
    key: 'received',
    itemId: 'road-freight',
    applicant: 'company-7',
    shows: '网上申请，昨日收到，等待受理',
    stage: 'received',
    steps: freight.online(1),
  },
  {
    key: 'acceptance-due-today',
    itemId: 'pesticide-trading',
    applicant: 'company-9',
    shows: '收到已满五日，今日不答复即视为受理',
    stage: 'received',
    steps: pesticide.online(5),
  },
  {
    key: 'correction-pending',
    itemId: 'nurse-registration',
    applicant: 'citizen-5',
    shows: '已一次性告知补正，等待申请人补正',
    stage: 'awaitingCorrection',
    steps: [...nurse.online(4, { without: ['health'] }), ...nurse.askCorrection(3, ['health'])],
  },
  {
    key: 'corrected',
    itemId: 'public-place-hygiene',
    applicant: 'citizen-2',
    shows: '补正材料已交齐，等待受理；受理日为交齐之日',
    stage: 'received',
    steps: [
      ...hygiene.online(6, { without: ['hygiene-test', 'layout'] }),
      ...hygiene.askCorrection(5, ['hygiene-test', 'layout']),
      ...hygiene.correct(1, ['hygiene-test', 'layout']),
    ],
  },
  {
    key: 'second-correction',
    itemId: 'food-operation',
    applicant: 'citizen-3',
    shows: '督查岗越次准许第二次补正，按许可法第七十二条记为违规',
    stage: 'awaitingCorrection',
    steps: [
      ...food.online(9, { without: ['layout'] }),
      ...food.askCorrection(8, ['layout']),
      ...food.correct(4, ['layout']),
      ...food.act(
        2,
        { user: 'yu.cha' },
        {
          type: 'notifyCorrection',
          defects: [
            {
              requirementId: 'rules',
              defect: '制度目录缺进货查验制度',
              standard: '包含从业人员健康管理、进货查验、食品安全自查三项制度',
            },
          ],
          contact: '余察（演示） 0372-0000123',
          override: { reason: '首次审查遗漏，经督查核实准许再次告知（演示）' },
        },
      ),
    ],
  },
  {
    key: 'declined-not-competent',
    itemId: 'internet-cafe-preparation',
    applicant: 'company-6',
    shows: '不属于本机关职权，不予受理并告知向谁申请',
    stage: 'declined',
    steps: [
      ...cafe.online(6),
      ...cafe.act(
        5,
        { user: 'wu.fang' },
        {
          type: 'declineAcceptance',
          ground: 'notCompetent',
          reason: '场所位于林州市，应当向所在地县级文化行政部门申请。',
          basis: '行政许可法第三十二条第一款第二项',
          competentAuthority: '林州市文化广电和旅游局',
        },
      ),
    ],
  },
  {
    key: 'declined-not-conforming',
    itemId: 'labour-dispatch',
    applicant: 'company-3',
    shows: '告知补正后仍不符合法定形式，不予受理',
    stage: 'declined',
    steps: [
      ...dispatch.online(12, { without: ['capital'] }),
      ...dispatch.askCorrection(11, ['capital']),
      ...dispatch.correct(6, ['capital']),
      ...dispatch.act(
        5,
        { user: 'he.xin' },
        {
          type: 'declineAcceptance',
          ground: 'notConforming',
          reason: '补正的验资报告不是由会计师事务所出具，不符合法定形式。',
          basis: '行政许可法第三十二条第一款第四项',
        },
      ),
    ],
  },
  {
    key: 'not-required',
    itemId: 'water-abstraction',
    applicant: 'citizen-4',
    shows: '家庭生活少量取水，依法不需要取得许可，即时告知',
    stage: 'notRequired',
    steps: [
      ...water.atCounter(3, { answers: { waterUse: '生活', annualVolume: 0.01 } }),
      ...water.receive(3),
      ...water.act(
        3,
        { user: 'zhou.min' },
        {
          type: 'declareLicenceNotRequired',
          reason: '家庭生活少量取水不需要申请领取取水许可证。',
          basis: '取水许可和水资源费征收管理条例第四条第一款第二项',
        },
      ),
    ],
  },
  {
    key: 'returned',
    itemId: 'fireworks-retail',
    applicant: 'citizen-1',
    shows: '退回件：窗口负责人把关，当面告知，抄报中心和主管部门',
    stage: 'returned',
    steps: [
      ...retail.online(8),
      ...retail.act(
        7,
        { user: 'wu.fang' },
        {
          type: 'proposeReturn',
          reason: '申请的零售点与已经批准的零售点为同一地址，重复申请。',
          basis: '烟花爆竹安全管理条例第十八条',
        },
      ),
      ...retail.act(
        6,
        { user: 'luo.gang' },
        {
          type: 'confirmReturn',
          agreed: true,
          opinion: '属实，同意退回。',
          toldBy: 'faceToFace',
        },
      ),
    ],
  },
  {
    key: 'withdrawn',
    itemId: 'social-organisation',
    applicant: 'citizen-2',
    shows: '申请人自行撤回',
    stage: 'withdrawn',
    steps: [
      ...society.online(10),
      ...society.accept(8),
      ...society.act(4, 'applicant', { type: 'withdraw', reason: '发起人另行商定，暂不成立。' }),
    ],
  },
  {
    key: 'deemed-accepted',
    itemId: 'doctor-registration',
    applicant: 'citizen-6',
    shows: '五日内未答复，自收到之日起视为受理，并记录违规',
    stage: 'examining',
    steps: [...doctor.online(8), ...doctor.act(2, 'system', { type: 'lapse' })],
  },
  {
    key: 'terminated',
    itemId: 'drainage-permit',
    applicant: 'company-4',
    shows: '补正不来，终止办理',
    stage: 'terminated',
    steps: [
      ...drainage.online(40, { without: ['water-test'] }),
      ...drainage.askCorrection(38, ['water-test']),
      ...drainage.act(5, 'chief', {
        type: 'terminate',
        reason: '申请人书面说明项目停建，补正材料不再提交。',
        basis: '安阳市市民之家补正不来办结规则（演示）',
      }),
    ],
  },
  {
    key: 'void',
    itemId: 'road-freight',
    applicant: 'company-7',
    shows: '同一申请重复录入，督查岗作废，记录保留',
    stage: 'void',
    steps: [
      ...freight.online(5),
      ...freight.act(4, { user: 'yu.cha' }, { type: 'void', reason: '数据错误：与同日另一办件重复录入。' }),
    ],
  },
];
