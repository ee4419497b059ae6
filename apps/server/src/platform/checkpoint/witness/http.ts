import { ok, refuse, type Result } from '@yimen/kernel';
import { z } from 'zod';
import type { Crypto } from '../../crypto/provider.ts';
import { isCosigned, type VerifierKey } from '../note.ts';
import { AHEAD, type Handed, type Taken, type Witness } from './witness.ts';

export interface HttpWitnessParts {
  /** Where the other Yimen is reached, without a slash at the end. */
  readonly url: string;
  /** Its key, got from its people and not from the same address. */
  readonly key: VerifierKey;
  readonly crypto: Pick<Crypto, 'verify'>;
  readonly fetch: typeof fetch;
}

const PATIENCE_MS = 10_000;
const Answer = z.object({ cosignature: z.string().max(1000) });
/** `revision` is the size it has seen. */
const Conflict = z.object({ revision: z.int().min(0) });

/** Another Yimen. It demands that each checkpoint grew from the one before, and signs under it; we check that it did. */
export function httpWitness(parts: HttpWitnessParts): Witness {
  return {
    name: `yimen ${parts.url}`,
    everyMs: 0,
    take: async (handed) => {
      const first = await push(parts, handed, handed.old);
      if (first.status !== 409) return taken(parts, handed, first);
      const seen = Conflict.safeParse(first.body);
      if (!seen.success) return refuse('it answered 409 without a size');
      if (seen.data.revision > handed.size) return refuse(AHEAD);
      return taken(parts, handed, await push(parts, handed, seen.data.revision));
    },
  };
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

async function push({ url, fetch: send }: HttpWitnessParts, handed: Handed, old: number): Promise<Reply> {
  const body = JSON.stringify({ note: handed.note, old, proof: await handed.proofFrom(old) });
  const reply = await send(`${url}/api/v1/witness/checkpoints`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const text = await reply.text();
  try {
    return { status: reply.status, body: JSON.parse(text) as unknown };
  } catch {
    return { status: reply.status, body: undefined };
  }
}

function taken({ key, crypto }: HttpWitnessParts, { note }: Handed, { status, body }: Reply): Result<Taken, string> {
  if (status !== 200) return refuse(`it answered ${String(status)}`);
  const answer = Answer.safeParse(body);
  if (!answer.success) return refuse('its answer is not one of a witness');
  const { cosignature } = answer.data;
  return isCosigned(note, cosignature, key, crypto)
    ? ok({ cosignature })
    : refuse('its signature is not that of its key');
}
