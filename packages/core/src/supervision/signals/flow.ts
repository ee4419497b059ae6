import { dayInWords, dayOf } from '@yimen/kernel';
import {
  isAccepted,
  isDecided,
  isEnded,
  isReceived,
  liveOf,
  officerActFor,
  type CaseFactType,
} from '../../casework/index.ts';
import { findStep } from '../../catalogue/index.ts';
import { inherentActs, type OfficerAct, type PersonId } from '../../people/index.ts';
import { lastMark, personOf, type Story } from '../story.ts';
import { factOf, hourOf, seen, worded, type Detector, type Scene } from './scene.ts';

const liveIn = (story: Story) => liveOf(story.state);

function intakeOf(story: Story): readonly PersonId[] {
  const live = liveIn(story);
  return live !== undefined && isReceived(live) ? live.intake : [];
}

function examinersOf(story: Story): readonly PersonId[] {
  const live = liveIn(story);
  return live !== undefined && isAccepted(live) ? live.examiners : [];
}

/** 受审分离, 一审一核: read from who stands in the entries, not from what the program allowed. */
export const separation: Detector<'separation'> = (scene) => {
  const { entry, before, item } = scene;
  const by = personOf(entry.actor);
  const completed = factOf(scene, 'stepCompleted');
  const duty = completed?.duty ?? (entry.fact.type === 'decisionSigned' ? 'signature' : undefined);
  if (by === undefined || duty === undefined || duty === 'consultation') return [];
  const measures = {
    promised: item.handling === 'promised',
    duty,
    receivedByToo: intakeOf(before).includes(by),
    examinedByToo: examinersOf(before).includes(by),
  };
  const zh = `本环节办理人${worded(measures.receivedByToo, '也是', '不是')}收件受理人，${worded(measures.examinedByToo, '也是', '不是')}审核人。`;
  const en = `Whoever did this ${worded(measures.receivedByToo, 'also received', 'did not receive')} it and ${worded(measures.examinedByToo, 'also examined', 'did not examine')} it.`;
  const also = before.trail.filter((mark) => mark.by === by).map(({ revision }) => revision);
  return seen(scene, { measures, zh, en, also });
};

const ORDERED: readonly CaseFactType[] = ['stepCompleted', 'decisionSigned', 'decisionSealed'];

/** Steps skipped or done out of order, a seal before the signature. */
export const order: Detector<'order'> = (scene) => {
  const { entry, before } = scene;
  if (!ORDERED.includes(entry.fact.type)) return [];
  const live = liveIn(before);
  const steps = live !== undefined && isAccepted(live) ? live.steps : {};
  const completed = factOf(scene, 'stepCompleted');
  const status = completed === undefined ? undefined : steps[completed.stepId]?.status;
  const left =
    entry.fact.type === 'decisionSigned' ? Object.values(steps).filter((step) => step.status !== 'done').length : 0;
  const measures = {
    act: entry.fact.type,
    openSteps: left,
    signed: live !== undefined && isDecided(live),
    stepWasOpen: completed === undefined || status === 'open' || status === 'held',
  };
  const zh = `此前尚有 ${String(left)} 个环节未完成；${worded(measures.signed, '已', '未')}签批；本环节当时${worded(measures.stepWasOpen, '已开启', '没有开启')}。`;
  const en = `${String(left)} step(s) were not done; ${worded(measures.signed, '', 'not ')}signed; the step was ${worded(measures.stepWasOpen, '', 'not ')}open.`;
  return seen(scene, { measures, zh, en });
};

/** Legality review of major decisions, and minutes of the collective discussion, before the signature. */
export const review: Detector<'review'> = (scene) => {
  if (factOf(scene, 'decisionSigned') === undefined) return [];
  const { before, item } = scene;
  const [legal, minutes] = [lastMark(before, ['legalityReviewed']), lastMark(before, ['minutesAttached'])];
  const measures = {
    legalReviewMissing: item.procedure.legalReview && legal === undefined,
    minutesMissing: item.procedure.meeting && minutes === undefined,
  };
  const zh = `签批前${worded(legal === undefined, '没有', '有')}法制审核意见，${worded(minutes === undefined, '没有', '有')}集体讨论纪要。`;
  const en = `Before the signature: ${worded(legal === undefined, 'no ', '')}legality review, ${worded(minutes === undefined, 'no ', '')}minutes.`;
  return seen(scene, { measures, zh, en, also: [legal?.revision, minutes?.revision] });
};

/** Art. 34 (3): substance is verified by two or more. */
export const visit: Detector<'visit'> = (scene) => {
  const fact = factOf(scene, 'specialProcedureStarted');
  if (fact === undefined) return [];
  const officers = new Set(fact.officers).size;
  const zh = `记录的核查人员为 ${String(officers)} 人。`;
  return seen(scene, {
    measures: { procedure: fact.procedure, officers },
    zh,
    en: `${String(officers)} different officer(s) are named.`,
  });
};

const actOfFact: Partial<Readonly<Record<CaseFactType, OfficerAct>>> = {
  applicationReceived: officerActFor.receive as OfficerAct,
  correctionNotified: 'notifyCorrection',
  caseAccepted: 'accept',
  acceptanceDeclined: 'declineAcceptance',
  licenceNotRequiredDeclared: 'declareLicenceNotRequired',
  returnProposed: 'proposeReturn',
  returnDecided: 'confirmReturn',
  specialProcedureStarted: 'specialProcedure',
  specialProcedureEnded: 'specialProcedure',
  timeExtended: 'extend',
  decisionProposed: 'proposeDecision',
  legalityReviewed: 'legalReview',
  minutesAttached: 'attachMinutes',
  decisionSigned: 'sign',
  decisionSealed: 'seal',
  resultIssued: 'issue',
  decisionServed: 'serve',
  caseTerminated: 'terminate',
  caseVoided: 'void',
};

const DUTIES = { examination: 'examine', approval: 'approve', consultation: 'consult' } as const;

function actOf({ entry, item }: Scene): OfficerAct | undefined {
  const { fact } = entry;
  if (fact.type !== 'stepCompleted') return actOfFact[fact.type];
  return DUTIES[findStep(item.procedure, fact.stepId)?.duty ?? fact.duty];
}

/** Every act of an officer names the written authorisation (授权书) it was done under, unless it comes with an office. */
export const authorisation: Detector<'authorisation'> = (scene) => {
  const { actor } = scene.entry;
  const act = actOf(scene);
  if (actor.kind !== 'officer' || act === undefined) return [];
  const byOffice = actor.roles.some((role) => inherentActs[role]?.includes(act) === true);
  const authorised = actor.authorisation !== undefined || byOffice;
  const zh = authorised
    ? `授权书：${actor.authorisation ?? '职务本身'}。`
    : '记录中没有授权书编号，也不是职务本身的权限。';
  const en = authorised
    ? `Authorisation: ${actor.authorisation ?? 'by office'}.`
    : 'The entry names no authorisation and no office it comes with.';
  return seen(scene, { measures: { authorised, act }, zh, en });
};

const AT_THE_WINDOW: readonly CaseFactType[] = [
  'applicationReceived',
  'correctionNotified',
  'caseAccepted',
  'decisionServed',
];

/** When the window worked; one sighting a day for one person on one case. */
export const hours: Detector<'hours'> = (scene) => {
  const { entry, calendar } = scene;
  const by = personOf(entry.actor);
  if (by === undefined || !AT_THE_WINDOW.includes(entry.fact.type)) return [];
  const on = dayOf(entry.at);
  const hour = hourOf(entry.at);
  const measures = { hour, workingDay: calendar.isWorkingDay(on) };
  const zh = `办理时间为 ${dayInWords(on, 'zh')} ${String(Math.floor(hour))} 时，当日${worded(measures.workingDay, '是', '不是')}工作日。`;
  const en = `Done on ${dayInWords(on, 'en')} in the hour of ${String(Math.floor(hour))}; ${worded(measures.workingDay, 'a', 'not a')} working day.`;
  return seen(scene, { measures, zh, en, subject: `hours:${by}:${on}` });
};

/** The same case sent back again and again. */
export const returning: Detector<'returning'> = (scene) => {
  if (factOf(scene, 'stepReturned') === undefined && factOf(scene, 'signatureDeclined') === undefined) return [];
  const marks = scene.after.trail.filter(({ type }) => type === 'stepReturned' || type === 'signatureDeclined');
  const returns = marks.length;
  return seen(scene, {
    measures: { returns },
    zh: `本办件已退回 ${String(returns)} 次。`,
    en: `Sent back ${String(returns)} time(s).`,
    also: marks.map(({ revision }) => revision),
  });
};

/** An entry that does not follow from what stood before it: the record was not written by the program, or was changed. */
export const broken: Detector<'broken'> = (scene) => {
  const { before, after, entry } = scene;
  if (after.brokenAt === undefined || before.brokenAt !== undefined) return [];
  return seen(scene, {
    measures: { afterRevision: entry.revision - 1 },
    zh: `第 ${String(entry.revision)} 条记录不能接在此前的记录之后。`,
    en: `Entry ${String(entry.revision)} cannot follow what stands before it.`,
  });
};

/** 办结 without delivery: the case counts as finished and the applicant has nothing. */
export const closing: Detector<'closing'> = (scene) => {
  if (factOf(scene, 'caseClosed') === undefined) return [];
  const served = lastMark(scene.before, ['decisionServed']);
  const zh = served === undefined ? '办结前没有送达记录。' : '办结前已有送达记录。';
  const en = served === undefined ? 'Nothing was served before it was closed.' : 'It was served before it was closed.';
  return seen(scene, {
    measures: { served: served !== undefined || isEnded(scene.before.state) },
    zh,
    en,
    also: [served?.revision],
  });
};
