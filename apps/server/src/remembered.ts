import { millisOf } from '@yimen/kernel';
import type { Shell } from './platform/shell.ts';

/** Remembers answers that never change, at most this many, the oldest let go first. A failed look-up is not remembered. */
export function capped<T>(most: number, find: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, T>();
  return async (key) => {
    const value = known.get(key) ?? (await find(key));
    known.delete(key);
    known.set(key, value);
    const oldest = known.size > most ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    return value;
  };
}

/** Remembers an answer for a while: a change is seen after `freshMs` on the machine's clock. */
export function recent<T>(
  { realNow }: Pick<Shell, 'realNow'>,
  freshMs: number,
  find: (key: string) => Promise<T>,
): (key: string) => Promise<T> {
  const known = new Map<string, { readonly at: number; readonly value: T }>();
  return async (key) => {
    const now = millisOf(realNow());
    const kept = known.get(key);
    if (kept !== undefined && now - kept.at < freshMs) return kept.value;
    const value = await find(key);
    known.set(key, { at: now, value });
    return value;
  };
}
