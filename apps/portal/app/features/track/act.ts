import { Reply, type ReplyAct } from '@yimen/contract';
import { redirect } from 'react-router';
import { z } from 'zod';
import { read, send } from '../../api.ts';
import type { Loading } from '../../visit.ts';
import { errorsOf } from '../apply/filing.ts';
import type { FieldError } from '../shell/fields.tsx';
import { loadTracked } from './load.ts';

export interface Refused {
  readonly errors: readonly FieldError[];
}

export interface Typing {
  readonly commandId: string;
  readonly reply: Reply;
}

export const replyPath = (number: string, act: ReplyAct): string =>
  `/tracking/${encodeURIComponent(number)}/replies/${act}`;

/** For the page of an act: an id of its own, so that pressing twice acts once, and what was typed before. */
export async function loadTyping(loading: Loading, number: string, act: ReplyAct): Promise<Typing> {
  const { token } = await loadTracked(loading, number);
  return { commandId: crypto.randomUUID(), reply: await read(loading, replyPath(number, act), Reply, token) };
}

interface Act {
  readonly number: string;
  readonly act: ReplyAct;
  /** Below `/tracking/:number/`. */
  readonly path: 'acts' | 'rating';
  readonly body: unknown;
}

/** Sends what an applicant does to their case; what was typed for it is dropped once it is on record. */
export async function sendAct(loading: Loading, { number, act, path, body }: Act): Promise<Refused | Response> {
  const { token } = await loadTracked(loading, number);
  const url = `/tracking/${encodeURIComponent(number)}/${path}`;
  const done = await send(loading, url, { method: 'POST', body, token }, z.unknown());
  if (!done.ok) return { errors: errorsOf(done.error) };
  await send(loading, replyPath(number, act), { method: 'DELETE', token }, z.unknown());
  return redirect(`/track/${number}`);
}
