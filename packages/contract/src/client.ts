import type { z } from 'zod';
import { Problem } from './problem.ts';

/** An act the server refused, in words the person at the screen can read; anything else that goes wrong is a bug. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.words.zh);
    this.name = 'Refused';
    this.problem = problem;
  }
}

export interface Client {
  get<S extends z.ZodType>(path: string, answer: S, signal?: AbortSignal): Promise<z.output<S>>;
  post<S extends z.ZodType>(path: string, body: unknown, answer: S): Promise<z.output<S>>;
  /** A multipart form, for files. */
  upload<S extends z.ZodType>(path: string, form: FormData, answer: S): Promise<z.output<S>>;
  /** Posts to a route that answers 204. */
  send(path: string, body: unknown): Promise<void>;
  /** For routes that answer 204. */
  remove(path: string): Promise<void>;
  /** Bytes of a file or a paper; of one that is made of what is sent, where something is. */
  bytes(path: string, body?: unknown): Promise<Blob>;
}

/** Nobody answered: the network, or a server that is down. The typing is kept by the screen. */
const unreachable: Problem = {
  type: 'about:blank',
  title: 'unreachable',
  status: 0,
  code: 'unreachable',
  words: {
    zh: '暂时连不上服务器，您录入的内容仍在本机，请稍后重试。',
    en: 'The server cannot be reached. What you typed is kept on this computer; please try again shortly.',
  },
};

/** An answer that is no problem document, from a proxy or a crash. */
const unreadable = (status: number): Problem => ({
  type: 'about:blank',
  title: 'unreadable',
  status,
  code: 'unreadable',
  words: {
    zh: `服务器没有给出可读的答复（${String(status)}），请稍后重试。`,
    en: `The server gave no readable answer (${String(status)}); please try again shortly.`,
  },
});

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = Problem.safeParse(body);
  return parsed.success ? parsed.data : unreadable(response.status);
}

type Sent = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> };

const posted = (body: unknown): Sent => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/**
 * Calls the API under `base` (`/api/v1`), parses every answer by its contract shape and throws {@link Refused} with the
 * problem the server stated. The session travels in its strict cookie.
 */
export function createClient(base: string): Client {
  const send = async (path: string, init: Sent): Promise<Response> => {
    const headers = { accept: 'application/json', ...init.headers };
    const response = await fetch(`${base}${path}`, { ...init, headers, credentials: 'same-origin' }).catch(
      (cause: unknown) => {
        if (init.signal?.aborted === true) throw cause;
        throw new Refused(unreachable);
      },
    );
    if (!response.ok) throw new Refused(await problemOf(response));
    return response;
  };
  const read = async <S extends z.ZodType>(path: string, init: Sent, answer: S): Promise<z.output<S>> => {
    const response = await send(path, init);
    return answer.parse(await response.json());
  };
  return {
    get: (path, answer, signal) => read(path, signal ? { signal } : {}, answer),
    post: (path, body, answer) => read(path, posted(body), answer),
    send: async (path, body) => {
      await send(path, posted(body));
    },
    upload: (path, form, answer) => read(path, { method: 'POST', body: form }, answer),
    remove: async (path) => {
      await send(path, { method: 'DELETE' });
    },
    bytes: async (path, body) => {
      const { headers, ...init }: Sent = body === undefined ? {} : posted(body);
      return (await send(path, { ...init, headers: { ...headers, accept: '*/*' } })).blob();
    },
  };
}
