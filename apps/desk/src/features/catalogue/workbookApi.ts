import { WorkbookPreview } from '@yimen/contract';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { client } from '../../shared/client.ts';

const AT = '/desk/catalogue/workbook';

export interface Workbook {
  readonly file: File;
  /** Whose items new rows become; empty: the sender's own. */
  readonly department: string;
}

/** The address of a department's items as a workbook, or of an empty one. */
export function workbookAddress(department: string, template: boolean): string {
  const query = new URLSearchParams({
    ...(department === '' ? {} : { department }),
    ...(template ? { template: 'true' } : {}),
  });
  return `/api/v1${AT}?${query.toString()}`;
}

function send(path: string, { file, department }: Workbook): Promise<WorkbookPreview> {
  const form = new FormData();
  form.append('file', file);
  const query = department === '' ? '' : `?${new URLSearchParams({ department }).toString()}`;
  return client.upload(`${path}${query}`, form, WorkbookPreview);
}

export function useTry(): UseMutationResult<WorkbookPreview, Error, Workbook> {
  return useMutation({ mutationFn: (workbook) => send(`${AT}/preview`, workbook) });
}

/** Makes drafts of all of it; every item shown anywhere is read anew. */
export function useKeep(): UseMutationResult<WorkbookPreview, Error, Workbook> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (workbook) => send(AT, workbook),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['catalogue'] });
      await queries.invalidateQueries({ queryKey: ['catalogue-item'] });
    },
  });
}
