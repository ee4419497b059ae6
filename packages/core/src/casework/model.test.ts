import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { addDays } from '@yimen/kernel';
import { personId } from '@yimen/core/people';
import { cast, commands, givenCase, items, type GivenCase, type Player } from '@yimen/testkit/cases';
import { fold, isAccepted, isDecided, isEnded, liveOf, type CaseAct, type CaseCommand } from './index.ts';

const { typical, filing, completing, starting, ending, serving, refusing, handedIn, complete } = commands;

/** One random thing that happens: who, what, of which kind, and how many days later. */
interface Move {
  readonly player: Player;
  readonly act: CaseAct;
  readonly variant: number;
  readonly later: number;
}

/** The step or special procedure an act is tried on: the one named, or an open one. */
interface Subject {
  readonly act?: CaseAct;
  readonly on?: string | undefined;
}
const blankSometimes = (variant: number): string => (variant % 7 === 0 ? ' ' : '有理由');

/** A command of each act, sometimes with a flaw in it. */
const commandOf: { readonly [A in CaseAct]: (variant: number, given: GivenCase, subject: Subject) => CaseCommand } = {
  file: (n, { item }) =>
    filing(
      {
        channel: n % 2 === 0 ? 'window' : 'web',
        materials: n % 5 === 0 ? [] : complete,
        answers: n % 6 === 0 ? {} : { address: '一路', rented: n % 3 === 0 },
      },
      item,
    ),
  receive: (n) => ({ type: 'receive', materials: n % 5 === 0 ? handedIn('plan') : complete }),
  notifyCorrection: (n) => ({
    ...typical.notifyCorrection,
    ...(n % 2 === 0 ? { override: { reason: blankSometimes(n) } } : {}),
  }),
  deliverCorrection: (n) => ({
    ...typical.deliverCorrection,
    complete: n % 2 === 0,
    materials: n % 3 === 0 ? [] : handedIn('plan', 'lease'),
  }),
  accept: () => typical.accept,
  declineAcceptance: (n) => ({ ...typical.declineAcceptance, ground: n % 2 === 0 ? 'notConforming' : 'notCompetent' }),
  declareLicenceNotRequired: (n) => ({ ...typical.declareLicenceNotRequired, reason: blankSometimes(n) }),
  proposeReturn: () => typical.proposeReturn,
  confirmReturn: (n) => ({ ...typical.confirmReturn, agreed: n % 3 === 0 }),
  lapse: () => typical.lapse,
  claimStep: (_n, _given, { on = 'examine' }) => ({ type: 'claimStep', stepId: on }),
  releaseStep: (n, _given, { on = 'examine' }) => ({
    type: 'releaseStep',
    stepId: on,
    reason: blankSometimes(n),
  }),
  handOverStep: (_n, _given, { on = 'examine' }) => ({
    type: 'handOverStep',
    stepId: on,
    to: personId('p-审核员乙'),
    reason: '出差',
  }),
  completeStep: (n, _given, { on = 'examine' }) => completing(on, { opinion: blankSometimes(n), agreed: n % 4 > 0 }),
  returnToStep: (_n, _given, { on = 'examine' }) => ({
    type: 'returnToStep',
    fromStepId: on,
    toStepId: 'examine',
    reason: '有误',
  }),
  startSpecialProcedure: (n, { today }) =>
    starting({
      procedure: n % 2 === 0 ? 'expertReview' : 'siteVisit',
      servedOn: addDays(today, -(n % 3)),
      plannedDays: n % 9,
    }),
  endSpecialProcedure: (_n, given, { on = 'sp-1' }) => ending({ procedureId: on, receivedOn: given.today }),
  extend: (n) => ({ ...typical.extend, days: n % 13 }),
  proposeDecision: (n) =>
    n % 3 === 0
      ? refusing
      : n % 5 === 0
        ? { ...typical.proposeDecision, outcome: 'partialGrant' }
        : typical.proposeDecision,
  reviewLegality: (n) => ({ ...typical.reviewLegality, agreed: n % 3 > 0 }),
  attachMinutes: () => typical.attachMinutes,
  sign: () => typical.sign,
  declineToSign: (n) => ({ type: 'declineToSign', toStepId: n % 2 === 0 ? 'examine' : 'approve', reason: '再议' }),
  seal: () => typical.seal,
  issue: () => typical.issue,
  serve: (n, { today }) => serving({ servedOn: today, method: n % 4 === 0 ? 'leaving' : 'inPerson' }),
  close: () => typical.close,
  withdraw: (n) => ({ type: 'withdraw', reason: blankSometimes(n) }),
  terminate: () => typical.terminate,
  void: () => typical.void,
};

/** The ways to an early end are rare, or no random case would ever be decided. */
const early: readonly CaseAct[] = [
  'void',
  'withdraw',
  'terminate',
  'declineAcceptance',
  'declareLicenceNotRequired',
  'confirmReturn',
];
const isAct = (name: string): name is CaseAct => Object.hasOwn(commandOf, name);
const everyAct = Object.keys(commandOf).filter(isAct);
const onward = everyAct.filter((act) => !early.includes(act));
const move: fc.Arbitrary<Move> = fc.record({
  player: fc.constantFrom(...Object.values(cast)),
  act: fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...onward) },
    { weight: 1, arbitrary: fc.constantFrom(...early) },
  ),
  variant: fc.nat({ max: 1000 }),
  later: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 9 }) }),
});

/** Who has something to do at a stage; the rest only try. */
const busy: Readonly<Record<string, readonly Player[]>> = {
  unfiled: [cast.clerk, cast.applicant, cast.allInOne],
  filed: [cast.clerk, cast.allInOne],
  received: [cast.clerk, cast.clerk, cast.windowHead, cast.allInOne],
  awaitingCorrection: [cast.clerk, cast.applicant],
  examining: [cast.examiner, cast.approver, cast.approver, cast.consulted, cast.secondExaminer, cast.allInOne],
  deciding: [cast.examiner, cast.chief, cast.chief, cast.lawyer, cast.head, cast.allInOne],
  signed: [cast.sealKeeper, cast.allInOne],
  sealed: [cast.deliveryClerk],
  issued: [cast.deliveryClerk],
  served: [cast.deliveryClerk, cast.system],
};

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** One move in four is made as it comes; the others by somebody at work, and possible, so that random cases get somewhere. */
function make(given: GivenCase, { player, act, variant, later }: Move): GivenCase {
  const wild = variant % 4 === 0;
  const who = wild ? player : (pick(busy[given.state.stage] ?? [], variant) ?? player);
  const at = given.on(addDays(given.today, later)).by(who);
  const possible = wild ? [] : at.acts().filter((row) => row.available && !early.includes(row.act));
  const row = pick(possible, variant) ?? { act };
  return at.tries(commandOf[row.act](variant, at, row));
}

function afterMoves(moves: readonly Move[], given: GivenCase): GivenCase {
  return moves.reduce(make, given);
}

const item = fc.constantFrom(items.licence, items.instantItem, items.weightyItem, items.parallelItem);
const moves = fc.array(move, { minLength: 20, maxLength: 120 });
const anyCase = fc.tuple(moves, item).map(([list, of]) => afterMoves(list, givenCase(of)));
const runs = { numRuns: 150 };

describe('whatever several people do to a case in whatever order', () => {
  test('the state is plain JSON and folding from any snapshot equals folding from the beginning', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), ({ entries, state }, cut) => {
        const at = entries.length === 0 ? 0 : cut % entries.length;
        const snapshot: typeof state = JSON.parse(JSON.stringify(fold(entries.slice(0, at)))) as typeof state;
        expect(fold(entries.slice(at), snapshot)).toStrictEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
        expect(fold(entries)).toStrictEqual(state);
      }),
      runs,
    );
  });

  test('an ended case takes nothing more', () => {
    fc.assert(
      fc.property(anyCase, moves, (given, more) => {
        if (isEnded(given.state)) expect(afterMoves(more, given).state).toStrictEqual(given.state);
      }),
      runs,
    );
  });

  test('nothing is sealed unsigned, and nothing served unsealed', () => {
    fc.assert(
      fc.property(anyCase, ({ entries }) => {
        const order = entries.map(({ fact }) => fact.type);
        const before = (first: (typeof order)[number], second: (typeof order)[number]): boolean =>
          !order.includes(second) || (order.includes(first) && order.indexOf(first) < order.indexOf(second));
        expect(before('decisionSigned', 'decisionSealed')).toBe(true);
        expect(before('decisionSealed', 'decisionServed')).toBe(true);
        expect(before('caseAccepted', 'stepOpened')).toBe(true);
        expect(order.filter((type) => type === 'caseAccepted').length).toBeLessThanOrEqual(1);
        expect(order.filter((type) => type === 'timeExtended').length).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });

  test('who received or accepted neither examines, approves nor signs, and examiner and approver are two, but for instant items', () => {
    fc.assert(
      fc.property(anyCase, ({ state, item }) => {
        const live = liveOf(state);
        if (item.handling === 'instant' || live === undefined || !isAccepted(live)) return;
        const { intake, examiners, approvers } = live;
        const signer = isDecided(live) ? [live.decision.signedBy] : [];
        for (const one of intake) expect([...examiners, ...approvers, ...signer]).not.toContain(one);
        for (const one of examiners) expect([...approvers, ...signer]).not.toContain(one);
      }),
      runs,
    );
  });

  test('every correction notice after the first stands beside a breach', () => {
    fc.assert(
      fc.property(anyCase, ({ entries }) => {
        const notices = entries.filter(({ fact }) => fact.type === 'correctionNotified').length;
        const breaches = entries.filter(
          ({ fact }) => fact.type === 'breachRecorded' && fact.rule === 'secondCorrection',
        ).length;
        expect(Math.max(0, notices - 1)).toBe(breaches);
      }),
      runs,
    );
  });

  test('what is said to be unavailable is refused, and for that reason', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...Object.values(cast)), fc.nat({ max: 1000 }), (given, player, variant) => {
        const at = given.by(player);
        for (const row of at.acts().filter(({ available }) => !available)) {
          const { decision } = at.when(commandOf[row.act](variant, at, row));
          expect(decision.ok, row.act).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('and some of these cases go all the way, or the properties above would say little', () => {
    const ends = new Map<string, number>();
    for (const { state } of fc.sample(anyCase, { numRuns: 300, seed: 7 }))
      ends.set(state.stage, (ends.get(state.stage) ?? 0) + 1);
    for (const stage of ['closed', 'examining', 'deciding', 'withdrawn'] as const)
      expect(ends.get(stage) ?? 0, stage).toBeGreaterThan(0);
  });
});
