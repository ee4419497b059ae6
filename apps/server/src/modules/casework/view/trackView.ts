import {
  holderOf,
  holders,
  isAccepted,
  isEnded,
  liveOf,
  publicWords,
  timelineOf,
  type CaseEntry,
  type CaseState,
  type LiveCase,
  type NoticeNumber,
  type PublicWord,
} from '@yimen/core/casework';
import { remainingWorkingDays, specialProcedureRules, type Clock } from '@yimen/core/clock';
import type { PaperView, TrackView, Words } from '@yimen/contract';
import { readStream } from '../../../platform/ledger/index.ts';
import { isRunning, readClocks } from '../clocks.ts';
import { shownContextOf, type Surroundings } from '../context.ts';
import { findCase, streamOf } from '../snapshot.ts';
import type { CaseKey } from '../tracking.ts';
import type { World } from '../world.ts';
import { maskedName, placeOf } from '../applicant.ts';
import { actsFor } from './acts.ts';
import { clockView } from './clocks.ts';
import { caseEntryOf } from './entries.ts';
import { noticeNumbers } from './notices.ts';
import { publicDetail } from './publicDetail.ts';

/** What each public word means for the applicant now. */
const NOW: Readonly<Record<PublicWord, Words>> = {
  received: {
    zh: '窗口正在核对材料，五个工作日内告知是否受理。',
    en: 'The window checks your papers and answers within five working days.',
  },
  correctionNeeded: {
    zh: '请按告知书一次补齐材料，补齐之日起继续办理。',
    en: 'Please deliver everything the notice lists; it goes on from that day.',
  },
  accepted: { zh: '申请已经受理，审查即将开始。', en: 'Your application is accepted; examination is about to begin.' },
  examining: { zh: '正在审查，请留意电话。', en: 'It is being examined; please keep your telephone at hand.' },
  paused: {
    zh: '特别程序进行中，所需时间按告知书不计入期限。',
    en: 'A special procedure is under way; its time is not counted, as the notice says.',
  },
  decided: {
    zh: '决定已经作出，十个工作日内送达。',
    en: 'It is decided and will be delivered within ten working days.',
  },
  served: { zh: '决定已经送达。', en: 'The decision has been delivered.' },
  declined: {
    zh: '申请未被受理，理由和救济途径见决定书。',
    en: 'It was not accepted; the decision says why and where to appeal.',
  },
  notRequired: { zh: '本事项依法不需要取得许可。', en: 'The law asks for no licence.' },
  returned: { zh: '申请已退回，理由已告知。', en: 'It was returned; you have been told why.' },
  withdrawn: { zh: '您已撤回申请。', en: 'You withdrew the application.' },
  terminated: { zh: '办理已经终止。', en: 'The case was ended without a decision.' },
  void: { zh: '本办件因数据错误作废。', en: 'This record was voided as a data error.' },
};
const FILED: Words = { zh: '已提交', en: 'Filed' };
const FILED_NOW: Words = { zh: '等待窗口收件。', en: 'Waiting to be received at the window.' };

/** The case for its applicant: plain words, both dates, paused days with their paper; nothing of the inner working. */
export async function trackView(world: World, key: CaseKey): Promise<TrackView | undefined> {
  const { db } = world.shell;
  const row = await findCase(db, key);
  const live = row === undefined ? undefined : liveOf(row.state);
  if (row === undefined || live === undefined) return undefined;
  const item = await world.near.itemVersion(key.jurisdiction, row.item_id, row.item_version);
  const context = await shownContextOf(world, item, row.state);
  const [stored, papers, rating, names] = await Promise.all([
    readStream(db, { jurisdiction: key.jurisdiction, stream: streamOf(key.caseId) }),
    world.near.papersOf(key),
    world.near.ratingOf(key),
    world.near.authorityNames(key.jurisdiction),
  ]);
  // To the applicant their own affair is told in full: a phone in a notice is one they are asked to call.
  const entries = world.keeper.openWithin(stored.map(caseEntryOf), placeOf(key));
  const authorityName = names.get(item.authority) ?? item.authority;
  const correction = correctionOf(row.state, entries);
  return {
    number: row.number,
    itemName: item.name,
    itemId: item.id,
    jurisdiction: key.jurisdiction,
    authorityName,
    applicantName: maskedName(live.application.applicant),
    ...progress(row.state, entries, authorityName),
    ...dates(row.state, context, noticeNumbers(live, papers)),
    pauses: pausesOf(live, papers),
    moves: movesOf(entries),
    papers: papers.map(withoutReason),
    ...(correction === undefined ? {} : { correction }),
    ...doable(row.state, live, context),
    canRate: rating === undefined && isRateable(row.state),
    ...(rating === undefined ? {} : { rating }),
    phone: item.service.phone,
    complaintPhone: item.service.complaintPhone,
  };
}

/** Why a paper could not be made is for those who mend it. */
function withoutReason(paper: PaperView): PaperView {
  const { failure: _staffOnly, ...told } = paper;
  return told;
}

function progress(state: CaseState, entries: readonly CaseEntry[], authorityName: string) {
  const timeline = timelineOf(entries);
  const last = timeline.at(-1)?.word;
  const holder = holders[holderOf(state)];
  const inside = ['examining', 'deciding', 'signed'].includes(state.stage);
  return {
    status: {
      code: last ?? 'filed',
      words: last === undefined ? FILED : { ...publicWords[last] },
      now: last === undefined ? FILED_NOW : NOW[last],
    },
    holder: inside ? { zh: `${authorityName} · ${holder.zh}`, en: `${authorityName} · ${holder.en}` } : { ...holder },
    timeline: timeline.map(({ word, at }) => ({
      code: word,
      words: { ...publicWords[word] },
      at,
      detail: publicDetail(entries.filter((entry) => entry.at === at)),
    })),
  };
}

function dates(state: CaseState, { item, calendar, now, today }: Surroundings, numberOf: NoticeNumber) {
  const clocks = readClocks({ state, item, calendar, now }, numberOf).filter(({ kind }) => kind !== 'step');
  const named = (kind: Clock['kind']): Clock | undefined => clocks.find((clock) => clock.kind === kind);
  const [promised, statutory] = [named('decisionPromised'), named('decisionStatutory')];
  const shown = clocks.find((clock) => isRunning(clock) && clock.kind !== 'decisionStatutory');
  return {
    ...(promised?.due === undefined ? {} : { promisedDue: promised.due }),
    ...(statutory?.due === undefined ? {} : { statutoryDue: statutory.due }),
    ...(shown?.due === undefined
      ? {}
      : { remaining: remainingWorkingDays(shown.due, today, calendar, shown.counting?.suspensions ?? []) }),
    provisional: clocks.some((clock) => isRunning(clock) && clock.provisional),
    clocks: clocks.map((clock) => clockView(clock, calendar, now)),
  };
}

/** Days that do not count, each with the paper that told so: the n-th procedure is told by the n-th notice. */
function pausesOf(live: LiveCase, papers: readonly PaperView[]): TrackView['pauses'] {
  if (!isAccepted(live)) return [];
  const notices = papers.filter(({ kind }) => kind === 'specialProcedureNotice');
  return live.specialProcedures.flatMap((run, at) => {
    if (!run.stopsStatutory && !run.stopsPromise) return [];
    const paper = notices[at];
    return [
      {
        name: { zh: specialProcedureRules[run.procedure].zh, en: specialProcedureRules[run.procedure].en },
        from: run.servedOn,
        ...(run.receivedOn === undefined ? {} : { to: run.receivedOn }),
        plannedEnd: run.plannedEnd,
        basis: run.basis,
        ...(paper === undefined ? {} : { paperId: paper.paperId }),
      },
    ];
  });
}

/** What newer versions changed for the applicant; the inner work of the authority is not told. */
function movesOf(entries: readonly CaseEntry[]): TrackView['moves'] {
  return entries.flatMap(({ at, fact }) => {
    if (fact.type !== 'versionMoved') return [];
    const { reason, basis } = fact;
    const effects = fact.effects.flatMap(({ words, effect }) => (effect === 'neutral' ? [] : [{ words, effect }]));
    return [{ at, reason, ...(basis === undefined ? {} : { basis }), effects }];
  });
}

function correctionOf(state: CaseState, entries: readonly CaseEntry[]): TrackView['correction'] {
  if (state.stage !== 'awaitingCorrection') return undefined;
  const told = entries.findLast(({ fact }) => fact.type === 'correctionNotified')?.fact;
  if (told?.type !== 'correctionNotified') return undefined;
  return { defects: told.defects.map((defect) => ({ ...defect })), contact: told.contact };
}

function doable(state: CaseState, live: LiveCase, context: Surroundings) {
  const acts = actsFor(state, { kind: 'applicant', name: live.application.applicant.name }, context);
  return { canWithdraw: acts.some(({ act, available }) => act === 'withdraw' && available) };
}

/** Served or ended, and not void: what the core's rule of rating asks, told before anybody tries. */
function isRateable(state: CaseState): boolean {
  return state.stage === 'served' || (isEnded(state) && state.stage !== 'void');
}
