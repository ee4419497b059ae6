import { day } from '@yimen/kernel';
import type { CaseCommand, FormAnswers } from '@yimen/core/casework';
import type { ServiceItem } from '@yimen/core/catalogue';
import { personId } from '@yimen/core/people';
import {
  completing,
  ending,
  filing,
  handedIn,
  person,
  refusing,
  serving,
  starting,
  typical,
} from '../cases/commands.ts';
import { nextDay } from './days.ts';
import { LIKELY } from './likely.ts';
import { idOf, people, type Someone } from './people.ts';
import type { Sheet } from './sheet.ts';
import { ROWS } from './table.ts';

/** One random thing: who does what, and how much later. */
export interface Move {
  readonly who: Someone;
  readonly command: CaseCommand;
  readonly later: number;
  readonly time: string;
}

type Act = CaseCommand['type'];
const isAct = (name: string): name is Act => Object.hasOwn(ROWS, name);
export const everyAct: readonly Act[] = Object.keys(ROWS).filter(isAct);
const everybody: readonly Someone[] = Object.values(people);

/** Cuts a random number into small ones. */
function dice(seed: number): (sides: number) => number {
  let rest = seed;
  return (sides) => {
    // A step of the generator of Numerical Recipes: the low digits of one number are not independent enough.
    rest = (Math.imul(rest, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((rest / 0x1_0000_0000) * sides);
  };
}

type Roll = ReturnType<typeof dice>;
const pick = <T>(roll: Roll, list: readonly T[], otherwise: NoInfer<T>): T => list[roll(list.length)] ?? otherwise;

const SHORTENING: readonly string[] = ['void', 'withdraw', 'terminate'];
/** Few histories come so far; those that do are tried harder. */
const LATE: readonly string[] = ['signed', 'sealed', 'issued', 'served'];

/** What the move is made for. */
export interface Occasion {
  readonly sheet: Sheet;
  readonly item: ServiceItem;
  readonly today: string;
  /** A hall where most do what is next, so that the case grows old; in the others nearly half of the moves are wild. */
  readonly diligent: boolean;
  /** The act somebody is to try, whatever else is likely. */
  readonly act?: Act | undefined;
}

/** Most moves are likely ones at the stage the case is at; the others are anybody doing anything. */
export function moveOf(random: number, occasion: Occasion): Move {
  const { sheet, item, today } = occasion;
  const roll = dice(random);
  for (let warm = 0; warm < 3; warm += 1) roll(2);
  const [act, who] = choose(roll, occasion);
  const later = roll(12) === 0 ? roll(9) : 0;
  const time = roll(6) === 0 ? '18:00' : '09:00';
  return { who, later, time, command: COMMANDS[act]({ roll, sheet, item, today: nextDay(today, later) }) };
}

function choose(roll: Roll, { sheet: { stage }, diligent, act }: Occasion): readonly [Act, Someone] {
  const someone = pick(roll, everybody, people.clerk);
  if (act !== undefined) return [act, someone];
  const likely = LIKELY[stage] ?? [];
  const late = LATE.includes(stage);
  const wildness = late ? 7 : diligent ? 1 : 4;
  if (likely.length > 0 && roll(10) >= wildness) return pick(roll, likely, ['accept', people.clerk]);
  const any = pick(roll, everyAct, 'accept');
  // Early ends would leave few cases to grow old.
  return [!late && roll(4) > 0 && SHORTENING.includes(any) ? 'claimStep' : any, someone];
}

interface Hand {
  readonly roll: Roll;
  readonly sheet: Sheet;
  readonly item: ServiceItem;
  readonly today: string;
}

const words = (roll: Roll, text = '有理由'): string => (roll(12) === 0 ? ' ' : text);
const flawed = (roll: Roll): boolean => roll(10) === 0;
const stepAt = ({ roll, sheet }: Hand): string => {
  const open = Object.entries(sheet.steps).flatMap(([id, { status }]) =>
    status === 'open' || status === 'held' ? [id] : [],
  );
  return roll(10) === 0
    ? pick(roll, ['examine', 'approve', 'consult', 'lease-check', 'nowhere'], 'examine')
    : pick(roll, open, 'examine');
};
const doneStep = ({ roll, sheet }: Hand): string => pick(roll, [...Object.keys(sheet.steps), 'examine'], 'examine');
const around = ({ roll, today }: Hand): ReturnType<typeof day> =>
  day(nextDay(today, pick(roll, [0, 0, 0, 0, -1, -3, 1], 0)));
const materials = (roll: Roll) =>
  pick(
    roll,
    [
      handedIn('application', 'plan'),
      handedIn('application', 'plan', 'lease'),
      handedIn('application', 'plan', 'lease'),
      handedIn('plan'),
      handedIn('plan', 'lease'),
      [],
      handedIn('marriage'),
    ],
    [],
  );

const VISITORS: readonly (readonly string[])[] = [
  ['p-甲', 'p-乙'],
  ['p-甲', 'p-乙'],
  [idOf(people.examiner), idOf(people.second)],
  ['p-甲', 'p-甲'],
  [idOf(people.examiner), idOf(people.clerk)],
  [idOf(people.allInOne), idOf(people.clerkExaminer)],
];

const COMMANDS: { readonly [A in Act]: (hand: Hand) => Extract<CaseCommand, { readonly type: A }> } = {
  file: ({ roll, item }) =>
    filing(
      {
        channel: pick(roll, ['window', 'web', 'station', 'agent'] as const, 'window'),
        materials: materials(roll),
        answers: pick<FormAnswers>(
          roll,
          [
            { address: '一路' },
            { address: '一路', rented: true },
            { address: '一路', rented: false },
            { rented: true },
            { address: '一路', mother: '张' },
          ],
          {},
        ),
        applicant: flawed(roll) ? { ...person, paperNumber: '410108199003070018' } : person,
      },
      item,
    ),
  receive: ({ roll }) => ({ type: 'receive', materials: materials(roll) }),
  notifyCorrection: ({ roll }) => ({
    ...typical.notifyCorrection,
    defects: pick(
      roll,
      [
        typical.notifyCorrection.defects,
        [
          { requirementId: 'plan', defect: '缺', standard: '章' },
          { requirementId: 'lease', defect: '缺', standard: '章' },
        ],
        [{ defect: '地址不详', standard: '门牌' }],
        [],
        [{ requirementId: 'marriage', defect: '缺', standard: '章' }],
      ],
      [],
    ),
    contact: words(roll),
    ...(roll(2) === 0 ? { override: { reason: words(roll) } } : {}),
  }),
  deliverCorrection: ({ roll }) => ({
    ...typical.deliverCorrection,
    complete: roll(2) === 0,
    materials: materials(roll),
    ...(roll(3) === 0
      ? { answers: pick<FormAnswers>(roll, [{ rented: true }, { rented: false }, { mother: '张' }], {}) }
      : {}),
  }),
  accept: () => typical.accept,
  declineAcceptance: ({ roll }) => {
    const { competentAuthority, ...rest } = typical.declineAcceptance;
    const named = roll(4) === 0 ? {} : { competentAuthority };
    return { ...rest, ...named, ground: roll(2) === 0 ? 'notConforming' : 'notCompetent', basis: words(roll) };
  },
  declareLicenceNotRequired: ({ roll }) => ({ ...typical.declareLicenceNotRequired, reason: words(roll) }),
  proposeReturn: ({ roll }) => ({ ...typical.proposeReturn, basis: words(roll) }),
  confirmReturn: ({ roll }) => ({ ...typical.confirmReturn, agreed: roll(2) === 0, opinion: words(roll) }),
  lapse: () => typical.lapse,
  claimStep: (hand) => ({ type: 'claimStep', stepId: stepAt(hand) }),
  releaseStep: (hand) => ({ type: 'releaseStep', stepId: stepAt(hand), reason: words(hand.roll) }),
  handOverStep: (hand) => ({
    type: 'handOverStep',
    stepId: stepAt(hand),
    to: personId(idOf(pick(hand.roll, [people.second, people.approver, people.clerk, people.examiner], people.second))),
    reason: words(hand.roll),
  }),
  completeStep: (hand) => completing(stepAt(hand), { opinion: words(hand.roll), agreed: hand.roll(4) > 0 }),
  returnToStep: (hand) => ({
    type: 'returnToStep',
    fromStepId: stepAt(hand),
    toStepId: doneStep(hand),
    reason: words(hand.roll),
  }),
  startSpecialProcedure: (hand) =>
    starting({
      procedure: pick(hand.roll, ['expertReview', 'siteVisit', 'payment'] as const, 'siteVisit'),
      servedOn: around(hand),
      // Within the years for which there are notices; later ones are provisional, which is the calendar's own test.
      plannedDays: pick(hand.roll, [1, 5, 9, 30, 60, 0, 2501], 1),
      reason: words(hand.roll),
      officers: pick(hand.roll, VISITORS, []).map(personId),
    }),
  endSpecialProcedure: (hand) =>
    ending({ procedureId: `sp-${1 + hand.roll(3)}`, receivedOn: around(hand), result: words(hand.roll) }),
  extend: ({ roll }) => ({ ...typical.extend, days: pick(roll, [1, 5, 10, 10, 0, 11], 1), reason: words(roll) }),
  proposeDecision: ({ roll }) => {
    const { reason, remedies, ...bare } = refusing;
    const told = {
      ...(flawed(roll) || reason === undefined ? {} : { reason }),
      ...(flawed(roll) || remedies === undefined ? {} : { remedies }),
    };
    const outcome = pick(roll, ['grant', 'grant', 'partialGrant', 'refuse'] as const, 'grant');
    return { ...bare, ...told, outcome, facts: words(roll), basis: words(roll) };
  },
  reviewLegality: ({ roll }) => ({ ...typical.reviewLegality, agreed: roll(4) > 0, opinion: words(roll) }),
  attachMinutes: (hand) => ({ ...typical.attachMinutes, heldOn: around(hand), title: words(hand.roll) }),
  sign: ({ roll }) => ({ type: 'sign', opinion: words(roll) }),
  declineToSign: (hand) => ({ type: 'declineToSign', toStepId: doneStep(hand), reason: words(hand.roll) }),
  seal: () => typical.seal,
  issue: ({ roll }) => ({
    ...typical.issue,
    ...(roll(2) === 0
      ? { validFrom: day('2026-05-01'), validTo: day(roll(3) === 0 ? '2026-04-30' : '2031-04-30') }
      : {}),
  }),
  serve: (hand) =>
    serving({
      servedOn: around(hand),
      method: hand.roll(3) === 0 ? 'leaving' : 'post',
      proof: words(hand.roll),
      receiver: words(hand.roll, flawed(hand.roll) ? '赵六' : '王小明'),
      receiverIsApplicant: hand.roll(2) === 0,
      ...(hand.roll(2) === 0 ? { witness: '邻居' } : {}),
    }),
  close: () => typical.close,
  withdraw: ({ roll }) => ({ type: 'withdraw', reason: words(roll) }),
  terminate: ({ roll }) => ({ ...typical.terminate, reason: words(roll) }),
  void: ({ roll }) => ({ type: 'void', reason: words(roll) }),
};
