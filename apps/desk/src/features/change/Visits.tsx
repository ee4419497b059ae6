import type { ChangePage } from '@yimen/contract';
import { useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useDay } from '../../shared/when.ts';
import { messages } from './messages.ts';

type Visit = ChangePage['visits'][number];

const RESULTS = {
  done: 'resultDone',
  returned: 'resultReturned',
  rejected: 'resultRejected',
  withdrawn: 'resultWithdrawn',
  cut: 'resultCut',
} as const;
const isResult = (text: string): text is keyof typeof RESULTS => Object.hasOwn(RESULTS, text);

function useColumns(): readonly Column<Visit>[] {
  const t = useMessages(messages);
  const say = useSay();
  const day = useDay();
  const result = (text: string | undefined): string =>
    text === undefined ? t('waiting') : isResult(text) ? t(RESULTS[text]) : text;
  return [
    { key: 'step', title: t('step'), names: true, cell: ({ name }) => say(name) },
    { key: 'opened', title: t('opened'), cell: ({ openedOn }) => day(openedOn) },
    { key: 'due', title: t('due'), cell: ({ dueOn }) => day(dueOn) },
    { key: 'done', title: t('done'), cell: ({ doneOn }) => day(doneOn) },
    { key: 'days', title: t('days'), cell: ({ days }) => days ?? '—' },
    { key: 'result', title: t('result'), cell: (visit) => result(visit.result) },
    { key: 'by', title: t('by'), cell: ({ by }) => <Zh>{by ?? '—'}</Zh> },
  ];
}

/** Every time a step was opened: when, until when, how it ended, and by whom. */
export function Visits({ change }: { readonly change: ChangePage }): JSX.Element {
  const t = useMessages(messages);
  return (
    <Table
      caption={t('steps')}
      columns={useColumns()}
      rows={change.visits}
      keyOf={({ step, openedOn }) => `${step} ${openedOn}`}
      empty={{ title: t('empty') }}
    />
  );
}
