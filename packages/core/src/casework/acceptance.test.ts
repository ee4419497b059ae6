import { describe, expect, test } from 'vitest';
import { aCase, cast, commands, filedOnline, givenCase, items, type ExpectedFact } from '@yimen/testkit/cases';
import { decide } from './index.ts';

const { typical, filing, handedIn, complete, person, company } = commands;
const { licence } = items;
const monday = '2026-03-02';
const lastDay = '2026-03-09';
const dayAfter = '2026-03-10';
const breach = (rule: 'silentOnAcceptance' | 'secondCorrection'): ExpectedFact => ({
  type: 'breachRecorded',
  rule,
});

describe('filing', () => {
  test('over the wire is receipt: the five days begin with it (Art. 33)', () => {
    givenCase()
      .by(cast.applicant)
      .when(filing({ channel: 'web' }))
      .yields(
        { type: 'applicationFiled', channel: 'web', itemVersion: 3 },
        { type: 'applicationReceived', receivedOn: monday, materials: complete },
      );
  });
  test('on a Sunday is receipt on that Sunday; only working days are counted after it', () => {
    const sunday = filedOnline('2026-03-01').by(cast.system);
    sunday.on('2026-03-06').when(typical.lapse).yields();
    sunday
      .on('2026-03-07')
      .when(typical.lapse)
      .yields(
        breach('silentOnAcceptance'),
        { type: 'caseAccepted', how: 'deemed', acceptedOn: '2026-03-01' },
        { type: 'stepOpened' },
      );
  });
  test('at the window waits for the clerk, who lists what was really handed in', () => {
    givenCase()
      .when(filing())
      .yields({ type: 'applicationFiled' })
      .when({ type: 'receive', materials: handedIn('application') })
      .yields({ type: 'applicationReceived', receivedOn: monday, materials: handedIn('application') });
  });
  test('at a village station waits likewise; by an agent over the wire it does not', () => {
    expect(aCase.filed(licence, { channel: 'station' }).state.stage).toBe('filed');
    expect(aCase.filed(licence, { channel: 'agent' }).state.stage).toBe('received');
  });
  test('takes an application that is not complete: that is what correction is for', () => {
    expect(givenCase().when(filing({ materials: [] })).decision.ok).toBe(true);
  });
  test.each([
    ['a company by its credit code', company],
    ['a passport', { ...person, kind: 'naturalPerson', paper: 'passport', paperNumber: 'E12345678' } as const],
    ['a Taiwan permit', { ...person, kind: 'naturalPerson', paper: 'taiwanPermit', paperNumber: '12345678' } as const],
    [
      'an id of a division that no longer exists',
      { ...person, kind: 'naturalPerson', paperNumber: '320625199003070019' } as const,
    ],
  ])('takes %s', (_who, applicant) => {
    expect(givenCase().when(filing({ applicant })).decision.ok).toBe(true);
  });
  test('tells everything that is wrong at once', () => {
    const { decision } = givenCase().when(
      filing({ applicant: { ...person, name: '', paperNumber: '1' }, answers: {} }),
    );
    if (decision.ok) throw new Error('it is full of mistakes');
    const { error } = decision;
    expect([error, ...(error.also ?? [])].map(({ field }) => field)).toEqual([
      'applicant.name',
      'applicant.paperNumber',
      'answers.address',
    ]);
  });
  test('binds the version in force; judging the case by another is a bug', () => {
    const given = aCase.received();
    const later = { ...licence, version: 4 };
    expect(() => decide(given.state, typical.accept, { ...given.context(typical.accept), item: later })).toThrow(
      'version 3',
    );
  });
  test('checks every kind of answer', () => {
    const answers = { address: '一路', rented: true, area: 20, opening: '2026-05-01', use: '经营' };
    expect(givenCase().when(filing({ answers })).decision.ok).toBe(true);
    for (const wrong of [
      { rented: 'yes' },
      { area: Number.NaN },
      { opening: '2026-02-30' },
      { use: '居住' },
      { address: 7 },
    ]) {
      givenCase()
        .when(filing({ answers: { ...answers, ...wrong } }))
        .isRefused('answer_wrong', { field: `answers.${Object.keys(wrong)[0]}` });
    }
  });
});

describe('acceptance', () => {
  test('is on the day of the officer’s act when nothing had to be corrected, and opens the first step', () => {
    aCase
      .received()
      .on('2026-03-04')
      .when(typical.accept)
      .yields(
        { type: 'caseAccepted', how: 'officer', acceptedOn: '2026-03-04' },
        { type: 'stepOpened', stepId: 'examine', round: 1 },
      );
  });
  test('is on the day all corrections came, not on the day they were asked for or looked at', () => {
    aCase
      .awaitingCorrection()
      .on('2026-03-20')
      .does(typical.deliverCorrection)
      .on('2026-03-25')
      .when(typical.accept)
      .yields({ type: 'caseAccepted', how: 'officer', acceptedOn: '2026-03-20' }, { type: 'stepOpened' });
  });
  test('needs a material only where its condition is met', () => {
    const renting = { answers: { address: '一路', rented: true } };
    aCase
      .received(licence, renting)
      .when(typical.accept)
      .isRefused('materials_missing', { article: '行政许可法第三十二条第一款第五项' });
    expect(
      aCase.received(licence, { ...renting, materials: handedIn('application', 'plan', 'lease') }).when(typical.accept)
        .decision.ok,
    ).toBe(true);
  });
});

describe('silence', () => {
  test('is no acceptance on the fifth working day', () => {
    aCase.received().on(lastDay, '23:59').by(cast.system).when(typical.lapse).yields();
  });
  test('is acceptance as of the day of receipt, with the breach on record (Art. 32(4))', () => {
    const lapsed = aCase
      .received()
      .on(dayAfter)
      .by(cast.system)
      .when(typical.lapse)
      .yields(
        breach('silentOnAcceptance'),
        { type: 'caseAccepted', how: 'deemed', acceptedOn: monday },
        { type: 'stepOpened' },
      );
    expect(lapsed.state).toMatchObject({ stage: 'examining', breaches: [{ rule: 'silentOnAcceptance' }] });
    lapsed.when(typical.lapse).yields();
  });
  test('after the corrections came is acceptance as of that day', () => {
    aCase
      .awaitingCorrection()
      .on('2026-03-20')
      .does(typical.deliverCorrection)
      .on('2026-03-30')
      .by(cast.system)
      .when(typical.lapse)
      .yields(
        breach('silentOnAcceptance'),
        { type: 'caseAccepted', how: 'deemed', acceptedOn: '2026-03-20' },
        { type: 'stepOpened' },
      );
  });
  test('is not the office’s while the applicant is to correct', () => {
    aCase.awaitingCorrection().on('2026-12-31').by(cast.system).when(typical.lapse).yields();
  });
  test('cannot be undone by a late act: accepting late records what the law has done', () => {
    aCase
      .received(licence, { materials: [] })
      .on(dayAfter)
      .when(typical.accept)
      .yields(
        breach('silentOnAcceptance'),
        { type: 'caseAccepted', how: 'deemed', acceptedOn: monday },
        { type: 'stepOpened' },
      );
    for (const late of [
      typical.notifyCorrection,
      typical.declineAcceptance,
      typical.declareLicenceNotRequired,
      typical.proposeReturn,
    ]) {
      aCase.received().on(dayAfter).when(late).isRefused('acceptance_lapsed');
    }
    aCase
      .received()
      .does(typical.proposeReturn)
      .on(dayAfter)
      .by(cast.windowHead)
      .when(typical.confirmReturn)
      .isRefused('acceptance_lapsed');
  });
  test('is the system’s to record, nobody else’s', () => {
    aCase.received().on(dayAfter).when(typical.lapse).isRefused('not_for_this_actor');
  });
});

describe('correction', () => {
  test('is told once', () => {
    aCase.received().when(typical.notifyCorrection).yields({ type: 'correctionNotified', second: false });
    aCase.corrected().when(typical.notifyCorrection).isRefused('correction_already_asked');
    aCase.awaitingCorrection().when(typical.notifyCorrection).isRefused('correction_already_asked');
  });
  test('a second time only by a supervisor with a reason, and as a breach of Art. 72(4)', () => {
    const again = aCase.corrected().by(cast.supervisor);
    again.when(typical.notifyCorrection).isRefused('correction_already_asked', { field: 'override' });
    again.when({ ...typical.notifyCorrection, override: { reason: '首次告知遗漏' } }).yields(
      {
        type: 'breachRecorded',
        rule: 'secondCorrection',
        article: '行政许可法第七十二条第四项',
        detail: '首次告知遗漏',
      },
      { type: 'correctionNotified', second: true },
    );
  });
  test('delivered in part keeps the case waiting', () => {
    const partly = aCase
      .received()
      .does({
        ...typical.notifyCorrection,
        defects: [
          ...typical.notifyCorrection.defects,
          { requirementId: 'application', defect: '未签名', standard: '申请人签名' },
        ],
      })
      .by(cast.applicant)
      .when({ ...typical.deliverCorrection, complete: false })
      .yields({ type: 'correctionDelivered', complete: false });
    expect(partly.state.stage).toBe('awaitingCorrection');
    partly
      .when({ type: 'deliverCorrection', materials: handedIn('application'), complete: true })
      .yields({ type: 'correctionDelivered', complete: true });
  });
  test('wholly on the counter may not be called a part by the clerk', () => {
    aCase
      .awaitingCorrection()
      .when({ ...typical.deliverCorrection, complete: false })
      .yields({ type: 'correctionDelivered', complete: true });
  });
  test('after acceptance stops no clock: it is refused', () => {
    aCase.accepted().by(cast.clerk).when(typical.notifyCorrection).isRefused('wrong_stage');
  });
  test('may not ask for what is not on the list', () => {
    aCase
      .received()
      .when({ ...typical.notifyCorrection, defects: [{ requirementId: 'lunch', defect: '缺', standard: '一份' }] })
      .isRefused('material_not_listed');
  });
});

describe('the four ways of saying no at receipt stay four', () => {
  test('declined: with ground, the competent authority, and remedies', () => {
    aCase
      .received()
      .when(typical.declineAcceptance)
      .yields({ type: 'acceptanceDeclined', competentAuthority: '安阳市水利局', remedies: licence.remedies });
    expect(aCase.corrected().when({ ...typical.declineAcceptance, ground: 'notConforming' }).decision.ok).toBe(true);
  });
  test('not required', () => {
    aCase.received().when(typical.declareLicenceNotRequired).yields({ type: 'licenceNotRequiredDeclared' });
  });
  test('returned: through the window head, told to the applicant, copied to centre and department', () => {
    const returned = aCase
      .received()
      .does(typical.proposeReturn)
      .by(cast.windowHead)
      .when(typical.confirmReturn)
      .yields({ type: 'returnDecided', agreed: true, toldBy: 'faceToFace', copiedTo: ['centre', 'department'] });
    expect(returned.state).toMatchObject({ stage: 'returned', reason: typical.proposeReturn.reason });
  });
  test('a return the window head does not agree to leaves the papers where they were', () => {
    const kept = aCase
      .received()
      .does(typical.proposeReturn)
      .by(cast.windowHead)
      .when({ ...typical.confirmReturn, agreed: false, opinion: '材料属实，应予受理' })
      .yields({ type: 'returnDecided', agreed: false, copiedTo: [] });
    expect(kept.by(cast.clerk).when(typical.accept).decision.ok).toBe(true);
  });
  test('withdrawn: the applicant’s own', () => {
    aCase.received().by(cast.applicant).when({ type: 'withdraw', reason: '' }).yields({ type: 'applicationWithdrawn' });
  });
});
