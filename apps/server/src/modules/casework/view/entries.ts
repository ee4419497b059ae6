import type { Actor, CaseEntry, CaseFact } from '@yimen/core/casework';
import type { ServiceItem } from '@yimen/core/catalogue';
import { findStep } from '@yimen/core/catalogue';
import { specialProcedureRules } from '@yimen/core/clock';
import type { EntryView } from '@yimen/contract';
import type { StoredEntry } from '../../../platform/ledger/index.ts';
import { applicantWords, factWords, systemWords } from '../words.ts';

/** A ledger entry as the core knows it. The body was written by {@link actOnCase} and by nothing else. */
export function caseEntryOf(stored: StoredEntry): CaseEntry {
  const fact = { type: stored.type, ...(stored.body as object) } as CaseFact;
  return { revision: stored.revision, at: stored.at, actor: stored.actor as unknown as Actor, fact };
}

export interface EntryNames {
  readonly item: ServiceItem;
  readonly people: ReadonlyMap<string, string>;
  readonly posts: ReadonlyMap<string, string>;
  /** A line as screens show it: numbers and phones of people hidden but for a few characters. */
  readonly masked: (line: string) => string;
}

export function entryView(stored: StoredEntry, names: EntryNames): EntryView {
  const { revision, at, actor, fact } = caseEntryOf(stored);
  return {
    revision,
    at,
    type: fact.type,
    title: factWords[fact.type],
    by: actorWords(actor),
    ...(actor.kind === 'officer' ? officerPart(actor, names) : {}),
    detail: detailOf(fact, names)
      .filter((line) => line !== '')
      .map(names.masked),
    hash: stored.hash,
  };
}

export function actorWords(actor: Actor): EntryView['by'] {
  if (actor.kind === 'system') return systemWords;
  return actor.kind === 'applicant' ? applicantWords : { zh: actor.name, en: actor.name };
}

function officerPart(actor: Extract<Actor, { readonly kind: 'officer' }>, { people, posts }: EntryNames) {
  const behalf = actor.onBehalfOf === undefined ? undefined : (people.get(actor.onBehalfOf) ?? actor.onBehalfOf);
  return {
    post: posts.get(actor.post) ?? actor.post,
    ...(actor.authorisation === undefined ? {} : { authorisation: actor.authorisation }),
    ...(behalf === undefined ? {} : { onBehalfOf: behalf }),
  };
}

const said = (label: string, text: string | undefined): string =>
  text === undefined || text === '' ? '' : `${label}：${text}`;
const agreedWord = (agreed: boolean): string => (agreed ? '同意' : '不同意');

function detailOf(fact: CaseFact, names: EntryNames): readonly string[] {
  return (
    movedDetail(fact) ??
    receiptDetail(fact, names) ??
    examinationDetail(fact, names) ??
    decisionDetail(fact) ??
    endingDetail(fact)
  );
}

const CHANNELS = { window: '窗口', web: '网上', station: '便民服务站', agent: '代办' } as const;
const GROUNDS = { notCompetent: '不属于本机关职权范围', notConforming: '不符合受理条件' } as const;
const COPIED = { centre: '政务服务中心', department: '主管部门' } as const;
const TOLD = { faceToFace: '当面告知', message: '短信告知' } as const;

function returnDetail({
  agreed,
  opinion,
  toldBy,
  copiedTo,
}: Extract<CaseFact, { readonly type: 'returnDecided' }>): readonly string[] {
  const copied = copiedTo.map((to) => COPIED[to]).join('、');
  return [agreedWord(agreed), said('意见', opinion), toldBy === undefined ? '' : TOLD[toldBy], said('抄报', copied)];
}

function movedDetail(fact: CaseFact): readonly string[] | undefined {
  if (fact.type !== 'versionMoved') return undefined;
  const { from, to, reason, basis, effects } = fact;
  const versions = `第${String(from)}版 → 第${String(to)}版`;
  return [versions, said('理由', reason), said('依据', basis), ...effects.map(({ words }) => words)];
}

function receiptDetail(fact: CaseFact, { item }: EntryNames): readonly string[] | undefined {
  const nameOf = (id: string | undefined): string => item.materials.find((one) => one.id === id)?.name ?? '申请书';
  switch (fact.type) {
    case 'applicationFiled':
      return [said('渠道', CHANNELS[fact.channel]), said('材料', `${String(fact.materials.length)} 份`)];
    case 'applicationReceived':
      return [
        said('收件日期', fact.receivedOn),
        ...fact.materials.map(({ requirementId, copies }) => `${nameOf(requirementId)} ${String(copies)} 份`),
      ];
    case 'correctionNotified':
      return [
        ...fact.defects.map(
          ({ requirementId, defect, standard }) => `${nameOf(requirementId)}：${defect}（应当：${standard}）`,
        ),
        said('联系人', fact.contact),
        fact.second ? '第二次补正告知（督查越次批准，记录违反一次告知）' : '',
      ];
    case 'correctionDelivered':
      return [said('递交日期', fact.deliveredOn), fact.complete ? '已全部补正' : '部分补正'];
    case 'caseAccepted':
      return [
        said('受理日期', fact.acceptedOn),
        fact.how === 'deemed' ? '逾期未告知，自收到申请材料之日起即为受理' : '',
      ];
    case 'acceptanceDeclined':
      return [
        GROUNDS[fact.ground],
        said('理由', fact.reason),
        said('依据', fact.basis),
        said('有权机关', fact.competentAuthority),
      ];
    case 'returnDecided':
      return returnDetail(fact);
    default:
      return undefined;
  }
}

function examinationDetail(fact: CaseFact, { item, people }: EntryNames): readonly string[] | undefined {
  const step = (id: string): string => findStep(item.procedure, id)?.name ?? id;
  const person = (id: string): string => people.get(id) ?? id;
  switch (fact.type) {
    case 'stepOpened':
      return [step(fact.stepId), fact.round > 1 ? `第${String(fact.round)}轮` : ''];
    case 'stepClaimed':
      return [step(fact.stepId)];
    case 'stepReleased':
      return [step(fact.stepId), said('理由', fact.reason)];
    case 'stepHandedOver':
      return [step(fact.stepId), said('移交给', person(fact.to)), said('理由', fact.reason)];
    case 'stepCompleted':
      return [step(fact.stepId), agreedWord(fact.agreed), said('意见', fact.opinion)];
    case 'stepReturned':
      return [`${step(fact.fromStepId)} → ${step(fact.toStepId)}`, said('理由', fact.reason)];
    case 'specialProcedureStarted':
      return [
        specialProcedureRules[fact.procedure].zh,
        said('依据', fact.basis),
        said('理由', fact.reason),
        `告知书送达 ${fact.servedOn}，预计 ${String(fact.plannedDays)} 个工作日，至 ${fact.plannedEnd}`,
        said('人员', fact.officers.map(person).join('、')),
      ];
    case 'specialProcedureEnded':
      return [said('收到结果', fact.receivedOn), said('结果', fact.result)];
    case 'timeExtended':
      return [`延长 ${String(fact.days)} 个工作日`, said('理由', fact.reason), said('依据', fact.basis)];
    default:
      return undefined;
  }
}

const outcomeWords = { grant: '准予', partialGrant: '部分准予', refuse: '不予' } as const;
const METHODS = {
  inPerson: '直接送达',
  post: '邮寄送达',
  electronic: '电子送达',
  leaving: '留置送达',
  publicNotice: '公告送达',
} as const;

function decisionDetail(fact: CaseFact): readonly string[] | undefined {
  switch (fact.type) {
    case 'decisionProposed':
      return [
        outcomeWords[fact.outcome],
        said('事实', fact.facts),
        said('依据', fact.basis),
        ...fact.conditions.map((condition) => said('条件', condition)),
        said('理由', fact.reason),
      ];
    case 'legalityReviewed':
      return [agreedWord(fact.agreed), said('意见', fact.opinion)];
    case 'minutesAttached':
      return [fact.title, said('会议日期', fact.heldOn), said('结论', fact.conclusion)];
    case 'decisionSigned':
      return [said('意见', fact.opinion), said('决定日期', fact.decidedOn)];
    case 'signatureDeclined':
      return [said('理由', fact.reason)];
    case 'resultIssued':
      return [said('证照编号', fact.licenceNumber), said('有效期自', fact.validFrom), said('至', fact.validTo)];
    case 'decisionServed':
      return [
        METHODS[fact.method],
        said('受送达人', fact.receiver),
        said('送达日期', fact.servedOn),
        said('凭证', fact.proof),
        said('见证人', fact.witness),
      ];
    default:
      return undefined;
  }
}

function endingDetail(fact: CaseFact): readonly string[] {
  const detail = 'detail' in fact ? said('情形', fact.detail) : '';
  const article = 'article' in fact ? said('条款', fact.article) : '';
  const reason = 'reason' in fact ? said('理由', fact.reason) : '';
  const basis = 'basis' in fact ? said('依据', fact.basis) : '';
  return [article, detail, reason, basis];
}
