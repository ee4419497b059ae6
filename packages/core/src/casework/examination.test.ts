import { describe, expect, test } from 'vitest';
import { day } from '@yimen/kernel';
import { personId } from '@yimen/core/people';
import { aCase, cast, commands, givenCase, items } from '@yimen/testkit/cases';
import { isAccepted, liveOf, type CaseState } from './index.ts';

const { typical, completing, starting, ending, filing, handedIn } = commands;
const { instantItem, parallelItem } = items;
const claim = { type: 'claimStep', stepId: 'examine' } as const;

function stepsIn(state: CaseState): Readonly<Record<string, string>> {
  const live = liveOf(state);
  if (live === undefined || !isAccepted(live)) return {};
  return Object.fromEntries(Object.entries(live.steps).map(([id, { status, round }]) => [id, `${status} ${round}`]));
}

describe('steps', () => {
  test('follow one another, and the decision follows the last', () => {
    const approving = aCase
      .accepted()
      .when(completing('examine'))
      .yields({ type: 'stepCompleted', duty: 'examination' }, { type: 'stepOpened', stepId: 'approve' });
    approving
      .by(cast.approver)
      .when(completing('approve'))
      .yields({ type: 'stepCompleted', duty: 'approval' }, { type: 'examinationCompleted' });
  });
  test('claimed by one are kept from others until released or handed over', () => {
    const held = aCase
      .accepted()
      .when(claim)
      .yields({ type: 'stepClaimed', by: personId('p-审核员') });
    held.when(claim).isRefused('step_held_already');
    held.by(cast.secondExaminer).when(claim).isRefused('step_held_by_another');
    const handed = held
      .when({ type: 'handOverStep', stepId: 'examine', to: personId('p-审核员乙'), reason: '出差' })
      .yields({ type: 'stepHandedOver' });
    handed.when(completing('examine')).isRefused('step_held_by_another');
    expect(handed.by(cast.secondExaminer).when(completing('examine')).decision.ok).toBe(true);
    expect(
      stepsIn(
        held.when({ type: 'releaseStep', stepId: 'examine', reason: '请假' }).yields({ type: 'stepReleased' }).state,
      ),
    ).toEqual({ examine: 'open 1' });
  });
  test('of somebody who is away can be freed by the chief representative, not by a colleague', () => {
    const held = aCase.accepted().does(claim);
    const release = { type: 'releaseStep', stepId: 'examine', reason: '病假' } as const;
    held.by(cast.secondExaminer).when(release).isRefused('step_held_by_another');
    held.by(cast.chief).when(release).yields({ type: 'stepReleased' });
  });
  test('are not handed to somebody the separations keep out', () => {
    aCase
      .accepted()
      .does(claim)
      .when({ type: 'handOverStep', stepId: 'examine', to: personId('p-窗口员'), reason: '忙' })
      .isRefused('receiver_may_not_examine');
  });
  test('returned to open again in their next round, and what was built on them falls', () => {
    const back = aCase
      .accepted()
      .does(completing('examine'))
      .by(cast.approver)
      .when({ type: 'returnToStep', fromStepId: 'approve', toStepId: 'examine', reason: '事实不清' })
      .yields(
        { type: 'stepReturned', undone: ['examine', 'approve'] },
        { type: 'stepOpened', stepId: 'examine', round: 2 },
      );
    expect(stepsIn(back.state)).toEqual({ examine: 'open 2', approve: 'undone 1' });
    const again = back.by(cast.examiner).does(completing('examine'));
    expect(stepsIn(again.state)).toEqual({ examine: 'done 2', approve: 'open 2' });
  });
});

describe('parallel examination by two departments', () => {
  const both = aCase.accepted(parallelItem);
  test('opens side by side and joins before it goes on', () => {
    expect(stepsIn(both.state)).toEqual({ examine: 'open 1', consult: 'open 1' });
    const one = both.when(completing('examine')).yields({ type: 'stepCompleted' });
    one
      .by(cast.consulted)
      .when(completing('consult'))
      .yields({ type: 'stepCompleted', duty: 'consultation' }, { type: 'stepOpened', stepId: 'approve' });
  });
  test('takes the conditional step where its condition is met', () => {
    const rented = aCase.accepted(parallelItem, {
      answers: { address: '一路', rented: true },
      materials: handedIn('application', 'plan', 'lease'),
    });
    const joined = rented.does(completing('examine')).by(cast.consulted).does(completing('consult'));
    expect(stepsIn(joined.state)).toMatchObject({ 'lease-check': 'open 1' });
    const back = joined
      .by(cast.examiner)
      .when({ type: 'returnToStep', fromStepId: 'lease-check', toStepId: 'examine', reason: '补充' });
    expect(
      stepsIn(
        back.yields({ type: 'stepReturned', undone: ['examine', 'lease-check'] }, { type: 'stepOpened', round: 2 })
          .state,
      ),
    ).toEqual({ examine: 'open 2', consult: 'done 1', 'lease-check': 'undone 1' });
  });
  test('does not let one branch send back the other', () => {
    both
      .does(completing('examine'))
      .by(cast.consulted)
      .when({ type: 'returnToStep', fromStepId: 'consult', toStepId: 'examine', reason: '不服' })
      .isRefused('step_not_earlier');
  });
});

describe('separation', () => {
  test('one person does everything only on an instant item, authorised so', () => {
    const alone = givenCase(instantItem)
      .by(cast.allInOne)
      .does(
        filing({}, instantItem),
        typical.receive,
        typical.accept,
        completing('examine'),
        completing('approve'),
        typical.proposeDecision,
        typical.sign,
        typical.seal,
        typical.issue,
      );
    expect(alone.state.stage).toBe('issued');
  });
  test('who accepted counts as who received, also when the application came over the wire', () => {
    givenCase()
      .by(cast.applicant)
      .does(filing({ channel: 'web' }))
      .by(cast.allInOne)
      .does(typical.accept)
      .when(completing('examine'))
      .isRefused('receiver_may_not_examine');
  });
});

describe('special procedures', () => {
  test('stop the time from a served notice that names how long, to the day', () => {
    aCase
      .accepted()
      .on('2026-03-05')
      .when(starting({ servedOn: day('2026-03-04') }))
      .yields({
        type: 'specialProcedureStarted',
        procedureId: 'sp-1',
        plannedEnd: '2026-03-18',
        stopsStatutory: true,
        stopsPromise: true,
      });
  });
  test('begin neither before acceptance nor in the future', () => {
    aCase
      .accepted()
      .when(starting({ servedOn: day('2026-03-01') }))
      .isRefused('day_out_of_range', { field: 'servedOn' });
  });
  test('end with a result that came after the notice', () => {
    const running = aCase.accepted().does(starting()).on('2026-03-09');
    running.when(ending()).yields({ type: 'specialProcedureEnded', receivedOn: '2026-03-09' });
    running.when(ending({ result: '' })).isRefused('text_missing', { field: 'result' });
    running.when(ending({ receivedOn: day('2026-03-10') })).isRefused('day_out_of_range');
    running.does(ending()).when(ending()).isRefused('unknown_special_procedure');
  });
  test('on site are two different officers’, not one person’s twice', () => {
    const twice = [personId('p-审核员'), personId('p-审核员')];
    aCase
      .accepted()
      .when(starting({ procedure: 'siteVisit', officers: twice }))
      .isRefused('two_officers_needed');
    aCase
      .accepted()
      .when(starting({ procedure: 'siteVisit', officers: [personId('p-审核员'), personId('p-窗口员')] }))
      .isRefused('receiver_may_not_examine', { field: 'officers' });
    aCase
      .accepted()
      .when(starting({ procedure: 'siteVisit' }))
      .yields({ type: 'specialProcedureStarted', stopsStatutory: false });
  });
  test('have no place once a decision is proposed', () => {
    aCase.proposed().by(cast.examiner).when(starting()).isRefused('wrong_stage');
  });
});

describe('extension', () => {
  test('is the head’s, once, before the statutory time ends, told with its reason (Art. 42)', () => {
    const lastDay = aCase.accepted().on('2026-03-30', '17:00').by(cast.head);
    lastDay
      .when(typical.extend)
      .yields({ type: 'timeExtended', days: 10, basis: '中华人民共和国行政许可法第四十二条第一款' });
    lastDay.on('2026-03-30', '17:31').when(typical.extend).isRefused('extension_too_late');
    aCase.accepted().by(cast.chief).when(typical.extend).isRefused('not_authorised');
  });
  test('comes later where a special procedure stopped the time', () => {
    const paused = aCase
      .accepted()
      .does(starting())
      .on('2026-03-16')
      .does(ending({ receivedOn: day('2026-03-16') }));
    expect(paused.on('2026-04-14').by(cast.head).when(typical.extend).decision.ok).toBe(true);
    paused.on('2026-04-15').by(cast.head).when(typical.extend).isRefused('extension_too_late');
  });
});
