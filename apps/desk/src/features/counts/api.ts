import { Counts } from '@yimen/contract';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client } from '../../shared/client.ts';

const COUNTS = ['counts'] as const;
const RETRY_MS = 5_000;

function take(queries: QueryClient, text: string): void {
  const parsed = Counts.safeParse(JSON.parse(text));
  if (!parsed.success) return;
  const before = queries.getQueryData<Counts>(COUNTS);
  queries.setQueryData(COUNTS, parsed.data);
  const { waiting, dueToday, overdue } = parsed.data;
  const moved = before?.waiting !== waiting || before.dueToday !== dueToday || before.overdue !== overdue;
  if (moved) void queries.invalidateQueries({ queryKey: ['queue'] });
}

/**
 * Listens for counts. The browser reconnects a dropped stream by itself; one the server refused (restart, proxy) it
 * gives up, so that is opened again here after five seconds.
 */
function listen(queries: QueryClient, onState: (live: boolean) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    source = new EventSource('/api/v1/desk/events');
    source.addEventListener('open', () => onState(true));
    source.addEventListener('counts', (event) => take(queries, String(event.data)));
    source.addEventListener('error', () => {
      onState(false);
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, RETRY_MS);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
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
  useEffect(() => (typeof EventSource === 'undefined' ? undefined : listen(queries, setLive)), [queries]);
  return { counts: counts.data, live };
}
