import { isDeepStrictEqual } from 'node:util';
import type { ReformBody, RehearsalView, RehearsalWish } from '@yimen/contract';
import type { Reform } from '@yimen/core/history';
import { dayOf, ok, refuse, type Result } from '@yimen/kernel';
import type { Refusal } from '../../platform/http/index.ts';
import { bytesOf } from './reading.ts';
import { rehearsalOnPaper } from './rehearsalPaper.ts';
import { findRehearsal, saveRehearsal, type StoredRehearsal } from './rehearsals.ts';
import type { StoredLog } from './store.ts';
import { labelsOf } from './views.ts';
import type { History } from './world.ts';

export const HISTORY_REFUSALS = {
  step_unknown: {
    code: 'step_unknown',
    field: 'reform',
    words: { zh: '日志中没有这个环节', en: 'The log has no such step' },
  },
  step_twice: {
    code: 'step_twice',
    field: 'reform',
    words: {
      zh: '一个环节只能有一种改变：取消、不计时、合并或并行',
      en: 'A step is changed in one way only: dropped, not counted, merged or parallel',
    },
  },
} as const satisfies Readonly<Record<string, Refusal>>;

export interface Wish extends RehearsalWish {
  readonly by: string;
}

export interface Rehearsed {
  readonly saved: StoredRehearsal;
  /** False where the same command had saved it before. */
  readonly fresh: boolean;
}

/** Rehearses a reform on a log and saves it with its report; the same command again is answered with what it saved. */
export async function rehearse(world: History, log: StoredLog, wish: Wish): Promise<Result<Rehearsed, Refusal>> {
  const { db, realNow } = world.shell;
  const { jurisdiction, name } = log;
  const { commandId: id, title, reform, by, itemId = null } = wish;
  const before = await findRehearsal(db, jurisdiction, id);
  if (before !== undefined) return again(before, { log: name, title, reform, itemId });
  const twice = changedTwice(reform);
  if (twice !== undefined) return refuseStep('step_twice', twice);
  const bytes = await bytesOf(world, log);
  const notices = log.calendar === 'cn' ? (await world.near.calendar()).published : undefined;
  const done = await world.miner.ask({ ask: 'rehearse', bytes, reform, notices, itemId: wish.itemId });
  if (!done.ok) return refuseStep('step_unknown', done.error.unknown);
  const made = { jurisdiction, id, log: name, title, reform, result: done.value, by, itemId, at: realNow() };
  const saved = { ...made, paper: await reportOf(world, log, made) };
  const fresh = await db.transaction().execute((tx) => saveRehearsal(tx, saved));
  return ok({ saved, fresh });
}

/** The report as a signed paper. */
async function reportOf(world: History, log: StoredLog, made: Omit<StoredRehearsal, 'paper'>): Promise<string> {
  const { near } = world;
  const { jurisdiction, reform, title, result } = made;
  const on = dayOf(world.shell.now());
  const issuer = await near.hallName(jurisdiction);
  const labels = await labelsIn(world, log, reform);
  const called = (activity: string): string => labels[activity]?.zh ?? activity;
  const by = await near.personName(jurisdiction, made.by);
  const items = await near.procedures(jurisdiction);
  const item = items.find(({ itemId }) => itemId === made.itemId)?.name;
  const words = { issuer, title, item, log: log.name, by, on, reform, result, calendar: log.calendar, called };
  return near.signed(rehearsalOnPaper(words), { on, issuer });
}

/** What the steps of a reform are called. */
async function labelsIn({ near }: Pick<History, 'near'>, log: StoredLog, reform: Reform) {
  const { dropped, notCounted, merged, parallel, capped } = reform;
  const named = [...dropped, ...notCounted, ...merged.flat(), ...parallel.flat(), ...Object.keys(capped)];
  return labelsOf(log, named, { facts: near.factWords, steps: await near.stepNames(log.jurisdiction) });
}

function again(
  before: StoredRehearsal,
  { log, title, reform, itemId }: Pick<StoredRehearsal, 'log' | 'title' | 'reform' | 'itemId'>,
): Result<Rehearsed, Refusal> {
  const asked = before.log === log && before.title === title && before.itemId === itemId;
  const same = asked && isDeepStrictEqual(before.reform, reform);
  return same ? ok({ saved: before, fresh: false }) : refuse({ code: 'command_reused' });
}

function refuseStep(code: keyof typeof HISTORY_REFUSALS, step: string): Result<never, Refusal> {
  const { words, ...refusal } = HISTORY_REFUSALS[code];
  return refuse({ ...refusal, words: { zh: `${words.zh}：${step}`, en: `${words.en}: ${step}` } });
}

/** A limit of its own goes with any other change but falling away. */
function changedTwice({ dropped, notCounted, merged, parallel }: Reform): string | undefined {
  const seen = new Set<string>();
  return [dropped, notCounted, ...merged, ...parallel].flat().find((step) => seen.size === seen.add(step).size);
}

export async function rehearsalView(
  world: Pick<History, 'near'>,
  log: StoredLog,
  { jurisdiction, by, reform, result, paper, itemId: _itemId, ...saved }: StoredRehearsal,
): Promise<RehearsalView> {
  return {
    ...saved,
    paper: paper !== null,
    calendar: log.calendar,
    by: await world.near.personName(jurisdiction, by),
    labels: await labelsIn(world, log, reform),
    reform: reformView(reform),
    result: { ...result, lateCases: [...result.lateCases], assumptions: [...result.assumptions] },
  };
}

/** A reform as it goes over the wire. */
export const reformView = (reform: Reform): ReformBody => ({
  ...reform,
  dropped: [...reform.dropped],
  notCounted: [...reform.notCounted],
  merged: reform.merged.map((group) => [...group]),
  parallel: reform.parallel.map((group) => [...group]),
});
