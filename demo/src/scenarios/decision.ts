import { scriptOf, visitors, type Script } from './script.ts';
import type { Scenario, ScenarioStep } from './shape.ts';

const event = scriptOf('mass-event', 'company-8');
const eia = scriptOf('eia-report', 'company-10');
const investment = scriptOf('investment-approval', 'company-10');
const drainage = scriptOf('drainage-permit', 'company-4');
const permitSigned = scriptOf('construction-permit', 'company-1');
const permitSealed = scriptOf('construction-permit', 'company-10');
const freight = scriptOf('road-freight', 'citizen-3');
const toxic = scriptOf('toxic-purchase', 'company-5');
const permitClosed = scriptOf('construction-permit', 'company-1');
const business = scriptOf('individual-business-registration', 'citizen-1', 'wu.fang');
const insurance = scriptOf('social-insurance-change', 'citizen-2', 'he.xin');
const cafe = scriptOf('internet-cafe-final', 'company-6');
const pesticide = scriptOf('pesticide-trading', 'company-9');
const retail = scriptOf('fireworks-retail', 'citizen-4');
const estate = scriptOf('real-estate-registration', 'citizen-3');
const preparation = scriptOf('private-school-preparation', 'company-3');

/** Filed over the wire, accepted, examined and approved on the days given. */
function approved(
  script: Script,
  [filed, accepted, examined, approvedOn]: readonly [number, number, number, number],
): readonly ScenarioStep[] {
  return [
    ...script.online(filed),
    ...script.accept(accepted),
    ...script.examine(examined),
    ...script.approve(approvedOn),
  ];
}

/** Everything on one day at one window, by the one clerk who may. */
function onTheSpot(script: Script, ago: number): readonly ScenarioStep[] {
  return [
    ...script.atCounter(ago),
    ...script.receive(ago),
    ...script.accept(ago),
    ...script.examine(ago),
    ...script.approve(ago),
    ...script.propose(ago),
    ...script.sign(ago),
    ...script.seal(ago),
    ...script.issue(ago),
    ...script.serve(ago),
    ...script.close(ago),
  ];
}

/** Cases at or after the decision. */
export const decisionScenarios: readonly Scenario[] = [
  {
    key: 'awaiting-proposal',
    itemId: 'private-school-preparation',
    applicant: 'company-3',
    shows: '审批完成，等待提出决定意见',
    stage: 'deciding',
    steps: approved(preparation, [14, 13, 6, 2]),
  },
  {
    key: 'awaiting-signature-of-drainage',
    itemId: 'drainage-permit',
    applicant: 'company-4',
    shows: '一审一核完成，已提出决定意见，等待首席代表签批',
    stage: 'deciding',
    steps: [...approved(drainage, [9, 8, 5, 3]), ...drainage.propose(1)],
  },
  {
    key: 'awaiting-legal-review',
    itemId: 'eia-report',
    applicant: 'company-10',
    shows: '已提出决定意见，等待法制审核',
    stage: 'deciding',
    steps: [...approved(eia, [22, 20, 9, 4]), ...eia.propose(3)],
  },
  {
    key: 'awaiting-signature-after-meeting',
    itemId: 'investment-approval',
    applicant: 'company-10',
    shows: '委托评估已结束，法制审核、集体讨论已完成，等待首席代表签批',
    stage: 'deciding',
    steps: [
      ...investment.online(30),
      ...investment.accept(28),
      ...investment.act(26, 'examiner', {
        type: 'startSpecialProcedure',
        procedure: 'entrustedEvaluation',
        reason: '委托评估项目建设必要性和资源利用方案',
        plannedDays: 20,
        servedBy: 'electronic',
        officers: [],
      }),
      ...investment.act(10, 'examiner', {
        type: 'endSpecialProcedure',
        procedureId: 'sp-1',
        result: '评估报告已收到：项目可行。',
      }),
      ...investment.examine(7),
      ...investment.approve(5),
      ...investment.propose(4),
      ...investment.reviewLegality(3),
      ...investment.meet(2),
    ],
  },
  {
    key: 'awaiting-signature',
    itemId: 'mass-event',
    applicant: 'company-8',
    shows: '已提出决定意见，等待首席代表签批',
    stage: 'deciding',
    steps: [...approved(event, [5, 4, 2, 1]), ...event.propose(1)],
  },
  {
    key: 'awaiting-seal',
    itemId: 'construction-permit',
    applicant: 'company-1',
    shows: '首席代表已签批，等待盖章',
    stage: 'signed',
    steps: [...approved(permitSigned, [5, 5, 3, 2]), ...permitSigned.propose(2), ...permitSigned.sign(1)],
  },
  {
    key: 'awaiting-issue',
    itemId: 'construction-permit',
    applicant: 'company-10',
    shows: '已盖章，等待制证',
    stage: 'sealed',
    steps: [
      ...approved(permitSealed, [7, 7, 5, 4]),
      ...permitSealed.propose(3),
      ...permitSealed.sign(3),
      ...permitSealed.seal(1),
    ],
  },
  {
    key: 'awaiting-delivery',
    itemId: 'road-freight',
    applicant: 'citizen-3',
    shows: '证件已制作，等待送达（十日内）',
    stage: 'issued',
    steps: [
      ...approved(freight, [12, 11, 8, 6]),
      ...freight.propose(6),
      ...freight.sign(5),
      ...freight.seal(4),
      ...freight.issue(3),
    ],
  },
  {
    key: 'served',
    itemId: 'toxic-purchase',
    applicant: 'company-5',
    shows: '已送达，等待办结归档',
    stage: 'served',
    steps: [
      ...approved(toxic, [6, 6, 5, 4]),
      ...toxic.propose(4),
      ...toxic.sign(4),
      ...toxic.seal(3),
      ...toxic.issue(3),
      ...toxic.serve(1),
    ],
  },
  {
    key: 'closed-rated',
    itemId: 'construction-permit',
    applicant: 'company-1',
    shows: '完整走完：准予、盖章、送达、办结并评价',
    stage: 'closed',
    steps: [
      ...approved(permitClosed, [20, 20, 18, 17]),
      ...permitClosed.propose(17),
      ...permitClosed.sign(16),
      ...permitClosed.seal(16),
      ...permitClosed.issue(15),
      ...permitClosed.serve(14),
      ...permitClosed.close(14),
    ],
    rating: {
      type: 'rate',
      level: 5,
      comment: '四天就办好了，谢谢（演示评价）',
      dimensions: { efficiency: 5, attitude: 5 },
    },
  },
  {
    key: 'instant',
    itemId: 'individual-business-registration',
    applicant: 'citizen-1',
    shows: '即办件：一个窗口一名授权人员当场办结',
    stage: 'closed',
    steps: onTheSpot(business, 2),
    rating: { type: 'rate', level: 4 },
  },
  {
    key: 'instant-public-service',
    itemId: 'social-insurance-change',
    applicant: 'citizen-2',
    shows: '公共服务即办件当场办结，未评价',
    stage: 'closed',
    steps: onTheSpot(insurance, 3),
  },
  {
    key: 'refused',
    itemId: 'internet-cafe-final',
    applicant: 'company-6',
    shows: '不予许可：说明理由并告知复议、诉讼权利；差评',
    stage: 'closed',
    steps: [
      ...cafe.online(14),
      ...cafe.accept(13),
      ...cafe.act(11, 'examiner', {
        type: 'startSpecialProcedure',
        procedure: 'siteVisit',
        reason: '实地检查场所',
        plannedDays: 3,
        servedBy: 'electronic',
        officers: visitors('wenlv'),
      }),
      ...cafe.act(9, 'examiner', {
        type: 'endSpecialProcedure',
        procedureId: 'sp-1',
        result: '安全出口数量不符合要求。',
      }),
      ...cafe.examine(8),
      ...cafe.approve(7),
      ...cafe.propose(7, 'refuse'),
      ...cafe.sign(6),
      ...cafe.seal(5),
      ...cafe.serve(4),
      ...cafe.close(4),
    ],
    rating: { type: 'rate', level: 2, comment: '希望早点告诉我们出口不够（演示评价）' },
  },
  {
    key: 'refused-awaiting-delivery',
    itemId: 'pesticide-trading',
    applicant: 'company-9',
    shows: '不予许可决定已盖章，等待送达',
    stage: 'sealed',
    steps: [
      ...approved(pesticide, [15, 14, 8, 6]),
      ...pesticide.propose(5, 'refuse'),
      ...pesticide.sign(4),
      ...pesticide.seal(2),
    ],
  },
  {
    key: 'partial-grant',
    itemId: 'fireworks-retail',
    applicant: 'citizen-4',
    shows: '部分准予：核减存放量，并告知救济途径',
    stage: 'closed',
    steps: [
      ...approved(retail, [18, 17, 13, 12]),
      ...retail.propose(12, 'partialGrant'),
      ...retail.sign(11),
      ...retail.seal(10),
      ...retail.issue(10),
      ...retail.serve(8),
      ...retail.close(8),
    ],
    rating: { type: 'rate', level: 3 },
  },
  {
    key: 'signature-declined',
    itemId: 'real-estate-registration',
    applicant: 'citizen-3',
    shows: '首席代表不予签批，退回审核环节',
    stage: 'examining',
    steps: [
      ...approved(estate, [6, 5, 4, 3]),
      ...estate.propose(3),
      ...estate.act(2, 'chief', {
        type: 'declineToSign',
        toStepId: 'examine',
        reason: '完税凭证的纳税人与合同不一致，请核对。',
      }),
    ],
  },
];
