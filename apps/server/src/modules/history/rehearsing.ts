import { isDeepStrictEqual } from 'node:util';
import type { RehearsalView, RehearsalWish } from '@yimen/contract';
import type { Reform } from '@yimen/core/history';
import { ok, refuse, type Result } from '@yimen/kernel';
import type { Refusal } from '../../platform/http/index.ts';
import { bytesOf } from './reading.ts';
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

/** Rehearses a reform on a log and saves it; the same command again is answered with what it saved. */
export async function rehearse(
  world: History,
  log: StoredLog,
  { commandId: id, title, reform, by }: Wish,
): Promise<Result<Rehearsed, Refusal>> {
  const { db, realNow } = world.shell;
  const { jurisdiction, name } = log;
  const before = await findRehearsal(db, jurisdiction, id);
  if (before !== undefined) return again(before, { log: name, title, reform });
  const twice = changedTwice(reform);
  if (twice !== undefined) return refuseStep('step_twice', twice);
  const bytes = await bytesOf(world, log);
  const notices = log.calendar === 'cn' ? (await world.near.calendar()).published : undefined;
  const done = await world.miner.ask({ ask: 'rehearse', bytes, reform, notices });
  if (!done.ok) return refuseStep('step_unknown', done.error.unknown);
  const saved = { jurisdiction, id, log: name, title, reform, result: done.value, by, at: realNow() };
  const fresh = await db.transaction().execute((tx) => saveRehearsal(tx, saved));
  return ok({ saved, fresh });
}

function again(
  before: StoredRehearsal,
  { log, title, reform }: Pick<StoredRehearsal, 'log' | 'title' | 'reform'>,
): Result<Rehearsed, Refusal> {
  const same = before.log === log && before.title === title && isDeepStrictEqual(before.reform, reform);
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
  { near }: Pick<History, 'near'>,
  log: StoredLog,
  { jurisdiction, by, reform, result, ...saved }: StoredRehearsal,
): Promise<RehearsalView> {
  const named = [
    ...reform.dropped,
    ...reform.notCounted,
    ...reform.merged.flat(),
    ...reform.parallel.flat(),
    ...Object.keys(reform.capped),
  ];
  return {
    ...saved,
    calendar: log.calendar,
    by: await near.personName(jurisdiction, by),
    labels: labelsOf(log, named, { facts: near.factWords, steps: await near.stepNames(jurisdiction) }),
    reform: {
      ...reform,
      dropped: [...reform.dropped],
      notCounted: [...reform.notCounted],
      merged: reform.merged.map((group) => [...group]),
      parallel: reform.parallel.map((group) => [...group]),
    },
    result: { ...result, lateCases: [...result.lateCases], assumptions: [...result.assumptions] },
  };
}
