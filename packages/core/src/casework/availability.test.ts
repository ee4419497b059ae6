import { describe, expect, test } from 'vitest';
import { aCase, cast, commands, givenCase, items, type GivenCase } from '@yimen/testkit/cases';
import { officerActFor, type CaseAct } from './index.ts';

const { typical, starting, refusing } = commands;
const { licence, instantItem } = items;

const offered = (given: GivenCase): readonly string[] =>
  given
    .acts()
    .filter(({ available }) => available)
    .map(({ act, on }) => (on === undefined ? act : `${act} ${on}`));

/** Everybody who might be at the counter, and the item one person may carry alone: whatever any of them could do at a stage. */
const everybody = Object.values(cast);
const possible = (given: GivenCase): readonly CaseAct[] => {
  const all = new Set(
    everybody.flatMap((player) =>
      given
        .by(player)
        .acts()
        .filter(({ available }) => available)
        .map(({ act }) => act),
    ),
  );
  return [...all].toSorted();
};

describe('at each stage exactly these acts can be done by somebody', () => {
  const atReceipt: readonly CaseAct[] = [
    'accept',
    'declareLicenceNotRequired',
    'declineAcceptance',
    'notifyCorrection',
    'proposeReturn',
    'terminate',
    'void',
    'withdraw',
    'lapse',
  ];
  const inSteps: readonly CaseAct[] = [
    'claimStep',
    'completeStep',
    'returnToStep',
    'startSpecialProcedure',
    'extend',
    'terminate',
    'void',
    'withdraw',
    'lapse',
  ];
  const table: readonly (readonly [string, GivenCase, readonly CaseAct[]])[] = [
    ['unfiled', givenCase(), ['file', 'lapse']],
    ['filed', aCase.filed(), ['receive', 'void', 'withdraw', 'lapse']],
    ['received', aCase.received(), atReceipt],
    [
      'received, return proposed',
      aCase.received().does(typical.proposeReturn),
      ['confirmReturn', 'terminate', 'void', 'withdraw', 'lapse'],
    ],
    ['received, corrected', aCase.corrected(), atReceipt],
    [
      'awaiting correction',
      aCase.awaitingCorrection(),
      ['deliverCorrection', 'terminate', 'void', 'withdraw', 'lapse'],
    ],
    ['examining', aCase.accepted(), inSteps],
    [
      'examining, claimed',
      aCase.accepted().does({ type: 'claimStep', stepId: 'examine' }),
      [...inSteps.filter((act) => act !== 'claimStep'), 'releaseStep', 'handOverStep'],
    ],
    ['examining, suspended', aCase.accepted().does(starting()), [...inSteps, 'endSpecialProcedure']],
    [
      'deciding',
      aCase.examined(),
      ['proposeDecision', 'startSpecialProcedure', 'extend', 'terminate', 'void', 'withdraw', 'lapse'],
    ],
    [
      'deciding, proposed',
      aCase.proposed(),
      ['proposeDecision', 'sign', 'declineToSign', 'extend', 'terminate', 'void', 'withdraw', 'lapse'],
    ],
    ['signed', aCase.signed(), ['seal', 'void', 'lapse']],
    ['sealed grant', aCase.sealed(), ['issue', 'void', 'lapse']],
    ['sealed refusal', aCase.sealed(licence, refusing), ['serve', 'void', 'lapse']],
    ['issued', aCase.issued(), ['serve', 'void', 'lapse']],
    ['served', aCase.served(), ['close', 'void', 'lapse']],
    ['closed', aCase.closed(), []],
  ];
  test.each(table)('%s', (_stage, given, acts) => {
    expect(possible(given)).toEqual([...acts].toSorted());
  });
});

describe('the screen is told', () => {
  test('which acts this officer can do now', () => {
    expect(offered(aCase.accepted())).toEqual([
      'claimStep examine',
      'completeStep examine',
      'returnToStep examine',
      'startSpecialProcedure',
    ]);
  });
  test('why the others cannot be done: the stage, the separation, the authorisation', () => {
    const why = (given: GivenCase, act: CaseAct): string | undefined =>
      given.acts().find((row) => row.act === act)?.why?.code;
    expect(why(aCase.received(), 'receive')).toBe('wrong_stage');
    expect(why(aCase.received(), 'sign')).toBe('no_authorisation');
    expect(why(aCase.received(licence, { materials: [] }), 'accept')).toBe('materials_missing');
    expect(why(aCase.accepted().by(cast.allInOne), 'proposeDecision')).toBe('wrong_stage');
    expect(why(aCase.accepted().by(cast.applicant), 'completeStep')).toBe('not_for_this_actor');
    expect(why(aCase.closed(), 'sign')).toBe('case_ended');
  });
  test('the same with one person for an instant item as with many for another', () => {
    expect(offered(aCase.received(instantItem).by(cast.allInOne))).toContain('accept');
  });
});

test('every act has its authorisation, or is the system’s', () => {
  expect(Object.entries(officerActFor).filter(([, needed]) => needed === 'system')).toEqual([['lapse', 'system']]);
});
