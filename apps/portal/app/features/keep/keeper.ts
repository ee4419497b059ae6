import { remember, type Unsaved } from './store.ts';

/** `elsewhere`: saved, but for a field another device changed meanwhile; the page says which when it is sent. */
export type KeepState = 'quiet' | 'saving' | 'saved' | 'kept' | 'elsewhere';

/** What the server answers to an autosave: fields typed meanwhile on another device, which it did not touch. */
interface KeepAnswer {
  readonly elsewhere: readonly string[];
}

export interface Keeper {
  /** Something was typed: kept on the device at once, sent soon. */
  readonly typed: (name: string, value: string) => void;
  /** Sends now what is not saved yet. */
  readonly flush: () => void;
  readonly stop: () => void;
}

interface Keeping {
  readonly key: string;
  readonly url: string;
  readonly unsaved: Unsaved;
  readonly tell: (state: KeepState) => void;
}

/** Sent this long after the last key, and never later than {@link AT_MOST_MS} after the first (promise: 5 s). */
const AFTER_MS = 1000;
const AT_MOST_MS = 3000;
const AGAIN_MS = 4000;
const GIVE_UP_MS = 15_000;
const KEEPALIVE_BYTES = 60_000;

/** Saves a form's fields as they are typed: first on the device, then on the server; what the server has leaves the device. */
export function keeper({ key, url, unsaved, tell }: Keeping): Keeper {
  let fields: Record<string, string> = { ...unsaved.fields };
  let since: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = false;

  const store = (): void => void remember(key, { fields, base: unsaved.base, at: Date.now() });
  const later = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void send(), ms);
  };
  const send = async (): Promise<void> => {
    clearTimeout(timer);
    if (sending || Object.keys(fields).length === 0) return;
    sending = true;
    since = undefined;
    const sent = { ...fields };
    tell('saving');
    const answer = await post(url, { ...sent, base: String(unsaved.base) });
    sending = false;
    if (answer !== undefined)
      fields = Object.fromEntries(Object.entries(fields).filter(([name, value]) => sent[name] !== value));
    store();
    tell(stateAfter(answer));
    if (Object.keys(fields).length > 0) later(answer === undefined ? AGAIN_MS : AFTER_MS);
  };
  return {
    typed: (name, value) => {
      fields[name] = value;
      store();
      since ??= Date.now();
      later(Math.max(0, Math.min(AFTER_MS, since + AT_MOST_MS - Date.now())));
    },
    flush: () => void send(),
    stop: () => {
      void send();
      clearTimeout(timer);
    },
  };
}

function stateAfter(answer: KeepAnswer | undefined): KeepState {
  if (answer === undefined) return 'kept';
  return answer.elsewhere.length > 0 ? 'elsewhere' : 'saved';
}

/** Undefined when nobody answered, or the server could not: what was typed is then kept and sent again. */
async function post(url: string, fields: Readonly<Record<string, string>>): Promise<KeepAnswer | undefined> {
  try {
    const body = new URLSearchParams(fields);
    // Finishes even when the page is left meanwhile; browsers take only small ones along.
    const keepalive = body.toString().length < KEEPALIVE_BYTES;
    const answer = await fetch(url, { method: 'POST', body, keepalive, signal: AbortSignal.timeout(GIVE_UP_MS) });
    return answer.ok ? ((await answer.json()) as KeepAnswer) : undefined;
  } catch {
    return undefined;
  }
}
