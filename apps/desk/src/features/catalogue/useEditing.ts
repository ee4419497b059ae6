import type { DraftView } from '@yimen/contract';
import { isObject, mergeJson, placeOf, type JsonObject } from '@yimen/core/catalogue';
import { useEffect, useRef, useState } from 'react';
import { useSaveDraft } from './api.ts';
import { jsonOf, writeAt } from './editable.ts';

const PAUSE_MS = 600;

export type Conflict = DraftView['conflicts'][number];

export interface Editing {
  readonly content: JsonObject;
  readonly view: DraftView;
  readonly saving: boolean;
  readonly error: Error | null;
  /** What somebody else changed too, until one of the two values is chosen. */
  readonly conflicts: readonly Conflict[];
  readonly change: (content: JsonObject) => void;
  readonly settle: (conflict: Conflict, take: 'mine' | 'theirs') => void;
}

/** Keeps what is typed and saves it with every pause; what others saved meanwhile comes back joined. */
export function useEditing(itemId: string, draft: DraftView): Editing {
  const [view, setView] = useState(draft);
  const [content, setContent] = useState(() => jsonOf(draft.content));
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [dirty, setDirty] = useState(false);
  const { mutate, isPending, error } = useSaveDraft(itemId);
  const save = (): void => {
    setDirty(false);
    const sent = content;
    mutate(
      { revision: view.revision, content: sent },
      {
        onSuccess: (saved) => {
          setView(saved);
          // What was typed while the answer was under way is joined with it, never undone by it.
          setContent((mine) => joined({ base: sent, mine, theirs: jsonOf(saved.content) }));
          setConflicts((known) => [...known.filter((one) => !isIn(saved.conflicts, one)), ...saved.conflicts]);
        },
      },
    );
  };
  useEffect(() => {
    if (!dirty || isPending) return undefined;
    const timer = setTimeout(save, PAUSE_MS);
    return () => clearTimeout(timer);
  });
  useSaveOnLeaving(dirty, save);
  const change = (next: JsonObject): void => {
    setContent(next);
    setDirty(true);
  };
  const settle = (conflict: Conflict, take: 'mine' | 'theirs'): void => {
    setConflicts((known) => known.filter((one) => one !== conflict));
    const { mine } = jsonOf({ mine: conflict.mine });
    if (take === 'mine') change(writeAt(content, placeOf(content, conflict.field), mine ?? undefined));
  };
  return { content, view, saving: dirty || isPending, error, conflicts, change, settle };
}

const isIn = (conflicts: readonly Conflict[], one: Conflict): boolean =>
  conflicts.some(({ field }) => field === one.field);

type Three = Readonly<Record<'base' | 'mine' | 'theirs', JsonObject>>;

function joined(three: Three): JsonObject {
  const { value } = mergeJson(three);
  return isObject(value) ? value : three.theirs;
}

/** Somebody who leaves the screen within the pause loses nothing. */
function useSaveOnLeaving(dirty: boolean, save: () => void): void {
  const leaving = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    leaving.current = dirty ? save : undefined;
  });
  useEffect(() => () => leaving.current?.(), []);
}
