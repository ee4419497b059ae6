import { describe, expect, test } from 'vitest';
import { day } from '@yimen/kernel';
import {
  aCase,
  cast,
  commands,
  filedOnline,
  fire,
  givenCase,
  items,
  officerNamed,
  type Outcome,
} from '@yimen/testkit/cases';
import { decide, refusals, type RefusalCode } from './index.ts';

const { typical, filing, completing, starting, ending, serving, handedIn, person, company, refusing } = commands;
const { licence, licenceWith, parallelItem, weightyItem } = items;

const claimed = () => aCase.accepted().does({ type: 'claimStep', stepId: 'examine' });
/** Authorised on paper, but not the head of the authority (Art. 42). */
const deputyDirector = officerNamed('副局长', { roles: ['approver'], acts: ['extend'] });
const unpublished = { ...licence, availability: 'guideOnly' } as const;
const companiesOnly = { ...licence, serves: ['organisation'] } as const;
const { extension: _none, ...withoutExtension } = licence.limits;
const siteVisitStopsLaw = licenceWith({
  specialProcedures: [
    { procedure: 'siteVisit', basis: '内部规定', plannedDays: 3, stopsStatutory: true, stopsPromise: true },
  ],
});

/** How each refusal is met; a refusal nobody can meet does not compile into this table. */
const met: Readonly<Record<RefusalCode, () => Pick<Outcome, 'decision'>>> = {
  case_ended: () => aCase.closed().when(typical.close),
  not_filed: () => givenCase().when(typical.receive),
  already_filed: () => aCase.filed().when(filing()),
  wrong_stage: () => aCase.filed().when(typical.accept),
  not_for_this_actor: () => aCase.received().by(cast.applicant).when(typical.accept),
  not_authorised: () => aCase.received().by(cast.visitor).when(typical.accept),
  wrong_authority: () => {
    const given = aCase.accepted();
    const { authority, ...rest } = given.context(completing('examine'));
    if (authority === undefined) throw new Error('the examiner is authorised');
    const decision = decide(given.state, completing('examine'), {
      ...rest,
      authority: { ...authority, authority: fire },
    });
    return { decision };
  },
  role_missing: () => aCase.proposed().by(deputyDirector).when(typical.extend),
  reason_missing: () => aCase.filed().when({ type: 'withdraw', reason: ' ' }),
  basis_missing: () => aCase.received().when({ ...typical.proposeReturn, basis: '' }),
  opinion_missing: () => aCase.accepted().when(completing('examine', { opinion: ' ' })),
  text_missing: () => aCase.received().when({ ...typical.notifyCorrection, contact: '' }),
  wrong_item: () => givenCase().when(filing({}, { ...licence, id: items.instantItem.id })),
  item_not_applicable: () => givenCase(unpublished).when(filing()),
  item_not_in_force: () => givenCase({ ...licence, effectiveTo: day('2026-03-01') }).when(filing()),
  applicant_not_served: () => givenCase(companiesOnly).when(filing()),
  identity_invalid: () =>
    givenCase().when(filing({ applicant: { ...person, paper: 'residentId', paperNumber: '410108199003070018' } })),
  credit_code_invalid: () =>
    givenCase().when(filing({ applicant: { ...company, kind: 'organisation', creditCode: '11440100007483172P' } })),
  mandate_missing: () =>
    givenCase().when(
      filing({
        applicant: {
          ...person,
          agent: { name: '赵六', paper: 'passport', paperNumber: 'E12345678', phone: '1', mandate: '' },
        },
      }),
    ),
  answer_missing: () => givenCase().when(filing({ answers: {} })),
  answer_wrong: () => givenCase().when(filing({ answers: { address: '一路', area: '很大' } })),
  answer_too_long: () => givenCase().when(filing({ answers: { address: '长'.repeat(51) } })),
  answer_unrelated: () => givenCase().when(filing({ answers: { address: '一路', mothersName: '张' } })),
  material_not_listed: () => givenCase().when(filing({ materials: handedIn('marriage-certificate') })),
  correction_already_asked: () => aCase.corrected().when(typical.notifyCorrection),
  acceptance_lapsed: () => aCase.received().on('2026-03-10').when(typical.notifyCorrection),
  defects_missing: () => aCase.received().when({ ...typical.notifyCorrection, defects: [] }),
  return_pending: () => aCase.received().does(typical.proposeReturn).when(typical.accept),
  no_return_proposed: () => aCase.received().by(cast.windowHead).when(typical.confirmReturn),
  own_proposal: () => aCase.received().by(cast.windowHead).does(typical.proposeReturn).when(typical.confirmReturn),
  correction_incomplete: () => aCase.awaitingCorrection().when({ ...typical.deliverCorrection, materials: [] }),
  correction_must_come_first: () => aCase.received().when({ ...typical.declineAcceptance, ground: 'notConforming' }),
  competent_authority_missing: () => aCase.received().when({ ...typical.declineAcceptance, competentAuthority: '' }),
  materials_missing: () => aCase.received(licence, { materials: handedIn('application') }).when(typical.accept),
  step_not_open: () => aCase.accepted().by(cast.chief).when(completing('approve')),
  step_held_by_another: () => claimed().by(cast.secondExaminer).when(completing('examine')),
  step_held_already: () => claimed().when({ type: 'claimStep', stepId: 'examine' }),
  step_not_held: () => aCase.accepted().when({ type: 'releaseStep', stepId: 'examine', reason: '请假' }),
  step_not_earlier: () =>
    aCase.accepted().when({ type: 'returnToStep', fromStepId: 'examine', toStepId: 'approve', reason: '有误' }),
  receiver_may_not_examine: () =>
    givenCase().by(cast.allInOne).does(filing(), typical.receive, typical.accept).when(completing('examine')),
  examiner_may_not_approve: () =>
    aCase.accepted().by(cast.chief).does(completing('examine')).when(completing('approve')),
  approver_may_not_examine: () =>
    aCase
      .examined()
      .by(cast.examiner)
      .does(typical.proposeDecision)
      .by(cast.chief)
      .does({ type: 'declineToSign', toStepId: 'examine', reason: '重新审查' })
      .by(cast.approver)
      .when(completing('examine')),
  proposer_may_not_sign: () => aCase.examined().by(cast.chief).does(typical.proposeDecision).when(typical.sign),
  reviewer_not_independent: () =>
    aCase
      .accepted(weightyItem)
      .by(cast.allInOne)
      .does(completing('examine'))
      .by(cast.approver)
      .does(completing('approve'), typical.proposeDecision)
      .by(cast.allInOne)
      .when(typical.reviewLegality),
  special_procedure_not_allowed: () => aCase.accepted().when(starting({ procedure: 'hearing' })),
  special_procedure_unlawful: () => aCase.accepted(siteVisitStopsLaw).when(starting({ procedure: 'siteVisit' })),
  special_procedure_open: () => aCase.accepted().does(starting()).when(starting()),
  special_procedures_unfinished: () =>
    aCase.examined().by(cast.examiner).does(starting()).when(typical.proposeDecision),
  unknown_special_procedure: () => aCase.accepted().when(ending()),
  planned_days_missing: () => aCase.accepted().when(starting({ plannedDays: 0 })),
  two_officers_needed: () => aCase.accepted().when(starting({ procedure: 'siteVisit', officers: [] })),
  day_out_of_range: () => aCase.accepted().when(starting({ servedOn: day('2026-03-03') })),
  extension_not_allowed: () =>
    aCase
      .accepted({ ...licence, limits: withoutExtension })
      .by(cast.head)
      .when(typical.extend),
  extension_used: () => aCase.accepted().by(cast.head).does(typical.extend).when(typical.extend),
  extension_too_late: () => aCase.accepted().on('2026-03-31').by(cast.head).when(typical.extend),
  extension_too_long: () =>
    aCase
      .accepted()
      .by(cast.head)
      .when({ ...typical.extend, days: 11 }),
  remedies_missing: () =>
    aCase.examined().when({ ...refusing, remedies: { reconsiderationBody: '市政府', court: '' } }),
  refusal_reason_missing: () => aCase.examined().when({ ...refusing, reason: ' ' }),
  not_proposed: () => aCase.examined().by(cast.chief).when(typical.sign),
  not_in_procedure: () => aCase.proposed().by(cast.lawyer).when(typical.reviewLegality),
  legal_review_missing: () => aCase.proposed(weightyItem).when(typical.sign),
  legal_review_disagrees: () =>
    aCase
      .proposed(weightyItem)
      .by(cast.lawyer)
      .does({ ...typical.reviewLegality, agreed: false })
      .by(cast.chief)
      .when(typical.sign),
  minutes_missing: () =>
    aCase.proposed(weightyItem).by(cast.lawyer).does(typical.reviewLegality).by(cast.chief).when(typical.sign),
  not_sealed: () => aCase.signed().by(cast.deliveryClerk).when(serving()),
  result_not_issued: () => aCase.sealed().when(serving()),
  nothing_to_issue: () => aCase.sealed(licence, refusing).when(typical.issue),
  validity_wrong: () =>
    aCase.sealed().when({ ...typical.issue, validFrom: day('2026-03-02'), validTo: day('2026-03-01') }),
  receiver_missing: () => aCase.issued().when(serving({ receiver: '' })),
  receiver_not_applicant: () => aCase.issued().when(serving({ receiver: '邻居' })),
  receiver_without_mandate: () =>
    aCase.issued().when(serving({ receiver: '邻居', receiverIsApplicant: false, proof: '' })),
  proof_missing: () => aCase.issued().when(serving({ proof: ' ' })),
  witness_missing: () => aCase.issued().when(serving({ method: 'leaving' })),
};

describe('every refusal', () => {
  test.each(Object.keys(met))('%s is met', (code) => {
    const outcome = Object.entries(met).find(([name]) => name === code)?.[1]();
    expect(outcome?.decision).toMatchObject({ ok: false, error: { code } });
  });

  test.each(Object.entries(refusals))('%s says so in two languages', (_code, { zh, en }) => {
    expect(zh).toMatch(/[一-鿿].*。$/);
    expect(en).toMatch(/^[A-Z].*\.$/);
  });

  test('leaves no gap in its words', () => {
    for (const meet of Object.values(met)) {
      const { decision } = meet();
      if (decision.ok) continue;
      expect(decision.error.words.zh).not.toContain('{}');
      expect(decision.error.words.zh).not.toMatch(/[：“]。|“”/);
    }
  });
});

test('a step of another authority is refused to the item’s own officers', () => {
  aCase.accepted(parallelItem).when(completing('consult')).isRefused('not_authorised');
});

test('what is filed on the web can lapse like anything else', () => {
  filedOnline('2026-03-02').on('2026-03-10').when(typical.declareLicenceNotRequired).isRefused('acceptance_lapsed');
});
