import type { CheckpointProblem } from '../../platform/checkpoint/index.ts';

/** Why the record is not being signed, in words for whoever keeps the machine. */
export const CHECKPOINT_PROBLEMS: Readonly<Record<CheckpointProblem, { readonly zh: string; readonly en: string }>> = {
  clock_off: {
    zh: '本机时钟与数据库相差十分钟以上，已停止签发检查点，请先校时',
    en: 'the clock differs from the database’s by ten minutes or more: no checkpoint is signed until it is set',
  },
  clock_went_back: {
    zh: '本机时钟比上一个检查点还早十分钟以上，已停止签发检查点，请先校时',
    en: 'the clock stands ten minutes or more before the last checkpoint: none is signed until it is set',
  },
  key_missing: {
    zh: '本机没有检查点签名密钥，请从密钥备份恢复',
    en: 'the key that signs checkpoints is not on this machine: restore it from its backup',
  },
  other_key: {
    zh: '本机密钥不是账本一直使用的密钥',
    en: 'the key on this machine is not the one the log is signed with',
  },
  rewound: {
    zh: '账本比已签名的检查点短：数据库被恢复到旧状态或被截短，请立即调查',
    en: 'the ledger is shorter than what was signed: an older state was put back or its end cut off; look into it at once',
  },
  forked: {
    zh: '账本与已签名的检查点不一致：历史被改写，请立即调查',
    en: 'the ledger does not begin with what was signed: its history was rewritten; look into it at once',
  },
  last_note_damaged: {
    zh: '密钥旁的最后一个检查点无法读取',
    en: 'the last note beside the key cannot be read',
  },
  tree_damaged: {
    zh: '哈希树的记录缺失或损坏',
    en: 'rows of the tree are missing or damaged',
  },
};

export function isProblem(code: string): code is CheckpointProblem {
  return Object.hasOwn(CHECKPOINT_PROBLEMS, code);
}
