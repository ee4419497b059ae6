import type { Problem } from '@yimen/contract';
import { ok, refuse, type Result } from '@yimen/kernel';
import type { z } from 'zod';
import { visitContext, type Loading } from './visit.ts';

interface Sending {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  /** JSON unless it is a form with files; a deletion has none. */
  readonly body?: unknown;
  readonly token?: string | undefined;
}

/** Reads from the API; a page that is not there becomes the portal's own not-found page. */
export async function read<T>(loading: Loading, path: string, shape: z.ZodType<T>, token?: string): Promise<T> {
  const answer = await raw(loading, path, token);
  if (!answer.ok) throw new Response(null, { status: answer.status });
  return shape.parse(await answer.json());
}

/** Reads bytes or anything else as it comes; the caller judges the status. */
export async function raw(loading: Loading, path: string, token?: string): Promise<Response> {
  return loading.context.get(visitContext).api(`/api/v1${path}`, { headers: headersOf(token) });
}

/** Acts through the API; a refusal is a value the page puts into words, a broken server is an error page. */
export async function send<T>(
  loading: Loading,
  path: string,
  sending: Sending,
  shape: z.ZodType<T>,
): Promise<Result<T, Problem>> {
  const headers = headersOf(sending.token);
  const body = bodyOf(sending.body);
  if (typeof body === 'string') headers.set('content-type', 'application/json');
  const answer = await loading.context
    .get(visitContext)
    .api(`/api/v1${path}`, { method: sending.method, headers, body });
  if (answer.ok) return ok(shape.parse(answer.status === 204 ? null : await answer.json()));
  if (answer.status >= 500) throw new Response(null, { status: answer.status });
  return refuse((await answer.json()) as Problem);
}

function bodyOf(body: unknown): FormData | string | null {
  if (body === undefined) return null;
  return body instanceof FormData ? body : JSON.stringify(body);
}

function headersOf(token: string | undefined): Headers {
  const headers = new Headers({ accept: 'application/json' });
  if (token !== undefined) headers.set('x-tracking-token', token);
  return headers;
}
