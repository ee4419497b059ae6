import { dayInWords, dayNumber, dayOf, millisOf } from '@yimen/kernel';
import { isAccepted, isReceived, liveOf, type CaseFactType } from '../../casework/index.ts';
import type { Remedies } from '../../catalogue/index.ts';
import { clocksIn, lastMark, minutesBetween, personOf, usedShare } from '../story.ts';
import { factOf, hourOf, seen, worded, type Detector, type Scene } from './scene.ts';

/** How much of a clock had begun when the entry was made, in per cent. */
function shareOf({ before, item, calendar, entry }: Scene, kind: string): number {
  const clock = clocksIn(before, { item, calendar, now: entry.at }).findLast((one) => one.kind === kind);
  return usedShare(clock, dayOf(entry.at), calendar);
}

/** The one correction notice: what it asks for, and how late in the five days it comes (Art. 32 (4), Art. 72 (4)). */
export const correction: Detector<'correction'> = (scene) => {
  const fact = factOf(scene, 'correctionNotified');
  if (fact === undefined) return [];
  const { item, before } = scene;
  const asked = fact.defects.flatMap(({ requirementId }) => (requirementId === undefined ? [] : [requirementId]));
  const listed = new Map(item.materials.map((material) => [material.id, material]));
  const unlisted = asked.filter((id) => !listed.has(id)).length;
  const held = asked.filter((id) => listed.get(id)?.source === 'government').length;
  const share = shareOf(scene, 'acceptance');
  const first = lastMark(before, ['correctionNotified']);
  return seen(scene, {
    measures: { second: fact.second || first !== undefined, unlisted, governmentHeld: held, usedShare: share },
    zh: `${worded(first === undefined, '首次', '再次')}告知补正；清单以外 ${String(unlisted)} 项；由政府部门产生或者保存 ${String(held)} 项；受理期限已用 ${String(share)}%。`,
    en: `${worded(first === undefined, 'The first', 'Another')} correction notice; ${String(unlisted)} not on the list; ${String(held)} held by government; ${String(share)}% of the acceptance period used.`,
    also: [first?.revision],
  });
};

const LAWFUL_FOR_FEES: readonly string[] = ['law', 'administrativeRegulation'];

/** Art. 58: a licence costs nothing unless a law or an administrative regulation says so. One sighting for each version of the item. */
export const fee: Detector<'fee'> = (scene) => {
  if (factOf(scene, 'caseAccepted') === undefined) return [];
  const { item } = scene;
  const without = item.kind === 'licence' ? item.fees.filter(({ basis }) => !LAWFUL_FOR_FEES.includes(basis.rank)) : [];
  const names = without.map(({ name, basis }) => `${name}（《${basis.law}》${basis.article}）`).join('、');
  return seen(scene, {
    measures: { withoutBasis: without.length },
    zh: without.length === 0 ? '收费项目均有法律、行政法规依据。' : `没有法律、行政法规依据的收费：${names}。`,
    en: `${String(without.length)} fee(s) rest on neither a law nor an administrative regulation.`,
    subject: `item:${item.id}@${String(item.version)}`,
  });
};

/** What a refusal states, of acceptance or of the licence; undefined where the entry refuses nothing. */
function refused(scene: Scene): { readonly reason?: string; readonly remedies?: Remedies } | undefined {
  const declined = factOf(scene, 'acceptanceDeclined');
  if (declined !== undefined || factOf(scene, 'decisionSigned') === undefined) return declined;
  const live = liveOf(scene.before.state);
  const proposal = live?.stage === 'deciding' ? live.proposal : undefined;
  return proposal?.outcome === 'refuse' ? proposal : undefined;
}

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** Art. 38 (2): reasons, and where to appeal, on every refusal. */
export const refusal: Detector<'refusal'> = (scene) => {
  const found = refused(scene);
  if (found === undefined) return [];
  const { reason, remedies } = found;
  const measures = {
    reasonMissing: blank(reason),
    remedyMissing: blank(remedies?.reconsiderationBody) || blank(remedies?.court),
  };
  const zh = `不予受理或者不予许可：理由${worded(measures.reasonMissing, '缺失', '已载明')}，救济途径${worded(measures.remedyMissing, '缺失', '已载明')}。`;
  const en = `A refusal: reason ${worded(measures.reasonMissing, 'missing', 'given')}, remedy ${worded(measures.remedyMissing, 'missing', 'given')}.`;
  return seen(scene, { measures, zh, en, also: [lastMark(scene.before, ['decisionProposed'])?.revision] });
};

/** A grant signed although somebody who examined did not agree, or a refusal although all did. */
export const contrary: Detector<'contrary'> = (scene) => {
  const live = liveOf(scene.before.state);
  if (factOf(scene, 'decisionSigned') === undefined || live?.stage !== 'deciding') return [];
  const disagreed = Object.values(live.steps).filter((step) => step.status === 'done' && !step.agreed).length;
  const { outcome = 'grant', reason = '' } = live.proposal ?? {};
  return seen(scene, {
    measures: { disagreed, outcome, explained: reason.trim() !== '' },
    zh: `审查环节中不同意的意见 ${String(disagreed)} 个，决定为${outcome === 'refuse' ? '不予许可' : '准予'}。`,
    en: `${String(disagreed)} examiner(s) did not agree; the decision is ${outcome}.`,
    also: scene.before.trail.filter(({ type }) => type === 'stepCompleted').map(({ revision }) => revision),
  });
};

/** Art. 45: time stops for what the law lists, after a notice of how long; begun in the last tenth it smells of a pretext. */
export const suspension: Detector<'suspension'> = (scene) => {
  const fact = factOf(scene, 'specialProcedureStarted');
  if (fact === undefined) return [];
  const share = shareOf(scene, 'decisionPromised');
  const allowed = scene.item.procedure.specialProcedures.find(({ procedure }) => procedure === fact.procedure);
  const allowedDays = allowed?.plannedDays ?? 0;
  const on = dayOf(scene.entry.at);
  const missing = (fact.servedOn as string | undefined) === undefined || fact.servedOn > on;
  return seen(scene, {
    measures: {
      usedShare: fact.stopsPromise || fact.stopsStatutory ? share : 0,
      noticeMissing: missing,
      plannedDays: fact.plannedDays,
      allowedDays,
    },
    zh: `启动时承诺时限已用 ${String(share)}%；告知书${worded(missing, '未送达', `于 ${dayInWords(fact.servedOn, 'zh')} 送达`)}；告知所需 ${String(fact.plannedDays)} 个工作日（事项公布 ${String(allowedDays)} 个）。`,
    en: `${String(share)}% of the promise used; notice ${worded(missing, 'not served', `served on ${dayInWords(fact.servedOn, 'en')}`)}; ${String(fact.plannedDays)} working days told, ${String(allowedDays)} published.`,
    subject: `procedure:${fact.procedureId}`,
  });
};

/** A special procedure that ends and a decision within the hour: what was it waited for? */
export const resumption: Detector<'resumption'> = (scene) => {
  if (factOf(scene, 'decisionSigned') === undefined) return [];
  const ended = lastMark(scene.before, ['specialProcedureEnded']);
  if (ended === undefined) return [];
  const minutes = minutesBetween(ended.at, scene.entry.at, millisOf);
  return seen(scene, {
    measures: { minutes },
    zh: `特别程序结束后 ${String(minutes)} 分钟作出决定。`,
    en: `Decided ${String(minutes)} minute(s) after the special procedure ended.`,
    also: [ended.revision],
  });
};

/** A whole life inside minutes: handled elsewhere and keyed in afterwards (先办后录). */
export const life: Detector<'life'> = (scene) => {
  if (factOf(scene, 'decisionSigned') === undefined) return [];
  const received = scene.before.trail[0];
  if (received === undefined) return [];
  const minutes = minutesBetween(received.at, scene.entry.at, millisOf);
  const done = scene.before.trail.filter(({ type }) => type === 'stepCompleted');
  return seen(scene, {
    measures: { promised: scene.item.handling === 'promised', minutes, steps: done.length },
    zh: `从收件到签批共 ${String(minutes)} 分钟，其间完成 ${String(done.length)} 个环节。`,
    en: `${String(minutes)} minute(s) from filing to signature, with ${String(done.length)} step(s) between.`,
    also: [received.revision, ...done.map(({ revision }) => revision)],
  });
};

/** A receipt said to lie before the day on which the server recorded it. */
export const receipt: Detector<'receipt'> = (scene) => {
  const fact = factOf(scene, 'applicationReceived');
  if (fact === undefined) return [];
  const days = dayNumber(dayOf(scene.entry.at)) - dayNumber(fact.receivedOn);
  return seen(scene, {
    measures: { daysBefore: days },
    zh: `所称收件日 ${dayInWords(fact.receivedOn, 'zh')}，系统记录于 ${dayInWords(dayOf(scene.entry.at), 'zh')}。`,
    en: `Said to be received on ${dayInWords(fact.receivedOn, 'en')}, recorded on ${dayInWords(dayOf(scene.entry.at), 'en')}.`,
  });
};

export const device: Detector<'device'> = (scene) => {
  const minutes = scene.around.deviceMinutes;
  if (minutes === undefined) return [];
  return seen(scene, {
    measures: { minutes },
    zh: `终端时间与服务器相差 ${String(minutes)} 分钟。`,
    en: `The device's time differs from the server's by ${String(minutes)} minute(s).`,
    subject: `device:${personOf(scene.entry.actor) ?? 'applicant'}:${dayOf(scene.entry.at)}`,
  });
};

const DECIDING: readonly CaseFactType[] = ['stepCompleted', 'decisionSigned', 'decisionSealed'];

/** More deciding acts in ten minutes than anybody can read files for. One sighting for each person and ten minutes on a case. */
export const pace: Detector<'pace'> = (scene) => {
  const acts = scene.around.actsInTenMinutes;
  const by = personOf(scene.entry.actor);
  if (acts === undefined || by === undefined || !DECIDING.includes(scene.entry.fact.type)) return [];
  return seen(scene, {
    measures: { acts, hour: hourOf(scene.entry.at) },
    zh: `同一人十分钟内完成 ${String(acts)} 次审查、签批或者用印。`,
    en: `${String(acts)} examinations, signatures or seals by one person in ten minutes.`,
    subject: `pace:${by}:${dayOf(scene.entry.at)}`,
  });
};

export const phone: Detector<'phone'> = (scene) => {
  const applicants = scene.around.applicantsOfPhone;
  if (factOf(scene, 'applicationFiled') === undefined || applicants === undefined) return [];
  return seen(scene, {
    measures: { applicants },
    zh: `同一联系电话三十日内用于 ${String(applicants)} 个不同申请人。`,
    en: `One telephone number for ${String(applicants)} different applicants in thirty days.`,
  });
};

/** Withdrawn or returned, and filed again: a chain that washes the clock (退件—重报). */
export const refile: Detector<'refile'> = (scene) => {
  const { earlier } = scene.around;
  if (factOf(scene, 'applicationFiled') === undefined || earlier === undefined) return [];
  const days = dayNumber(dayOf(scene.entry.at)) - dayNumber(earlier.endedOn);
  return seen(scene, {
    measures: { earlierEnding: earlier.ending, daysSince: days },
    zh: `同一申请人同一事项的前一办件 ${earlier.number} 于 ${dayInWords(earlier.endedOn, 'zh')} 结束，${String(days)} 日后再次申请。`,
    en: `The applicant's earlier case ${earlier.number} for the same item ended on ${dayInWords(earlier.endedOn, 'en')}, ${String(days)} day(s) before.`,
  });
};

/** A withdrawal when the time is nearly up, or keyed in by an officer. */
export const withdrawal: Detector<'withdrawal'> = (scene) => {
  if (factOf(scene, 'applicationWithdrawn') === undefined) return [];
  const live = liveOf(scene.before.state);
  const share = live !== undefined && isReceived(live) && isAccepted(live) ? shareOf(scene, 'decisionPromised') : 0;
  const byOfficer = scene.entry.actor.kind === 'officer';
  return seen(scene, {
    measures: { usedShare: share, byOfficer },
    zh: `撤回时承诺时限已用 ${String(share)}%，由${worded(byOfficer, '工作人员录入', '申请人本人提交')}。`,
    en: `${String(share)}% of the promise used; ${worded(byOfficer, 'entered by an officer', 'sent by the applicant')}.`,
  });
};
