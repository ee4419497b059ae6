import { describe, expect, test } from 'vitest';
import { day, instantAt, type Day } from '@yimen/kernel';
import { calendarOf, shippedNotices } from '@yimen/core/calendar';
import { clocksOf, type Clock } from '@yimen/core/clock';
import { aCase, cast, commands, filedOnline, type GivenCase } from '@yimen/testkit/cases';
import { clockFacts, clockRules } from './index.ts';

const { typical, starting, ending, completing, serving, refusing } = commands;
const calendar = calendarOf(shippedNotices);

function clocks(given: GivenCase, on: string = given.today): readonly Clock[] {
  const facts = clockFacts(given.state, given.item);
  return facts === undefined ? [] : clocksOf(facts, clockRules(given.item), calendar, instantAt(day(on), '10:00'));
}
const due = (given: GivenCase, kind: string): Day | undefined =>
  clocks(given).find((clock) => clock.kind === kind)?.due;
const stateOf = (given: GivenCase, kind: string, on?: string): string | undefined =>
  clocks(given, on).find((clock) => clock.kind === kind)?.state;

describe('the clocks of a case', () => {
  test('none runs before receipt', () => {
    expect(clocks(aCase.filed())).toEqual([]);
  });
  test('five working days to answer, ten promised and twenty allowed to decide, ten to deliver', () => {
    expect(due(aCase.received(), 'acceptance')).toBe('2026-03-09');
    expect(due(aCase.accepted(), 'decisionPromised')).toBe('2026-03-16');
    expect(due(aCase.accepted(), 'decisionStatutory')).toBe('2026-03-30');
    expect(due(aCase.issued(), 'delivery')).toBe('2026-03-16');
  });
  test('expert review stops both, a site visit only the promise', () => {
    const reviewed = aCase
      .accepted()
      .does(starting())
      .on('2026-03-06')
      .does(ending({ receivedOn: day('2026-03-06') }));
    expect([due(reviewed, 'decisionPromised'), due(reviewed, 'decisionStatutory')]).toEqual([
      '2026-03-20',
      '2026-04-03',
    ]);
    const visited = aCase
      .accepted()
      .does(starting({ procedure: 'siteVisit' }))
      .on('2026-03-06')
      .does(ending({ receivedOn: day('2026-03-06') }));
    expect([due(visited, 'decisionPromised'), due(visited, 'decisionStatutory')]).toEqual(['2026-03-20', '2026-03-30']);
  });
  test('an extension moves the statutory end, not the promise', () => {
    const extended = aCase.accepted().by(cast.head).does(typical.extend);
    expect([due(extended, 'decisionPromised'), due(extended, 'decisionStatutory')]).toEqual([
      '2026-03-16',
      '2026-04-14',
    ]);
  });
  test('deemed acceptance counts from receipt', () => {
    const silent = filedOnline('2026-03-02').on('2026-03-10').by(cast.system).does(typical.lapse);
    expect(due(silent, 'decisionStatutory')).toBe('2026-03-30');
    expect(stateOf(silent, 'acceptance')).toBe('overdue');
  });
  test('deemed acceptance after a second notice counts from the last papers: the first notice broke the silence', () => {
    const override = { reason: '监察批准' };
    const silent = aCase
      .awaitingCorrection()
      .on('2026-03-16')
      .does(typical.deliverCorrection)
      .by(cast.supervisor)
      .does({ ...typical.notifyCorrection, override })
      .by(cast.clerk)
      .on('2026-03-19')
      .does(typical.deliverCorrection)
      .on('2026-04-02')
      .by(cast.system)
      .does(typical.lapse);
    expect(clocks(silent).find(({ kind }) => kind === 'decisionStatutory')?.start).toBe('2026-03-19');
    expect(silent.by(cast.head).when(typical.extend).decision.ok).toBe(true);
  });
  test('steps have their own, which nothing stops; one that fell has none', () => {
    const stepDue = (given: GivenCase): readonly (Day | undefined)[] =>
      clocks(given)
        .filter(({ kind }) => kind === 'step')
        .map((clock) => clock.due);
    expect(stepDue(aCase.accepted().does(starting()))).toEqual(['2026-03-09']);
    const back = aCase
      .accepted()
      .does(completing('examine'))
      .by(cast.approver)
      .does({ type: 'returnToStep', fromStepId: 'approve', toStepId: 'examine', reason: '有误' });
    expect(stepDue(back)).toHaveLength(1);
  });
  test('are met by the decision and the service, and stop when the case ends otherwise', () => {
    const closed = aCase.sealed(undefined, refusing).does(serving(), typical.close);
    expect([stateOf(closed, 'decisionStatutory'), stateOf(closed, 'delivery')]).toEqual(['met', 'met']);
    const withdrawn = aCase.accepted().by(cast.applicant).does(typical.withdraw);
    expect(stateOf(withdrawn, 'decisionStatutory', '2026-06-01')).toBe('stopped');
    const declined = aCase.received().does(typical.declineAcceptance);
    expect(stateOf(declined, 'acceptance', '2026-06-01')).toBe('met');
  });
});
