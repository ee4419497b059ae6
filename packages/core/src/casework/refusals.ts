import { refuse, type Result } from '@yimen/kernel';
import { articles } from './articles.ts';

interface RefusalWords {
  /** The article that forbids it; absent where it is good order rather than law. */
  readonly article?: keyof typeof articles;
  readonly zh: string;
  readonly en: string;
}

/** Every reason for which an act on a case is refused. `{}` in the words is replaced by what it concerns. */
export const refusals = {
  case_ended: { zh: '本办件已经结束，不能再办理。', en: 'The case has ended; nothing more can be done on it.' },
  not_filed: { zh: '申请尚未提交。', en: 'No application has been filed yet.' },
  already_filed: { zh: '申请已经提交。', en: 'The application has already been filed.' },
  wrong_stage: { zh: '办件目前处于“{}”阶段，不能办理此事。', en: 'The case is at “{}”; this cannot be done now.' },
  not_for_this_actor: { zh: '这件事不由您办理。', en: 'This is not yours to do.' },
  not_authorised: { zh: '没有办理此事的有效授权。', en: 'No valid authorisation covers this act.' },
  wrong_authority: { zh: '这件事由其他机关办理。', en: 'This belongs to another authority.' },
  role_missing: { zh: '只有{}可以办理此事。', en: 'Only the {} may do this.' },
  reason_missing: { zh: '请写明理由。', en: 'Give the reason.' },
  basis_missing: { zh: '请写明依据。', en: 'Name the legal basis.' },
  opinion_missing: { zh: '请写明意见，只签名不签意见不合格。', en: 'Write the opinion; a name alone is not one.' },
  text_missing: { zh: '此处不能空白：{}。', en: 'This may not be empty: {}.' },

  wrong_item: { zh: '申请的事项与所选事项不一致。', en: 'The application is for another item.' },
  item_not_applicable: {
    zh: '该事项仅公布办事指南，暂不在此受理。',
    en: 'Only the guide is published; apply elsewhere.',
  },
  item_not_in_force: { zh: '该事项版本当日不在有效期内。', en: 'This version of the item is not in force today.' },
  applicant_not_served: { zh: '该事项不面向此类申请人。', en: 'The item is not for this kind of applicant.' },
  identity_invalid: { zh: '证件号码不正确，请核对。', en: 'The identity number is not right; check it.' },
  credit_code_invalid: { zh: '统一社会信用代码校验不通过。', en: 'The credit code fails its check character.' },
  mandate_missing: { article: 'form', zh: '代理申请须有授权委托书。', en: 'An agent needs a written mandate.' },
  answer_missing: { zh: '请填写：{}。', en: 'Answer: {}.' },
  answer_wrong: { zh: '填写内容不符合要求：{}。', en: 'The answer does not fit: {}.' },
  answer_too_long: { zh: '填写内容超出长度：{}。', en: 'The answer is too long: {}.' },
  answer_unrelated: {
    article: 'form',
    zh: '申请书不得含有无关内容：{}。',
    en: 'The form does not ask for this: {}.',
  },
  material_not_listed: {
    article: 'listedMaterials',
    zh: '不得要求提交清单以外的材料：{}。',
    en: 'This material is not on the published list: {}.',
  },

  correction_already_asked: {
    article: 'toldAllAtOnce',
    zh: '补正只能一次性告知，不得再次要求补正。',
    en: 'Defects are told once; a second correction notice is not allowed.',
  },
  acceptance_lapsed: {
    article: 'oneNotice',
    zh: '收到申请材料已逾五个工作日未告知，自收到之日起即为受理。',
    en: 'The five working days have passed in silence: the application counts as accepted from receipt.',
  },
  defects_missing: {
    article: 'oneNotice',
    zh: '请一次列明需要补正的全部内容和标准。',
    en: 'List every defect and the standard it fails.',
  },
  return_pending: { zh: '退回意见待窗口负责人确认。', en: 'A proposed return awaits the window head.' },
  no_return_proposed: { zh: '没有待确认的退回意见。', en: 'No return has been proposed.' },
  own_proposal: { zh: '本人提出的意见不能由本人确认。', en: 'One cannot confirm one’s own proposal.' },
  correction_incomplete: {
    article: 'complete',
    zh: '告知补正的材料尚未交齐：{}。',
    en: 'Not all that was asked for has been delivered: {}.',
  },
  correction_must_come_first: {
    article: 'oneNotice',
    zh: '材料不齐或不符合法定形式的，应当先一次性告知补正。',
    en: 'Incomplete papers are first to be corrected; tell the applicant once.',
  },
  competent_authority_missing: {
    article: 'competence',
    zh: '不属本机关职权的，应当告知申请人向哪个机关申请。',
    en: 'Name the authority to which the applicant should turn.',
  },
  materials_missing: {
    article: 'complete',
    zh: '必要材料不齐：{}。',
    en: 'Required materials are missing: {}.',
  },

  step_not_open: { zh: '该环节未开启或已办结。', en: 'The step is not open.' },
  step_held_by_another: { zh: '该环节由他人承办。', en: 'The step is held by another officer.' },
  step_held_already: { zh: '该环节已由您承办，无须再次领取。', en: 'You hold the step already.' },
  step_not_held: { zh: '该环节尚无人承办。', en: 'Nobody holds the step.' },
  step_not_earlier: { zh: '只能退回到已办结的在前环节。', en: 'One returns to an earlier, completed step only.' },
  receiver_may_not_examine: {
    zh: '受理与审查分离：收件或受理人员不得审查、审批、签批。',
    en: 'Whoever received or accepted may not examine, approve or sign.',
  },
  examiner_may_not_approve: {
    zh: '一审一核：审查人员不得核准本人审查的办件。',
    en: 'The examiner may not approve the same case.',
  },
  approver_may_not_examine: { zh: '核准人员不得再作审查。', en: 'The approver may not examine the same case.' },
  proposer_may_not_sign: { zh: '审查人员或拟办人员不得签批。', en: 'The examiner or proposer may not sign.' },
  reviewer_not_independent: {
    zh: '法制审核人员不得是承办人员。',
    en: 'The legal reviewer may not have examined or proposed.',
  },

  special_procedure_not_allowed: {
    article: 'notCounted',
    zh: '本事项没有公布这项特别程序。',
    en: 'The item allows no such special procedure.',
  },
  special_procedure_unlawful: {
    article: 'notCounted',
    zh: '这项程序依法不得扣除法定期限。',
    en: 'The law does not let this procedure stop the statutory time.',
  },
  special_procedure_open: { zh: '同一特别程序正在进行。', en: 'The same special procedure is still open.' },
  special_procedures_unfinished: { zh: '尚有特别程序未结束。', en: 'A special procedure is still open.' },
  unknown_special_procedure: { zh: '没有进行中的这项特别程序。', en: 'No such special procedure is open.' },
  planned_days_missing: {
    article: 'notCounted',
    zh: '应当将所需时间书面告知申请人。',
    en: 'The time needed is told to the applicant in writing: give the days.',
  },
  two_officers_needed: {
    article: 'twoOfficers',
    zh: '应当由两名以上工作人员进行。',
    en: 'Two different officers at least must do this.',
  },
  day_out_of_range: { zh: '日期应当在{}之间。', en: 'The day must lie within {}.' },

  extension_not_allowed: {
    article: 'extension',
    zh: '本事项依法不得延长办理期限。',
    en: 'The law allows no extension for this item.',
  },
  extension_used: { article: 'extension', zh: '期限只能延长一次。', en: 'The time can be extended only once.' },
  extension_too_late: {
    article: 'extension',
    zh: '法定期限已经届满，不得再延长。',
    en: 'The statutory time has expired; it can no longer be extended.',
  },
  extension_too_long: { article: 'extension', zh: '最多延长{}。', en: 'It may be extended by {} at most.' },

  remedies_missing: {
    article: 'refusal',
    zh: '不予许可应当告知复议机关和管辖法院。',
    en: 'A refusal names the body of reconsideration and the court.',
  },
  refusal_reason_missing: {
    article: 'refusal',
    zh: '不予许可应当说明理由。',
    en: 'A refusal states its reason.',
  },
  not_proposed: { zh: '尚未提出决定意见。', en: 'No decision has been proposed.' },
  not_in_procedure: { zh: '本事项没有这一程序。', en: 'The item’s procedure does not have this.' },
  legal_review_missing: { zh: '尚未经过法制审核。', en: 'The legal review is missing.' },
  legal_review_disagrees: { zh: '法制审核不同意，不能签批。', en: 'The legal review disagrees; it cannot be signed.' },
  minutes_missing: { zh: '须附集体讨论会议纪要。', en: 'The minutes of the meeting are missing.' },
  not_sealed: { zh: '决定尚未签批用印，不能送达。', en: 'The decision is not yet sealed.' },
  result_not_issued: { zh: '准予的，应当先制证再送达。', en: 'What is granted is issued before it is served.' },
  nothing_to_issue: { zh: '不予许可没有可制发的证照。', en: 'A refusal has nothing to issue.' },
  validity_wrong: { zh: '有效期起止颠倒。', en: 'The validity ends before it begins.' },
  receiver_missing: { zh: '请填写受送达人或代收人。', en: 'Name who received it.' },
  receiver_not_applicant: {
    zh: '受送达人姓名与申请人不一致。由他人代收的，“是否为申请人本人”请选“否”，并在送达凭证中写明委托手续或与申请人的关系。',
    en: 'The receiver is not the applicant. If somebody else takes it, say so and state the mandate or the relation in the proof.',
  },
  receiver_without_mandate: {
    zh: '代收人不是登记的代理人，请在送达凭证中写明与申请人的关系。',
    en: 'The receiver is not the agent on file; state the relation to the applicant in the proof.',
  },
  proof_missing: { zh: '请填写送达凭证。', en: 'Give the proof of service.' },
  witness_missing: { zh: '留置送达须有见证人。', en: 'Service by leaving needs a witness.' },
} as const;

export type RefusalCode = keyof typeof refusals;

/** Why an act was refused: for programs (code, field), for the person at the screen (words), and by which article. */
export interface CaseRefusal {
  readonly code: RefusalCode;
  readonly words: { readonly zh: string; readonly en: string };
  readonly article?: string;
  /** The command's field it concerns, as a path (`answers.q1`). */
  readonly field?: string;
  /** What else stands against it, so that a form can mark every field at once. */
  readonly also?: readonly CaseRefusal[];
}

/** What the `{}` in the words stands for; one text where both languages say the same. */
export interface About {
  readonly field?: string;
  readonly about?: string | { readonly zh: string; readonly en: string };
}

export function refusalOf(code: RefusalCode, { field, about = '' }: About = {}): CaseRefusal {
  const { zh, en, article }: RefusalWords = refusals[code];
  const told = typeof about === 'string' ? { zh: about, en: about } : about;
  return {
    code,
    words: { zh: zh.replace('{}', told.zh), en: en.replace('{}', told.en) },
    ...(article === undefined ? {} : { article: articles[article] }),
    ...(field === undefined ? {} : { field }),
  };
}

/** Refuses an act. */
export function no(code: RefusalCode, about: About = {}): Result<never, CaseRefusal> {
  return refuse(refusalOf(code, about));
}
