import { useSyncExternalStore } from 'react';
import { recall, remember } from '../shared/storage.ts';

const KEY = 'yimen.desk.large';
const listeners = new Set<() => void>();

/** Larger type and targets at this computer, until somebody turns them off. */
export function setLarge(on: boolean): void {
  remember(KEY, on ? 'yes' : 'no');
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function useLarge(): boolean {
  return useSyncExternalStore(subscribe, () => recall(KEY) === 'yes');
}
