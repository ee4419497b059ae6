import { licensingLaw } from './articles.ts';
import { isBlank } from './blank.ts';
import type { ContentOf, PaperContent, SpecialProcedureWord } from './content.ts';
import type { PaperRefusal, PaperRefusalCode } from './refusal.ts';

interface Objection {
  readonly code: PaperRefusalCode;
  readonly field: string;
  readonly article: string;
  readonly zh: string;
  readonly en: string;
}

const objectWhen = (broken: boolean, { code, field, article, zh, en }: Objection): readonly PaperRefusal[] =>
  broken ? [{ code, field, article, words: { zh, en } }] : [];

/** What is all there and still may not be said on such a paper. */
export function lawfulnessProblems(content: PaperContent): readonly PaperRefusal[] {
  switch (content.kind) {
    case 'correctionNotice':
      return correction(content);
    case 'acceptanceNotice':
      return acceptance(content);
    case 'declinedAcceptance':
      return declined(content);
    case 'specialProcedureNotice':
      return specialProcedure(content);
    case 'extensionNotice':
      return extension(content);
    case 'grantDecision':
      return grant(content);
    case 'licence':
      return validity(content.validFrom, content.validTo);
    case 'proofOfService':
      return service(content);
    default:
      return [];
  }
}

/** Art. 32(4): every defect with the standard it fails, so that one delivery can cure them all. */
function correction({ defects, deliverBy, issuedOn }: ContentOf<'correctionNotice'>): readonly PaperRefusal[] {
  const article = licensingLaw('第三十二条第一款第四项');
  return [
    ...defects.flatMap(({ material, defect, standard }, at) =>
      objectWhen([material, defect, standard].some(isBlank), {
        code: 'missing',
        field: `defects.${at}`,
        article,
        zh: `第${at + 1}项补正内容应当写明材料、问题和应当达到的标准`,
        en: `defect ${at + 1} must name the material, what is wrong and the standard to meet`,
      }),
    ),
    ...objectWhen(deliverBy < issuedOn, {
      code: 'out_of_order',
      field: 'deliverBy',
      article,
      zh: '补正期限不能早于告知日期',
      en: 'the day to deliver by is before the notice itself',
    }),
  ];
}

/** Art. 32(4): silence counts from the day of receipt, not from the day the five days ran out. */
function acceptance({ deemed, acceptedOn, receivedOn }: ContentOf<'acceptanceNotice'>): readonly PaperRefusal[] {
  const article = licensingLaw('第三十二条第一款第四项');
  return [
    ...objectWhen(deemed !== null && acceptedOn !== receivedOn, {
      code: 'deemed_not_dated_back',
      field: 'acceptedOn',
      article,
      zh: '逾期不告知的，自收到申请材料之日起即为受理：受理日期应当是收到之日',
      en: 'acceptance by silence is dated back to the day of receipt',
    }),
    ...objectWhen(acceptedOn < receivedOn, {
      code: 'out_of_order',
      field: 'acceptedOn',
      article,
      zh: '受理日期不能早于收到申请之日',
      en: 'accepted before it was received',
    }),
  ];
}

function declined({ ground, competentAuthority }: ContentOf<'declinedAcceptance'>): readonly PaperRefusal[] {
  return objectWhen(ground === 'notCompetent' && isBlank(competentAuthority), {
    code: 'competent_authority_missing',
    field: 'competentAuthority',
    article: licensingLaw('第三十二条第一款第二项'),
    zh: '不属于本机关职权范围的，应当告知申请人向有关行政机关申请：请写明该机关',
    en: 'name the authority the applicant should apply to',
  });
}

const ARTICLE_45: ReadonlySet<SpecialProcedureWord> = new Set([
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expertReview',
]);

/** Art. 45 stops the statutory clock for eight procedures; for any other the paper must name another law that does. */
function specialProcedure(content: ContentOf<'specialProcedureNotice'>): readonly PaperRefusal[] {
  const { procedure, procedureName, stopsStatutory, basis, planned, startsOn, expectedEnd } = content;
  const article = licensingLaw('第四十五条');
  const otherLaw = basis.some((one) => !one.includes('行政许可法') && !isBlank(one));
  return [
    ...objectWhen(stopsStatutory && !ARTICLE_45.has(procedure) && !otherLaw, {
      code: 'not_a_suspension',
      field: 'stopsStatutory',
      article,
      zh: '该程序不在第四十五条所列八种之内，未写明其他法律依据的，所需时间应当计入法定期限',
      en: 'not one of the eight of Art. 45, and no other law is named: the statutory time goes on',
    }),
    ...objectWhen(procedure === 'other' && isBlank(procedureName), {
      code: 'procedure_not_named',
      field: 'procedureName',
      article,
      zh: '请写明特别程序的名称',
      en: 'name the procedure',
    }),
    ...objectWhen(planned.length < 1, {
      code: 'missing',
      field: 'planned.length',
      article,
      zh: '应当将所需时间书面告知申请人',
      en: 'the planned time must be told in writing',
    }),
    ...objectWhen(expectedEnd < startsOn, {
      code: 'out_of_order',
      field: 'expectedEnd',
      article,
      zh: '预计结束日期早于开始日期',
      en: 'ends before it begins',
    }),
  ];
}

/** Art. 42: the head of the authority, or of the government where several handle jointly; and before the limit runs out. */
function extension({
  envelope,
  approver,
  approvedOn,
  dueBefore,
  dueAfter,
  days,
}: ContentOf<'extensionNotice'>): readonly PaperRefusal[] {
  const article = licensingLaw('第四十二条');
  const lawful = envelope === 'joint' ? 'governmentHead' : 'authorityHead';
  const head =
    envelope === 'joint'
      ? { zh: '本级人民政府负责人', en: 'head of the government' }
      : { zh: '本行政机关负责人', en: 'head of the authority' };
  return [
    ...objectWhen(approver.office !== lawful, {
      code: 'wrong_approver',
      field: 'approver',
      article,
      zh: `延长期限应当经${head.zh}批准`,
      en: `an extension needs the ${head.en}`,
    }),
    ...objectWhen(approvedOn > dueBefore, {
      code: 'extension_late',
      field: 'approvedOn',
      article,
      zh: '期限届满后不得再延长',
      en: 'the limit had already run out',
    }),
    ...objectWhen(days < 1 || dueAfter <= dueBefore, {
      code: 'out_of_order',
      field: 'dueAfter',
      article,
      zh: '延长后的期限应当晚于原期限',
      en: 'the new limit is not later',
    }),
  ];
}

/** A condition is a burden: who bears it is told where to turn (Art. 7). */
function grant({ conditions, remedies, validity: valid }: ContentOf<'grantDecision'>): readonly PaperRefusal[] {
  const silent = remedies === null || isBlank(remedies.court) || isBlank(remedies.reconsiderationBody);
  return [
    ...objectWhen(conditions.length > 0 && silent, {
      code: 'remedies_missing',
      field: 'remedies',
      article: licensingLaw('第七条'),
      zh: '附条件的准予决定应当告知行政复议机关和有管辖权的人民法院',
      en: 'a grant with conditions names the body for reconsideration and the court',
    }),
    ...(valid === null ? [] : validity(valid.from, valid.to)),
  ];
}

function validity(from: string, to: string | null): readonly PaperRefusal[] {
  return objectWhen(to !== null && to < from, {
    code: 'out_of_order',
    field: 'validTo',
    article: licensingLaw('第五十条'),
    zh: '有效期届满日早于起始日',
    en: 'validity ends before it begins',
  });
}

/** Leaving papers behind proves nothing without someone who saw it (Civil Procedure Law Art. 89, borrowed). */
function service({ method, witnesses, trace }: ContentOf<'proofOfService'>): readonly PaperRefusal[] {
  const article = '《中华人民共和国民事诉讼法》第八十九条';
  return [
    ...objectWhen(method === 'leaving' && witnesses.length === 0 && isBlank(trace), {
      code: 'witness_missing',
      field: 'witnesses',
      article,
      zh: '留置送达应当有见证人签名，或者以拍照、录像记录送达过程',
      en: 'leaving needs a witness or a recorded delivery',
    }),
    ...objectWhen((method === 'post' || method === 'publicNotice' || method === 'electronic') && isBlank(trace), {
      code: 'missing',
      field: 'trace',
      article: licensingLaw('第四十四条'),
      zh: '应当写明邮件号码、公告载体或者电子送达凭证',
      en: 'postal number, place of the notice or electronic proof',
    }),
  ];
}
