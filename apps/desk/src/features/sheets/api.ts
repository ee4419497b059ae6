import { Checklist, Manual } from '@yimen/contract';
import type { Language } from '@yimen/ui';
import {
  keepPreviousData,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { client } from '../../shared/client.ts';

export interface ManualAsked {
  readonly itemId: string;
  /** As it stands in the address; the version in force where none does. */
  readonly version: string | undefined;
  readonly language: Language;
}

/** The address of an item's manual below the API, `.pdf` for paper. */
export function manualPath({ itemId, version, language }: ManualAsked, paper = false): string {
  const query = new URLSearchParams({ language, ...(version === undefined ? {} : { version }) });
  return `/desk/catalogue/items/${encodeURIComponent(itemId)}/manual${paper ? '.pdf' : ''}?${query.toString()}`;
}

export function useManual(asked: ManualAsked): UseQueryResult<Manual> {
  const path = manualPath(asked);
  return useQuery({
    queryKey: ['manual', path],
    queryFn: ({ signal }) => client.get(path, Manual, signal),
    placeholderData: keepPreviousData,
  });
}

/** What one person's situation is asked about; it travels in bodies and stands in no address. */
export interface Situation {
  readonly jurisdiction: string;
  readonly itemId: string;
  readonly answers: Readonly<Record<string, string | number | boolean>>;
  readonly language: Language;
}

const checklistAt = ({ jurisdiction, itemId }: Situation): string =>
  `/items/${jurisdiction}/${encodeURIComponent(itemId)}/checklist`;

/** The checklist, made anew with every answer; the last one stays until the next is there. */
export function useChecklist(situation: Situation): UseQueryResult<Checklist> {
  const { answers, language } = situation;
  return useQuery({
    queryKey: ['checklist', situation],
    queryFn: () => client.post(checklistAt(situation), { answers, language }, Checklist),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

/** The same checklist as the paper it is printed on. */
export function useChecklistPaper(): UseMutationResult<Blob, Error, Situation> {
  return useMutation({
    mutationFn: (situation) => {
      const { answers, language } = situation;
      return client.bytes(`${checklistAt(situation)}.pdf`, { answers, language });
    },
  });
}
