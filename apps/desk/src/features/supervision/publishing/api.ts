import { Publications, Report, ReportList, type ObjectionRequest } from '@yimen/contract';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { client } from '../../../shared/client.ts';
import { newCommandId } from '../../../shared/commandId.ts';

const AT = '/desk/supervision';
export type ReportKind = Report['kind'];

export interface ReportWanted {
  readonly kind: ReportKind;
  /** A day of its period; today's where absent. */
  readonly on: string | null;
}

const pathOf = ({ kind, on }: ReportWanted, form = ''): string =>
  `${AT}/reports/${kind}${form}${on === null ? '' : `?on=${encodeURIComponent(on)}`}`;

export const reportFile = (wanted: ReportWanted, form: 'workbook' | 'paper'): string =>
  `/api/v1${pathOf(wanted, `/${form}`)}`;

export function useReport(wanted: ReportWanted): UseQueryResult<Report> {
  return useQuery({
    queryKey: ['report', wanted.kind, wanted.on],
    queryFn: ({ signal }) => client.get(pathOf(wanted), Report, signal),
  });
}

export function useReports(): UseQueryResult<ReportList> {
  return useQuery({ queryKey: ['reports'], queryFn: ({ signal }) => client.get(`${AT}/reports`, ReportList, signal) });
}

const PUBLICATIONS = ['publications'] as const;

export function usePublications(): UseQueryResult<Publications> {
  return useQuery({
    queryKey: PUBLICATIONS,
    queryFn: ({ signal }) => client.get(`${AT}/publications`, Publications, signal),
  });
}

export function useObject(): UseMutationResult<void, Error, Omit<ObjectionRequest, 'commandId'>> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body) => client.send(`${AT}/publications/objections`, { commandId: newCommandId(), ...body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: PUBLICATIONS }),
  });
}
