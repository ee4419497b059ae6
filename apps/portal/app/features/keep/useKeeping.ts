import { useEffect, useRef, useState } from 'react';
import { keeper, type Keeper, type KeepState } from './keeper.ts';
import { recall } from './store.ts';

export interface Keeping {
  readonly form: React.RefObject<HTMLFormElement | null>;
  readonly state: KeepState;
  /** What was not saved last time has been put back into the fields. */
  readonly restored: boolean;
  /** The save the page was loaded at. */
  readonly base: number;
  readonly retry: () => void;
}

interface Form {
  /** Where it is posted; also its name on this device. */
  readonly url: string;
  readonly base: number;
}

/** Makes a form keep itself while scripts run; without them it is an ordinary form. */
export function useKeeping({ url, base }: Form): Keeping {
  const form = useRef<HTMLFormElement>(null);
  const current = useRef<Keeper>(undefined);
  const [state, setState] = useState<KeepState>('quiet');
  const [restored, setRestored] = useState(false);
  // The save the page was loaded at: later ones of this page must not hide another device's.
  const [loaded] = useState(base);
  useEffect(() => {
    const element = form.current;
    if (element === null) return;
    let stop: (() => void) | undefined;
    let left = false;
    void recall(url).then((found) => {
      if (left) return;
      const unsaved = found ?? { fields: {}, base: loaded, at: 0 };
      if (putBack(element, unsaved.fields)) setRestored(true);
      const made = keeper({ key: url, url, unsaved, tell: setState });
      current.current = made;
      stop = watch(element, made);
    });
    return () => {
      left = true;
      stop?.();
    };
  }, [url, loaded]);
  return { form, state, restored, base: loaded, retry: () => current.current?.flush() };
}

/** Saves what is typed, soon; what is left, now. */
function watch(form: HTMLFormElement, made: Keeper): () => void {
  const typed = (event: Event): void => {
    const { target } = event;
    if (isField(target) && target.name !== '') made.typed(target.name, target.value);
  };
  const flush = (): void => made.flush();
  form.addEventListener('input', typed);
  form.addEventListener('change', flush);
  addEventListener('online', flush);
  addEventListener('pagehide', flush);
  // Put back just now, or typed before the scripts ran.
  for (const field of form.elements) if (isField(field) && differs(field)) made.typed(field.name, field.value);
  made.flush();
  return () => {
    form.removeEventListener('input', typed);
    form.removeEventListener('change', flush);
    removeEventListener('online', flush);
    removeEventListener('pagehide', flush);
    made.stop();
  };
}

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A field of text or choice; files go their own way. */
function isField(target: EventTarget | null): target is Typed {
  if (target instanceof HTMLInputElement) return target.type !== 'file';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function differs(field: Typed): boolean {
  if (field.name === '' || field.type === 'hidden') return false;
  if (field instanceof HTMLSelectElement) return ![...field.selectedOptions].every((option) => option.defaultSelected);
  if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox'))
    return field.checked && !field.defaultChecked;
  return field.value !== field.defaultValue;
}

/** Answers whether any field changed by it. */
function putBack(form: HTMLFormElement, fields: Readonly<Record<string, string>>): boolean {
  let changed = false;
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements.namedItem(name);
    if (!(field instanceof RadioNodeList) && !isField(field)) continue;
    changed ||= field.value !== value;
    field.value = value;
  }
  return changed;
}
