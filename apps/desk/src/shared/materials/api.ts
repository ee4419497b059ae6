import { StoredFile } from '@yimen/contract';
import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { client } from '../client.ts';

type Stored = ReturnType<typeof StoredFile.parse>;

/** Scans of this sitting, by content hash: shown at once, before the case exists. Gone when the page is. */
const scanned = new Map<string, Blob>();

export function useUpload(): UseMutationResult<Stored, Error, File> {
  return useMutation({
    mutationFn: async (file: File) => {
      const form = new FormData();
      form.append('file', file, file.name);
      const stored = await client.upload('/desk/files', form, StoredFile);
      scanned.set(stored.sha256, file);
      return stored;
    },
  });
}

export interface Scan {
  readonly sha256: string;
  readonly mediaType: string;
  readonly caseId: string | undefined;
}

/** The bytes of a scan: this sitting's, or the case's from the server; null when neither has them. */
export function useScan(scan: Scan | undefined): UseQueryResult<Blob | null> {
  return useQuery({
    queryKey: ['scan', scan?.caseId, scan?.sha256],
    enabled: scan !== undefined,
    staleTime: Infinity,
    queryFn: async () => {
      const local = scanned.get(scan?.sha256 ?? '');
      if (local !== undefined) return local;
      if (scan?.caseId === undefined) return null;
      return client.bytes(`/desk/cases/${encodeURIComponent(scan.caseId)}/files/${scan.sha256}`);
    },
  });
}
