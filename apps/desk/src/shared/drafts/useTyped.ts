import { useState } from 'react';
import { useDrafts } from './DraftsGate.tsx';
import { useKept } from './useKept.ts';
import type { Values } from '../forms/fields.ts';

function read(text: string | undefined): Values {
  if (text === undefined) return {};
  const found: unknown = JSON.parse(text);
  const pairs = typeof found === 'object' && found !== null ? Object.entries(found) : [];
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

export interface Typed {
  readonly values: Values;
  readonly set: (name: string, value: string) => void;
  /** What is typed lies on this computer and outlives the page. */
  readonly kept: boolean;
  /** It was sent: nothing is kept of it, and the fields are as they were at first. */
  readonly drop: () => void;
}

/** What is typed in one form, kept on this computer until it is sent. */
export function useTyped(name: string, initial: Values): Typed {
  const drafts = useDrafts();
  const [values, setValues] = useState<Values>(() => ({ ...initial, ...read(drafts?.read(name)?.text) }));
  const [touched, touch] = useState(false);
  const { saved, drop } = useKept(name, touched ? JSON.stringify(values) : undefined);
  return {
    values,
    kept: saved.at !== undefined,
    set: (field, value) => {
      touch(true);
      setValues((before) => ({ ...before, [field]: value }));
    },
    drop: () => {
      touch(false);
      setValues(initial);
      drop();
    },
  };
}
