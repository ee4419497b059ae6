import { millisOf } from '@yimen/kernel';
import { CHECKPOINT_PROBLEMS, isProblem } from '../modules/proof/index.ts';
import { alarming, deliveries, logState } from '../platform/checkpoint/index.ts';
import type { Seen } from './doctor-seen.ts';
import type { Tool } from './tool.ts';

/** A minute, with one of grace. */
const SIGNED_WITHIN_MS = 120_000;

/** Is the ledger signed, and all of it? */
export async function proof({ db, realNow }: Tool): Promise<Seen> {
  const { problem, size, signed, signedAt } = await logState(db);
  if (problem !== null) {
    const words = isProblem(problem) ? CHECKPOINT_PROBLEMS[problem] : { zh: problem, en: problem };
    return { state: 'failed', ...words };
  }
  if (signedAt === null) return { state: 'warning', zh: '还没有签名的检查点', en: 'no checkpoint was signed yet' };
  const late = size > signed && millisOf(realNow()) - millisOf(signedAt) > SIGNED_WITHIN_MS;
  const zh = `${String(signed)} 条记录已签入检查点（${signedAt}）`;
  const en = `${String(signed)} entries under the checkpoint of ${signedAt}`;
  return late
    ? {
        state: 'warning',
        zh: `${zh}，另有 ${String(size - signed)} 条等待；后台任务在运行吗？`,
        en: `${en}; others wait: is the worker running?`,
      }
    : { state: 'ok', zh, en };
}

/** Does anybody else have the checkpoints? */
export async function witnesses({ db, realNow, config }: Tool): Promise<Seen> {
  const { folder, mail, others } = config.proof;
  const all = await deliveries(db);
  const [late] = alarming(all, realNow());
  if (late !== undefined) {
    const why = `${late.witness}: ${late.problem ?? ''}`;
    return {
      state: 'failed',
      zh: `见证方一小时以上未收到检查点：${why}`,
      en: 'a witness has not had a checkpoint for an hour',
    };
  }
  const configured = folder !== undefined || mail !== undefined || others.length > 0;
  if (!configured && all.length === 0) {
    return {
      state: 'warning',
      zh: '没有见证方（WITNESS_FOLDER、WITNESS_MAIL、WITNESS_YIMEN）：截短账本只有本机密钥旁的记录能发现',
      en: 'no witness is set: a ledger cut short is found only by the note beside the key of this machine',
    };
  }
  const waiting = all.filter(({ pendingSince }) => pendingSince !== null);
  return waiting.length > 0
    ? {
        state: 'warning',
        zh: `等待送达：${waiting.map(({ witness }) => witness).join('、')}`,
        en: 'a checkpoint waits to be delivered',
      }
    : { state: 'ok', zh: `${String(all.length)} 个见证方`, en: `${String(all.length)} witnesses` };
}
