import type { Session } from '@yimen/contract';
import { useState } from 'react';
import { useDrafts } from '../../shared/drafts/DraftsGate.tsx';
import { useKept, type Saved } from '../../shared/drafts/useKept.ts';
import { freshDraft, fromText, isTouched, outcomeDraftName, toText, type IntakeDraft } from './draft.ts';

export interface DraftHandle {
  readonly draft: IntakeDraft;
  readonly change: (changed: Partial<IntakeDraft>) => void;
  /** Empties the screen and the storage. */
  readonly reset: () => void;
  readonly saved: Saved;
  /** When the restored draft had been saved; undefined when this is a new one. */
  readonly restoredFrom: string | undefined;
}

/** One unfinished intake per person and hall. */
const nameOf = ({ jurisdiction }: Session): string => `intake/${jurisdiction}`;

/** One intake as it is typed: kept as it is typed, restored when the screen is opened again. */
export function useDraft(session: Session): DraftHandle {
  const drafts = useDrafts();
  const name = nameOf(session);
  const [kept] = useState(() => drafts?.read(name));
  const [found] = useState(() => fromText(kept?.text ?? ''));
  const [draft, setDraft] = useState(() => found ?? freshDraft());
  const [restoredFrom, setRestoredFrom] = useState(found === undefined ? undefined : kept?.savedAt);
  const text = isTouched(draft) ? toText(draft) : undefined;
  const { saved, drop } = useKept(name, text);
  return {
    draft,
    saved,
    restoredFrom,
    change: (changed) => setDraft((before) => ({ ...before, ...changed })),
    reset: () => {
      drop();
      for (const outcome of drafts?.under(outcomeDraftName(draft.commandId)) ?? []) drafts?.drop(outcome.name);
      setRestoredFrom(undefined);
      setDraft(freshDraft());
    },
  };
}
