import type { MissedQuestion } from '@yimen/contract';
import { useMessages, Zh } from '@yimen/ui';
import { Button } from 'antd';
import type { JSX } from 'react';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useDay } from '../../shared/when.ts';
import { useDealWith, useMissed } from './api.ts';
import { messages } from './messages.ts';

function useColumns(mayDeal: boolean): readonly Column<MissedQuestion>[] {
  const t = useMessages(messages);
  const day = useDay();
  const columns: readonly Column<MissedQuestion>[] = [
    { key: 'question', title: t('question'), cell: ({ question }) => <Zh>{question}</Zh>, names: true },
    { key: 'times', title: t('times'), cell: ({ times }) => times },
    { key: 'first', title: t('first'), cell: ({ firstOn }) => day(firstOn) },
    { key: 'last', title: t('last'), cell: ({ lastOn }) => day(lastOn) },
    {
      key: 'finds',
      title: t('finds'),
      cell: ({ finds }) => (finds === 0 ? t('nothing') : t('items', { n: finds })),
    },
  ];
  if (!mayDeal) return columns;
  return [...columns, { key: 'act', title: t('act'), cell: ({ question }) => <Dealt question={question} /> }];
}

function Dealt({ question }: { readonly question: string }): JSX.Element {
  const t = useMessages(messages);
  const dealing = useDealWith();
  return (
    <Button
      size="small"
      loading={dealing.isPending}
      aria-label={t('dealtWith', { question })}
      onClick={() => dealing.mutate(question)}
    >
      {t('dealt')}
    </Button>
  );
}

/** What was asked in vain, what was asked most first. */
export function MissedTable({ mayDeal }: { readonly mayDeal: boolean }): JSX.Element {
  const t = useMessages(messages);
  const missed = useMissed();
  return (
    <Table
      caption={t('missed', { n: missed.data?.total ?? 0 })}
      columns={useColumns(mayDeal)}
      rows={missed.data?.rows}
      keyOf={({ question }) => question}
      empty={{ title: t('noMissed') }}
      asked={missed}
    />
  );
}
