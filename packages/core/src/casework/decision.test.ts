import { describe, expect, test } from 'vitest';
import { day } from '@yimen/kernel';
import { aCase, cast, commands, givenCase, items } from '@yimen/testkit/cases';
import { endings, liveOf, stages } from './index.ts';

const { typical, refusing, serving, completing, filing, person } = commands;
const { licence, weightyItem } = items;
const agent = { name: '赵六', paper: 'passport', paperNumber: 'E12345678', phone: '1', mandate: '委托书001' } as const;

describe('the decision', () => {
  test('refusing says why and where to turn (Art. 38)', () => {
    const { reason: _reason, ...silent } = refusing;
    aCase.examined().when(silent).isRefused('refusal_reason_missing', { article: '行政许可法第三十八条第二款' });
    const { remedies: _remedies, ...helpless } = refusing;
    aCase
      .examined()
      .when({ ...helpless, outcome: 'partialGrant' })
      .isRefused('remedies_missing');
    aCase.examined().when(refusing).yields({ type: 'decisionProposed', outcome: 'refuse' });
  });
  test('can be proposed anew until it is signed; the legal review then starts afresh', () => {
    const reviewed = aCase
      .proposed(weightyItem)
      .by(cast.lawyer)
      .does({ ...typical.reviewLegality, agreed: false });
    const revised = reviewed.by(cast.examiner).does({ ...typical.proposeDecision, facts: '补充调查后' });
    revised.by(cast.chief).when(typical.sign).isRefused('legal_review_missing');
    revised
      .by(cast.lawyer)
      .does(typical.reviewLegality)
      .by(cast.examiner)
      .does(typical.attachMinutes)
      .by(cast.chief)
      .when(typical.sign)
      .yields({ type: 'decisionSigned', decidedOn: '2026-03-02' });
  });
  test('minutes are of a meeting that was held', () => {
    const deciding = aCase.examined(weightyItem).by(cast.examiner);
    deciding.when({ ...typical.attachMinutes, heldOn: day('2026-03-03') }).isRefused('day_out_of_range');
    deciding.when({ ...typical.attachMinutes, conclusion: '' }).isRefused('text_missing');
  });
  test('is made by the chief representative’s signature, or the head’s', () => {
    aCase.proposed().when(typical.sign).yields({ type: 'decisionSigned', opinion: '准予许可' });
    expect(aCase.proposed().by(cast.head).when(typical.sign).decision.ok).toBe(true);
    aCase.proposed().by(cast.approver).when(typical.sign).isRefused('not_authorised');
  });
  test('is not signed by who received the application', () => {
    const received = givenCase().by(cast.allInOne).does(filing(), typical.receive).by(cast.clerk).does(typical.accept);
    const ready = received.by(cast.examiner).does(completing('examine')).by(cast.approver).does(completing('approve'));
    ready.does(typical.proposeDecision).by(cast.allInOne).when(typical.sign).isRefused('receiver_may_not_examine');
  });
  test('sent back instead of signed goes to the step named, and the proposal falls', () => {
    const back = aCase
      .proposed()
      .when({ type: 'declineToSign', toStepId: 'approve', reason: '意见过简' })
      .yields({ type: 'signatureDeclined', undone: ['approve'] }, { type: 'stepOpened', stepId: 'approve', round: 2 });
    expect(back.state.stage).toBe('examining');
    back.by(cast.approver).does(completing('approve')).by(cast.chief).when(typical.sign).isRefused('not_proposed');
    aCase
      .proposed()
      .when({ type: 'declineToSign', toStepId: 'nowhere', reason: '意见过简' })
      .isRefused('step_not_earlier');
  });
  test('is sealed only after it is signed, by the keeper of the seal', () => {
    aCase.proposed().by(cast.sealKeeper).when(typical.seal).isRefused('wrong_stage');
    aCase.signed().by(cast.chief).when(typical.seal).isRefused('not_authorised');
    aCase.signed().when(typical.seal).yields({ type: 'decisionSealed' });
  });
});

describe('delivery', () => {
  test('of a grant follows its issue; a refusal is served as soon as it is sealed', () => {
    aCase
      .sealed()
      .when(typical.issue)
      .yields({ type: 'resultIssued' })
      .when(serving())
      .yields({ type: 'decisionServed' });
    aCase.sealed(licence, refusing).when(serving()).yields({ type: 'decisionServed' });
  });
  test('gives the licence the term its item has, from the decision, unless the officer gives another', () => {
    aCase
      .sealed()
      .when(typical.issue)
      .yields({ type: 'resultIssued', validFrom: day('2026-03-02'), validTo: day('2031-03-01') });
    aCase
      .sealed()
      .when({ type: 'issue', validFrom: day('2026-04-01'), validTo: day('2027-03-31') })
      .yields({ type: 'resultIssued', validFrom: day('2026-04-01'), validTo: day('2027-03-31') });
  });
  test('is proved: on a day that has come, with a witness when it is left, with the relation when another took it', () => {
    const issued = aCase.issued();
    issued.when(serving({ servedOn: day('2026-03-01') })).isRefused('day_out_of_range');
    issued.when(serving({ servedOn: day('2026-03-03') })).isRefused('day_out_of_range');
    expect(issued.when(serving({ method: 'leaving', witness: '社区干部' })).decision.ok).toBe(true);
    expect(
      issued.when(serving({ receiver: '王大明', receiverIsApplicant: false, proof: '同住成年家属，兄' })).decision.ok,
    ).toBe(true);
  });
  test('as to the applicant only under their own name: anybody else is said to be another, with the relation', () => {
    const issued = aCase.issued();
    issued.when(serving({ receiver: '王大明' })).isRefused('receiver_not_applicant');
    expect(issued.when(serving({ receiver: ' 王 小明' })).decision.ok).toBe(true);
  });
  test('to the agent on file needs no more than the proof', () => {
    const { applicant } = filing({ applicant: { ...person, agent } });
    const issued = aCase
      .received(licence, { applicant })
      .does(typical.accept)
      .by(cast.examiner)
      .does(completing('examine'))
      .by(cast.approver)
      .does(completing('approve'), typical.proposeDecision)
      .by(cast.chief)
      .does(typical.sign)
      .by(cast.sealKeeper)
      .does(typical.seal)
      .by(cast.deliveryClerk)
      .does(typical.issue);
    issued.when(serving({ receiver: '赵六', receiverIsApplicant: false, proof: '' })).isRefused('proof_missing');
    expect(issued.when(serving({ receiver: '赵六', receiverIsApplicant: false })).decision.ok).toBe(true);
  });
  test('done, the case is closed by the delivery desk or the system', () => {
    aCase.served().when(typical.close).yields({ type: 'caseClosed' });
    aCase.served().by(cast.system).when(typical.close).yields({ type: 'caseClosed' });
  });
});

describe('endings', () => {
  test('the applicant withdraws until the decision is signed, not after', () => {
    for (const open of [
      aCase.filed(),
      aCase.received(),
      aCase.awaitingCorrection(),
      aCase.accepted(),
      aCase.proposed(),
    ]) {
      open.by(cast.applicant).when(typical.withdraw).yields({ type: 'applicationWithdrawn' });
    }
    aCase.signed().by(cast.applicant).when(typical.withdraw).isRefused('wrong_stage');
  });
  test('termination is the approver’s or the chief representative’s, with reason and basis', () => {
    aCase.awaitingCorrection().by(cast.chief).when(typical.terminate).yields({ type: 'caseTerminated' });
    aCase.accepted().when(typical.terminate).isRefused('not_authorised');
    aCase
      .accepted()
      .by(cast.approver)
      .when({ ...typical.terminate, basis: '' })
      .isRefused('basis_missing');
  });
  test('void is for data errors, the supervisor’s, at any stage; what was stays readable', () => {
    const voided = aCase
      .signed()
      .by(cast.supervisor)
      .when(typical.void)
      .yields({ type: 'caseVoided', reason: '重复录入' });
    expect(liveOf(voided.state)).toMatchObject({ stage: 'signed', decision: { outcome: 'grant' } });
    aCase.received().by(cast.chief).when(typical.void).isRefused('not_authorised');
    aCase.filed().by(cast.supervisor).when(typical.void).yields({ type: 'caseVoided' });
  });
  test('are among the stages', () => {
    expect(stages.filter((stage) => endings.some((ending) => ending === stage))).toEqual([...endings]);
  });
});
