import { dayOf, instantAt, type Instant } from '@yimen/kernel';
import { isDecided, type FormAnswers } from '@yimen/core/casework';
import type { ServiceItem } from '@yimen/core/catalogue';
import { specialProcedureRules } from '@yimen/core/clock';
import type { ContentOf, PaperHead, PaperKind, SpecialProcedureWord } from '@yimen/core/documents';
import { acceptedOn } from './acceptance.ts';
import { contactOf, dayOfEntry, need, officerOf, type FactOf, type PaperMatter } from './matter.ts';

type Rest<K extends PaperKind> = Omit<ContentOf<K>, keyof PaperHead<K>>;

const NAMED: ReadonlySet<string> = new Set([
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expertReview',
  'siteVisit',
  'publicNotice',
]);
const isNamed = (procedure: string): procedure is SpecialProcedureWord => NAMED.has(procedure);

export function specialProcedureNotice(
  matter: PaperMatter,
  fact: FactOf<'specialProcedureStarted'>,
): Rest<'specialProcedureNotice'> {
  const named = isNamed(fact.procedure);
  return {
    acceptedOn: acceptedOn(matter),
    procedure: isNamed(fact.procedure) ? fact.procedure : 'other',
    procedureName: named ? null : specialProcedureRules[fact.procedure].zh,
    reason: fact.reason,
    basis: [fact.basis],
    planned: { length: fact.plannedDays, unit: 'workingDay' },
    startsOn: fact.servedOn,
    expectedEnd: fact.plannedEnd,
    stopsStatutory: fact.stopsStatutory,
    stopsPromise: fact.stopsPromise,
    contact: contactOf(matter),
  };
}

export function extensionNotice(matter: PaperMatter, fact: FactOf<'timeExtended'>): Rest<'extensionNotice'> {
  const statutory = need(matter.dues.statutory, 'the statutory clock');
  return {
    acceptedOn: acceptedOn(matter),
    days: fact.days,
    unit: matter.item.limits.extension?.unit === 'calendarDay' ? 'calendarDay' : 'workingDay',
    reason: fact.reason,
    basis: [fact.basis],
    envelope: 'single',
    approver: { ...officerOf(matter), office: 'authorityHead' },
    approvedOn: dayOfEntry(matter),
    dueBefore: statutory.beforeExtension,
    dueAfter: statutory.due,
    contact: contactOf(matter),
  };
}

function decisionOf({ live }: PaperMatter) {
  return need(isDecided(live) ? live.decision : undefined, 'the decision');
}

function granted(matter: PaperMatter): Omit<Rest<'grantDecision'>, 'remedies'> {
  const { proposal } = decisionOf(matter);
  const { item } = matter;
  return {
    acceptedOn: acceptedOn(matter),
    facts: [proposal.facts],
    basis: [proposal.basis],
    content: `${item.name}：发给《${item.result.name}》`,
    conditions: proposal.conditions,
    validity: null,
    licences: [{ name: item.result.name, number: null }],
    deliveryDue: need(matter.dues.delivery, 'the delivery clock').due,
    contact: contactOf(matter),
  };
}

export function grantDecision(matter: PaperMatter): Rest<'grantDecision'> {
  const { proposal } = decisionOf(matter);
  return { ...granted(matter), remedies: proposal.remedies ?? matter.item.remedies };
}

export function partialGrant(matter: PaperMatter): Rest<'partialGrant'> {
  const { proposal } = decisionOf(matter);
  const reason = need(proposal.reason, 'the reason of the refused part');
  return {
    ...granted(matter),
    refusedPart: '申请内容中不符合法定条件的部分，见下列理由',
    reasons: [reason],
    remedies: proposal.remedies ?? matter.item.remedies,
  };
}

export function refusalDecision(matter: PaperMatter): Rest<'refusalDecision'> {
  const { proposal } = decisionOf(matter);
  return {
    acceptedOn: acceptedOn(matter),
    facts: [proposal.facts],
    reasons: [need(proposal.reason, 'the reason of the refusal')],
    basis: [proposal.basis],
    remedies: proposal.remedies ?? matter.item.remedies,
    contact: contactOf(matter),
  };
}

/** What fits on a certificate's face: with eleven rows in all, one of them of two lines, the seal is still on the same page. */
const MOST_ENTRIES = 7;

export function licence(matter: PaperMatter, fact: FactOf<'resultIssued'>): Rest<'licence'> {
  const { item, live } = matter;
  const { applicant } = live.application;
  const number = fact.licenceNumber === undefined ? [] : [{ label: '证照编号', value: fact.licenceNumber }];
  const person = applicant.kind === 'organisation' ? applicant.legalRepresentative : undefined;
  const address = applicant.address;
  const entries = [
    ...number,
    ...(person === undefined ? [] : [{ label: '法定代表人', value: person }]),
    ...(address === undefined ? [] : [{ label: '地址', value: address }]),
    ...answersOf(item, live.application.answers),
  ];
  const decision = matter.earlier.find(({ kind }) => kind === 'grantDecision' || kind === 'partialGrant');
  return {
    licenceName: item.result.name,
    form: item.result.form,
    entries: entries.slice(0, MOST_ENTRIES),
    decisionNumber: need(decision, 'the number of its decision').number,
    validFrom: fact.validFrom ?? decisionOf(matter).decidedOn,
    validTo: fact.validTo ?? null,
  };
}

/** The first page of the form says what is licensed; names and telephones of contacts do not belong on a certificate. */
function answersOf(item: ServiceItem, answers: FormAnswers) {
  return (item.form[0]?.questions ?? [])
    .filter(({ id, type }) => type !== 'longText' && answers[id] !== undefined && answers[id] !== '')
    .map(({ id, label }) => ({ label, value: answerWords(answers[id]) }));
}

function answerWords(answer: string | number | boolean | undefined): string {
  if (typeof answer === 'boolean') return answer ? '是' : '否';
  return answer === undefined ? '' : String(answer);
}

const SERVED_KINDS: ReadonlySet<string> = new Set(['grantDecision', 'partialGrant', 'refusalDecision', 'licence']);

export function proofOfService(matter: PaperMatter, fact: FactOf<'decisionServed'>): Rest<'proofOfService'> {
  const traced = fact.method === 'post' || fact.method === 'electronic' || fact.method === 'publicNotice';
  return {
    papers: matter.earlier.filter(({ kind }) => SERVED_KINDS.has(kind)).map(({ title, number }) => ({ title, number })),
    method: fact.method,
    place: placeOf(matter, fact),
    servedAt: servedAt(matter, fact),
    servedBy: [officerOf(matter)],
    receiver: { name: fact.receiver, relation: fact.receiverIsApplicant ? '本人' : '代收人' },
    witnesses: fact.witness === undefined ? [] : [fact.witness],
    trace: traced || fact.method === 'leaving' ? fact.proof : null,
    remark: traced ? null : fact.proof,
  };
}

/** What is handed over is handed over in the hall; what is left or posted goes to the address on file, the proof says the rest. */
function placeOf({ centre, live }: PaperMatter, { method, proof }: FactOf<'decisionServed'>): string {
  if (method === 'inPerson') return `${centre.name}（${centre.address}）`;
  const { address } = live.application.applicant;
  return method === 'post' && address !== undefined ? address : proof;
}

/** The clerk states the day; the time of day is known only when it is recorded on that day. */
function servedAt({ entry }: PaperMatter, { servedOn }: FactOf<'decisionServed'>): Instant {
  return dayOf(entry.at) === servedOn ? entry.at : instantAt(servedOn, '12:00');
}
