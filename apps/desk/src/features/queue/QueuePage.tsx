import { useMessages } from '@yimen/ui';
import { Button } from 'antd';
import type { JSX } from 'react';
import { useSearchParams } from 'react-router';
import { KeyLegend } from '../../shared/keys/KeyLegend.tsx';
import { useQueue, type QueueFilter } from './api.ts';
import { Filters } from './Filters.tsx';
import { messages } from './messages.ts';
import { QueueTable } from './QueueTable.tsx';

const KEYS = [
  { key: 'n', does: { zh: '办最急的一件', en: 'take the most urgent' } },
  { key: 'j / k', does: { zh: '下一件 / 上一件', en: 'next / previous' } },
  { key: 'Enter', does: { zh: '打开', en: 'open' } },
  { key: '/', does: { zh: '查找', en: 'find' } },
  { key: 'm / a', does: { zh: '我的 / 全部', en: 'mine / all' } },
  { key: 'Alt+N', does: { zh: '收件登记', en: 'intake' } },
] as const;

function filterOf(params: URLSearchParams): QueueFilter {
  return {
    scope: params.get('scope') === 'all' ? 'all' : 'mine',
    light: params.get('light') ?? undefined,
    due: params.get('due') === 'today' ? 'today' : undefined,
    search: params.get('q') ?? undefined,
  };
}

/** What I can do next, the least time first. The address holds the filter, so that a number can link to its rows. */
export function QueuePage(): JSX.Element {
  const t = useMessages(messages);
  const [params] = useSearchParams();
  const filter = filterOf(params);
  const queue = useQueue(filter);
  const pages = queue.data?.pages;
  const rows = pages?.flatMap((page) => page.rows);
  const total = pages?.[0]?.total ?? 0;
  return (
    <>
      <div className="page">
        <h1>{filter.search === undefined ? t('title') : t('found', { q: filter.search, n: total })}</h1>
        <Filters filter={filter} />
        <QueueTable rows={rows} total={total} asked={queue} />
        {queue.hasNextPage && (
          <Button loading={queue.isFetchingNextPage} onClick={() => void queue.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </div>
      <KeyLegend keys={KEYS} />
    </>
  );
}
