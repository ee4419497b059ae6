import type { ConformanceView } from '@yimen/contract';
import { useMessages, useSay } from '@yimen/ui';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { messages } from './messages.ts';
import { Rows } from './Rows.tsx';

type Deviation = ConformanceView['deviations'][number];

const KINDS = {
  skipped: 'skipped',
  reordered: 'reordered',
  repeated: 'repeated_',
  besides: 'besides',
} as const satisfies Readonly<Record<Deviation['kind'], keyof typeof messages>>;

/** The cases a deviation happened in; those of the hall's own ledger open. */
function Which({ row, own }: { readonly row: Deviation; readonly own: boolean }): JSX.Element {
  const t = useMessages(messages);
  const label = row.count > row.cases.length ? t('firstHundred', { n: row.cases.length }) : t('whichCases');
  return (
    <details>
      <summary>{label}</summary>
      <ul className="deviation-cases">
        {row.cases.map((id) => (
          <li key={id}>{own ? <Link to={`/cases/${encodeURIComponent(id)}`}>{id}</Link> : id}</li>
        ))}
      </ul>
    </details>
  );
}

/** What cases did otherwise than the procedure, most first. */
export function Deviations({ found, own }: { readonly found: ConformanceView; readonly own: boolean }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  if (found.deviations.length === 0) return <p className="sub">{t('noDeviation')}</p>;
  return (
    <Rows
      caption={t('deviations')}
      rows={found.deviations}
      keyOf={({ kind, node }) => `${kind} ${node}`}
      columns={[
        { name: 'activity', cell: ({ name }) => say(name) },
        { name: 'deviation', cell: ({ kind }) => t(KINDS[kind]) },
        { name: 'inCases', cell: ({ count }) => count, sortBy: ({ count }) => count },
        { name: 'whichCases', cell: (row) => <Which row={row} own={own} /> },
      ]}
    />
  );
}
