import { ProofStatus, SheetList } from '@yimen/contract';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { client } from '../../shared/client.ts';

const AT = '/desk/proof';
const KEY = 'proof-of-the-record';

export const sheetPaper = (on: string): string => `/api/v1${AT}/sheets/${on}/paper`;

export function useProofStatus(): UseQueryResult<ProofStatus> {
  return useQuery({ queryKey: [KEY], queryFn: ({ signal }) => client.get(AT, ProofStatus, signal) });
}

export function useSheets(): UseQueryResult<SheetList> {
  return useQuery({
    queryKey: [KEY, 'sheets'],
    queryFn: ({ signal }) => client.get(`${AT}/sheets`, SheetList, signal),
  });
}
