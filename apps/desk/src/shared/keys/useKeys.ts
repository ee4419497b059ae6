import { useEffect, useRef, useSyncExternalStore } from 'react';
import { recall, remember } from '../storage.ts';

/** Keys by name: `F4`, `Alt+a`, `Escape`, or a single character (`j`), which only works outside fields. */
export type KeyMap = { readonly [name: string]: () => void };

const SINGLE = 'yimen.desk.singleKeys';
const listeners = new Set<() => void>();

/** WCAG 2.1.4: shortcuts of one character can be turned off, and the choice is kept. */
export function setSingleKeys(on: boolean): void {
  remember(SINGLE, on ? 'on' : 'off');
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, () => recall(SINGLE) !== 'off');
}

/** 229 is what browsers report while an input method composes Chinese; then a key belongs to the input method. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const typing = target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
  return typing || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** The page behind an open dialog is out of reach, by the keyboard too. */
const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('dialog') !== null;

function nameOf(event: KeyboardEvent): string | undefined {
  if (event.ctrlKey || event.metaKey) return undefined;
  if (!event.altKey) return event.key;
  // By place, not by letter: with Alt some layouts put another character on the key.
  const letter = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1];
  return letter === undefined ? undefined : `Alt+${letter.toLowerCase()}`;
}

function actionFor(event: KeyboardEvent, map: KeyMap): (() => void) | undefined {
  if (event.defaultPrevented || isComposing(event)) return undefined;
  const name = nameOf(event);
  if (name === undefined) return undefined;
  const single = name.length === 1;
  if (single && (isField(event.target) || isInDialog(event.target) || recall(SINGLE) === 'off')) return undefined;
  return Object.hasOwn(map, name) ? map[name] : undefined;
}

/** Hot-keys of a screen while it is shown; never while an input method composes, never inside an open dialog. */
export function useKeys(map: KeyMap, enabled = true): void {
  const latest = useRef(map);
  useEffect(() => {
    latest.current = map;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const action = actionFor(event, latest.current);
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [enabled]);
}
