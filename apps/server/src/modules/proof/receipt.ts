import type { EntryProof, LogCheckpoint } from '@yimen/contract';
import { latestCheckpoint, logState, proveEntries } from '../../platform/checkpoint/index.ts';
import type { Db } from '../../platform/shell.ts';

const WORDS = {
  included: {
    zh: '这条记录在已签名的账本里，内容自签名以来没有改动。',
    en: 'This entry is in the signed record and has not been changed since.',
  },
  pending: {
    zh: '这条记录已经写入账本，还没有签名。账本至少每分钟签名一次，请过一分钟再看。',
    en: 'This entry is on record and not signed yet. The record is signed at least once a minute: look again in a minute.',
  },
  noPaper: {
    zh: '没有查到这份文书，请核对验证码。',
    en: 'No such paper is known; check the code.',
  },
  unknown: {
    zh: '已签名的账本里没有这条记录。新记录约一分钟后可查；请核对凭证号。',
    en: 'There is no such entry in the signed record. A new one appears after about a minute; please check the number.',
  },
} as const;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const answer = (state: 'pending' | 'unknown', words: EntryProof['words'], hash?: string): EntryProof => ({
  format: 'yimen-proof/1',
  state,
  words,
  ...(hash === undefined ? {} : { hash }),
});

/** Proves the entry a paper stands on; `hash` as the record has it, absent where no paper has the code that was asked for. */
export async function paperProof(db: Db, hash: string | undefined): Promise<EntryProof> {
  if (hash === undefined) return answer('unknown', WORDS.noPaper);
  const found = await entryProof(db, hash);
  return found.state === 'unknown' ? answer('pending', WORDS.pending, hash) : found;
}

/** Proves an entry by its hash alone: who knows the hash learns where it stands in the record, and nothing else. */
export async function entryProof(db: Db, hash: string): Promise<EntryProof> {
  const [checkpoint, { verifierKey }] = [await latestCheckpoint(db), await logState(db)];
  const unknown = answer('unknown', WORDS.unknown, hash);
  if (checkpoint === undefined || verifierKey === null) return unknown;
  const { size, at, note } = checkpoint;
  const [proved] = await proveEntries(db, [new Uint8Array(Buffer.from(hash, 'hex'))], size);
  if (proved === undefined) return unknown;
  const path = proved.path.map(base64);
  return {
    format: 'yimen-proof/1',
    state: 'included',
    words: WORDS.included,
    hash,
    proof: { index: proved.index, size, path, at, note, verifierKey },
  };
}

/** The newest checkpoint, for anybody to keep. */
export async function publicCheckpoint(db: Db, witnessKey: string | undefined): Promise<LogCheckpoint> {
  const [checkpoint, { origin, verifierKey }] = [await latestCheckpoint(db), await logState(db)];
  return {
    ...(origin === null ? {} : { origin }),
    ...(verifierKey === null ? {} : { verifierKey }),
    ...(witnessKey === undefined ? {} : { witnessKey }),
    size: checkpoint?.size ?? 0,
    ...(checkpoint === undefined ? {} : { at: checkpoint.at, note: checkpoint.note }),
  };
}
