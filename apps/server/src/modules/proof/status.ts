import type { ProofStatus } from '@yimen/contract';
import type { Instant } from '@yimen/kernel';
import { alarming, deliveries, logState } from '../../platform/checkpoint/index.ts';
import type { Db } from '../../platform/shell.ts';
import { CHECKPOINT_PROBLEMS, isProblem } from './words.ts';

/** How far the record is signed, what keeps it from being signed, and how each witness stands. */
export async function proofStatus(db: Db, now: Instant): Promise<ProofStatus> {
  const [log, all] = [await logState(db), await deliveries(db)];
  const alarms = new Set(alarming(all, now));
  const { problem, problemSince: since } = log;
  return {
    origin: log.origin,
    verifierKey: log.verifierKey,
    entriesInTree: log.size,
    entriesSigned: log.signed,
    signedAt: log.signedAt,
    problem: problem === null ? null : { code: problem, words: wordsOf(problem), since },
    witnesses: all.map((one) => ({ ...one, alarm: alarms.has(one) })),
  };
}

const wordsOf = (problem: string) => (isProblem(problem) ? CHECKPOINT_PROBLEMS[problem] : { zh: problem, en: problem });
