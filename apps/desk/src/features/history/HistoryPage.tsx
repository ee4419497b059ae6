import type { LogView } from '@yimen/contract';
import { useMessages, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { useSignedIn } from '../../shared/session.tsx';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useLogs } from './api.ts';
import { BringForm } from './BringForm.tsx';
import './history.css';
import { messages } from './messages.ts';
import { Rows, type Column } from './Rows.tsx';
import { TakeForm } from './TakeForm.tsx';
import { TAKERS } from './view.ts';
import { useSpan } from './words.ts';

const dayOf = (at: number | undefined): string => (at === undefined ? '—' : new Date(at).toISOString().slice(0, 10));

function Logs({ logs }: { readonly logs: readonly LogView[] }): JSX.Element {
  const t = useMessages(messages);
  const span = useSpan();
  if (logs.length === 0) return <p className="empty">{t('noLogs')}</p>;
  const columns: readonly Column<LogView>[] = [
    {
      name: 'name',
      cell: ({ name }) => (
        <Link to={`/history/${encodeURIComponent(name)}`}>
          <Zh>{name}</Zh>
        </Link>
      ),
    },
    {
      name: 'source',
      cell: ({ format }) => (format === 'ledger' ? t('ledger') : `${t('file')} ${format.toUpperCase()}`),
    },
    { name: 'period', cell: ({ counts: { from, to } }) => `${dayOf(from)} – ${dayOf(to)}` },
    { name: 'cases', cell: ({ counts }) => counts.cases, sortBy: ({ counts }) => counts.cases },
    { name: 'events', cell: ({ counts }) => counts.events, sortBy: ({ counts }) => counts.events },
    { name: 'variantsOf', cell: ({ counts }) => counts.variants, sortBy: ({ counts }) => counts.variants },
    { name: 'median', cell: ({ counts }) => span(counts.duration.median) },
    { name: 'longest', cell: ({ counts }) => span(counts.duration.longest) },
  ];
  return <Rows caption={t('logs')} columns={columns} rows={logs} keyOf={({ name }) => name} />;
}

/** Every log of the hall, and the ways to get one. */
export function HistoryPage(): JSX.Element {
  const t = useMessages(messages);
  const { roles } = useSignedIn();
  const logs = useLogs();
  const problem = problemOf(logs.error);
  if (problem !== undefined)
    return <Trouble title={t('title')} problem={problem} onAgain={() => void logs.refetch()} />;
  if (logs.data === undefined) return <Loading words={t('loading')} />;
  return (
    <div className="page history">
      <h1>{t('title')}</h1>
      <p className="sub">{t('intro')}</p>
      <Logs logs={logs.data.logs} />
      {roles.some((role) => TAKERS.includes(role)) && (
        <div className="history-ways">
          <TakeForm />
          <BringForm />
        </div>
      )}
    </div>
  );
}
