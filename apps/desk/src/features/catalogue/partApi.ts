import { PartPreview } from '@yimen/contract';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { client } from '../../shared/client.ts';

/** A part of an item that has a drawing tool of its own. */
export interface PartOf {
  readonly itemId: string;
  readonly part: 'procedure' | 'discretion';
}

export interface PartFile {
  readonly file: File;
  /** The draft that was looked at. */
  readonly revision: number | undefined;
}

const pathOf = ({ itemId, part }: PartOf): string => `/desk/catalogue/items/${encodeURIComponent(itemId)}/${part}`;

/** Where a part of the draft is taken as a file. */
export const partAddress = (of: PartOf): string => `/api/v1${pathOf(of)}.${of.part === 'procedure' ? 'bpmn' : 'dmn'}`;

function send(path: string, { file }: PartFile): Promise<PartPreview> {
  const form = new FormData();
  form.append('file', file);
  return client.upload(path, form, PartPreview);
}

export function useTryPart(of: PartOf): UseMutationResult<PartPreview, Error, PartFile> {
  return useMutation({ mutationFn: (sent) => send(`${pathOf(of)}/preview`, sent) });
}

/** Keeps it as the draft; the item is read anew before `onKept` is told. */
export function useKeepPart(of: PartOf, onKept: () => void): UseMutationResult<PartPreview, Error, PartFile> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sent) => send(`${pathOf(of)}?revision=${String(sent.revision ?? 0)}`, sent),
    onSuccess: async ({ drafted }) => {
      await queries.invalidateQueries({ queryKey: ['catalogue-item', of.itemId] });
      if (drafted) onKept();
    },
  });
}
