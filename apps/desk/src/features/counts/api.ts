import { Counts } from '@yimen/contract';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client } from '../../shared/client.ts';
import { openLine } from '../../shared/eventLine.ts';

const COUNTS = ['counts'] as const;

function take(queries: QueryClient, text: string): void {
  const parsed = Counts.safeParse(JSON.parse(text));
  if (!parsed.success) return;
  const before = queries.getQueryData<Counts>(COUNTS);
  queries.setQueryData(COUNTS, parsed.data);
  const { waiting, dueToday, overdue } = parsed.data;
  const moved = before?.waiting !== waiting || before.dueToday !== dueToday || before.overdue !== overdue;
  if (moved) void queries.invalidateQueries({ queryKey: ['queue'] });
}

export interface Live {
  readonly counts: Counts | undefined;
  readonly live: boolean;
}

/** Waiting, due today, overdue: asked once, then told by the server. */
export function useLiveCounts(): Live {
  const queries = useQueryClient();
  const [live, setLive] = useState(false);
  const counts = useQuery({
    queryKey: COUNTS,
    queryFn: ({ signal }) => client.get('/desk/counts', Counts, signal),
    // Without the stream the numbers would grow stale unnoticed.
    refetchInterval: live ? false : 30_000,
  });
  useEffect(
    () =>
      openLine({
        path: '/api/v1/desk/events',
        event: 'counts',
        onState: setLive,
        onData: (text) => take(queries, text),
      }),
    [queries],
  );
  return { counts: counts.data, live };
}
