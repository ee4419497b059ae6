import { useEffect, useRef, useState } from 'react';
import { forget, forgetOlder, recall, remember } from '../../shared/storage.ts';
import type { Session } from '@yimen/contract';
import { freshDraft, fromText, isTouched, toText, type IntakeDraft } from './draft.ts';

/** Half of what is promised (≤ 5 s), so that a slow tick still keeps the promise. */
const EVERY_MS = 2_000;

export interface DraftHandle {
  readonly draft: IntakeDraft;
  readonly change: (changed: Partial<IntakeDraft>) => void;
  /** Empties the screen and the storage. */
  readonly reset: () => void;
  readonly saved: { readonly at: string | undefined; readonly failed: boolean };
  /** When the restored draft had been saved; undefined when this is a new one. */
  readonly restoredFrom: string | undefined;
}

const PREFIX = 'yimen.desk.intake.';

/** Of one person on one computer: colleagues at the same window never see each other's applicant. */
const keyOf = ({ person, jurisdiction }: Session): string => `${PREFIX}${jurisdiction}.${person}`;

/** An intake nobody came back to, of anybody at this computer. */
const ABANDONED_DAYS = 3;

function start(key: string): IntakeDraft {
  forgetOlder(PREFIX, ABANDONED_DAYS, (text) => fromText(text)?.savedAt);
  const kept = recall(key);
  return (kept === undefined ? undefined : fromText(kept)) ?? freshDraft();
}

interface Autosave {
  readonly saved: DraftHandle['saved'];
  /** Forgets what was kept; leaving the page right after must not keep it again. */
  readonly drop: (fresh: IntakeDraft) => void;
}

/** Keeps what is typed every two seconds and when the page is left; a killed browser loses at most those. */
function useAutosave(draft: IntakeDraft, session: Session): Autosave {
  const [saved, setSaved] = useState<DraftHandle['saved']>({ at: undefined, failed: false });
  const latest = useRef(draft);
  const kept = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  useEffect(() => {
    const save = (): void => {
      if (latest.current === kept.current || !isTouched(latest.current)) return;
      kept.current = latest.current;
      const at = new Date().toISOString();
      const done = remember(keyOf(session), toText(latest.current, session.jurisdiction, at));
      setSaved({ at, failed: !done });
    };
    const timer = setInterval(save, EVERY_MS);
    window.addEventListener('pagehide', save);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [session]);
  const drop = (fresh: IntakeDraft): void => {
    latest.current = fresh;
    kept.current = fresh;
    forget(keyOf(session));
    setSaved({ at: undefined, failed: false });
  };
  return { saved, drop };
}

export function useDraft(session: Session): DraftHandle {
  const key = keyOf(session);
  const [draft, setDraft] = useState(() => start(key));
  const [restoredFrom, setRestoredFrom] = useState(draft.savedAt);
  const { saved, drop } = useAutosave(draft, session);
  return {
    draft,
    saved,
    restoredFrom,
    change: (changed) => setDraft((before) => ({ ...before, ...changed })),
    reset: () => {
      const fresh = freshDraft();
      drop(fresh);
      setRestoredFrom(undefined);
      setDraft(fresh);
    },
  };
}
