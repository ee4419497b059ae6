import { useEffect, useRef, useState } from 'react';
import { useDrafts } from './DraftsGate.tsx';
import type { Drafts } from './drafts.ts';

/** Well under what is promised (≤ 5 s), and no more often than a hand types a word. */
const AFTER_MS = 300;

export interface Saved {
  readonly at: string | undefined;
  readonly failed: boolean;
}
const UNSAVED: Saved = { at: undefined, failed: false };

interface Keeper {
  readonly saved: Saved;
  /** Forgets what was kept; leaving the page right after must not keep it again. */
  readonly drop: () => void;
}

/** Keeps the text once, however often asked. */
function keepOnce(drafts: Drafts | undefined, name: string, tell: (saved: Saved) => void): (text: string) => void {
  let kept: string | undefined;
  return (text) => {
    if (text === kept) return;
    kept = text;
    if (drafts === undefined) tell({ at: undefined, failed: true });
    else void drafts.keep(name, text).then((at) => tell({ at, failed: at === undefined }));
  };
}

/**
 * Keeps what is typed a third of a second after the first key, when the page is left and when the form goes away: a killed
 * browser loses at most that. Undefined is a form nobody has touched.
 */
export function useKept(name: string, text: string | undefined): Keeper {
  const drafts = useDrafts();
  const [saved, setSaved] = useState(UNSAVED);
  const latest = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flush = useRef((): void => undefined);
  useEffect(() => {
    latest.current = text;
    if (text !== undefined) timer.current ??= setTimeout(() => flush.current(), AFTER_MS);
  }, [text]);
  useEffect(() => {
    const keep = keepOnce(drafts, name, setSaved);
    const save = (): void => {
      clearTimeout(timer.current);
      timer.current = undefined;
      if (latest.current !== undefined) keep(latest.current);
    };
    flush.current = save;
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [drafts, name]);
  const drop = (): void => {
    latest.current = undefined;
    drafts?.drop(name);
    setSaved(UNSAVED);
  };
  return { saved, drop };
}
