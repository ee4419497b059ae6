import type { Problem } from '@yimen/contract';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../shared/forms/refusal.ts';

export interface Bringing<Found> {
  readonly trying: boolean;
  readonly keeping: boolean;
  readonly found: Found | undefined;
  readonly problem: Problem | undefined;
  readonly choose: (file: File | undefined) => void;
  readonly keep: () => void;
}

/** A file chosen, what trying it found, and keeping it. `sent`: the file with what goes along, once something was found with that too. */
export function useBringing<Sent, Found>(
  trying: UseMutationResult<Found, Error, Sent>,
  keeping: UseMutationResult<Found, Error, Sent>,
  sent: (file: File, found?: Found) => Sent,
): Bringing<Found> {
  const [file, setFile] = useState<File>();
  return {
    trying: trying.isPending,
    keeping: keeping.isPending,
    found: keeping.data ?? trying.data,
    problem: problemOf(trying.error) ?? problemOf(keeping.error),
    choose: (chosen) => {
      setFile(chosen);
      trying.reset();
      keeping.reset();
      if (chosen !== undefined) trying.mutate(sent(chosen));
    },
    keep: () => {
      if (file !== undefined) keeping.mutate(sent(file, trying.data));
    },
  };
}
