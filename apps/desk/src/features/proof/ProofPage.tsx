import type { ProofStatus, SheetList } from '@yimen/contract';
import { useMessages, useSay } from '@yimen/ui';
import type { JSX } from 'react';
import { problemOf } from '../../shared/forms/refusal.ts';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useDay, useWhen } from '../../shared/when.ts';
import { sheetPaper, useProofStatus, useSheets } from './api.ts';
import { messages } from './messages.ts';

function Now({ status }: { readonly status: ProofStatus }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const when = useWhen();
  const { origin, verifierKey, entriesSigned, entriesInTree, signedAt, problem } = status;
  return (
    <section aria-labelledby="proof-now">
      <h2 id="proof-now">{t('state')}</h2>
      <dl className="card-facts">
        <dt>{t('origin')}</dt>
        <dd>{origin ?? '—'}</dd>
        <dt>{t('key')}</dt>
        <dd>
          <code className="wrap">{verifierKey ?? '—'}</code>
        </dd>
        <dt>{t('signed')}</dt>
        <dd>{t('signedOf', { signed: entriesSigned, all: entriesInTree })}</dd>
        <dt>{t('signedAt')}</dt>
        <dd>{signedAt === null ? t('never') : when(signedAt)}</dd>
        {problem !== null && (
          <>
            <dt>{t('problem')}</dt>
            <dd>
              <strong>⚠ {say(problem.words)}</strong>{' '}
              {problem.since !== null && t('since', { at: when(problem.since) })}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

type Witness = ProofStatus['witnesses'][number];

function Witnesses({ rows }: { readonly rows: readonly Witness[] }): JSX.Element {
  const t = useMessages(messages);
  const when = useWhen();
  const columns: readonly Column<Witness>[] = [
    {
      key: 'witness',
      title: t('witness'),
      names: true,
      cell: ({ witness }) => <span className="wrap">{witness}</span>,
    },
    { key: 'has', title: t('has'), cell: ({ size }) => t('entries', { n: size }) },
    {
      key: 'delivered',
      title: t('delivered'),
      cell: ({ deliveredAt }) => (deliveredAt === null ? '—' : when(deliveredAt)),
    },
    {
      key: 'standing',
      title: t('standing'),
      cell: ({ alarm, pendingSince, problem }) => {
        if (alarm) return <span className="tag tag--stale">⚠ {problem ?? t('alarm')}</span>;
        return pendingSince === null ? `✓ ${t('fine')}` : (problem ?? t('waiting'));
      },
    },
  ];
  return (
    <Table
      caption={t('witnessesOf', { n: rows.length })}
      columns={columns}
      rows={rows}
      keyOf={({ witness }) => witness}
      empty={{ title: t('noWitness'), hint: t('noWitnessHint') }}
    />
  );
}

type Sheet = SheetList['rows'][number];

function Sheets(): JSX.Element {
  const t = useMessages(messages);
  const day = useDay();
  const when = useWhen();
  const asked = useSheets();
  const columns: readonly Column<Sheet>[] = [
    { key: 'day', title: t('day'), names: true, cell: ({ on }) => day(on), sortBy: ({ on }) => on },
    { key: 'total', title: t('total'), cell: ({ size }) => size, sortBy: ({ size }) => size },
    { key: 'grown', title: t('grown'), cell: ({ entries }) => entries, sortBy: ({ entries }) => entries },
    { key: 'checkpoints', title: t('checkpoints'), cell: ({ checkpoints }) => checkpoints },
    { key: 'signedAt', title: t('signedAt'), cell: ({ at }) => when(at) },
    {
      key: 'paper',
      title: t('paper'),
      cell: ({ on }) => (
        <a href={sheetPaper(on)} aria-label={`${day(on)} ${t('paper')}`}>
          {t('paper')}
        </a>
      ),
    },
  ];
  return (
    <Table
      caption={t('sheetsOf', { n: asked.data?.rows.length ?? 0 })}
      columns={columns}
      rows={asked.data?.rows}
      keyOf={({ on }) => on}
      empty={{ title: t('noSheet'), hint: t('noSheetHint') }}
      asked={asked}
    />
  );
}

/** 存证: how the record is signed, who witnesses it, and the sheets to post, for those who watch over the hall. */
export function ProofPage(): JSX.Element {
  const t = useMessages(messages);
  const asked = useProofStatus();
  const problem = problemOf(asked.error);
  if (problem !== undefined)
    return <Trouble title={t('proof')} problem={problem} onAgain={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Loading words={t('loading')} />;
  return (
    <div className="page">
      <h1>{t('proof')}</h1>
      <p className="sub">{t('intro')}</p>
      <Now status={asked.data} />
      <section aria-labelledby="proof-sheets">
        <h2 id="proof-sheets">{t('sheets')}</h2>
        <Sheets />
      </section>
      <section aria-labelledby="proof-witnesses">
        <h2 id="proof-witnesses">{t('witnesses')}</h2>
        <Witnesses rows={asked.data.witnesses} />
      </section>
    </div>
  );
}
