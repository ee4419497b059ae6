import type { Append } from './act.ts';
import { asJson, hashOf, requestHash, type Head } from './entry.ts';

/** An entry as it goes into the statement. */
export interface EntryRowIn extends Head {
  readonly type: string;
  readonly actor: object;
  readonly body: object;
  readonly prev: string;
}

/** The entries of one act, each hashed with the hash before it. */
export function chain(input: Append): readonly EntryRowIn[] {
  const rows: EntryRowIn[] = [];
  let { revision, hash: prev } = input.after;
  for (const { type, body, actor = input.stamp.actor } of input.entries) {
    revision += 1;
    const hash = hashOf({
      jurisdiction: input.jurisdiction,
      stream: input.stream,
      revision,
      type,
      at: input.stamp.at,
      ...(input.stamp.deviceTime === undefined ? {} : { deviceTime: input.stamp.deviceTime }),
      actor: asJson(actor),
      body: asJson(body),
      commandId: input.stamp.commandId,
      prevHash: prev,
    });
    rows.push({ revision, type, actor, body, prev, hash });
    prev = hash;
  }
  return rows;
}

/** An act as it goes into the statement: which head it moves, from where to where, and what is remembered of it. */
export function actRow(at: number, input: Append | undefined, head: Head | undefined): object {
  if (input === undefined || head === undefined) throw new Error('an act without a place');
  const { jurisdiction, stream, after, stamp, remember } = input;
  return {
    at,
    jurisdiction,
    stream,
    after: after.revision,
    afterHash: after.hash,
    ...head,
    command: stamp.commandId,
    stampAt: stamp.at,
    ...(stamp.deviceTime === undefined ? {} : { deviceTime: stamp.deviceTime }),
    ...(remember === undefined
      ? {}
      : { scope: remember.scope ?? stream, request: requestHash(remember.request), answer: remember.answer }),
  };
}
