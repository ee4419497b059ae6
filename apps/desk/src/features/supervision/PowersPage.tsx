import type { PowersAnswer } from '@yimen/contract';
import { useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useSignedIn } from '../../shared/session.tsx';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useDay } from '../../shared/when.ts';
import { usePowers } from './api.ts';
import { messages } from './powersMessages.ts';
import { shareOf } from './share.ts';

type Figure = PowersAnswer['figures'][number];
type Item = Figure['others'][number];

function One({ figure }: { readonly figure: Figure }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const { key, name, formula, count, of, others } = figure;
  const columns: readonly Column<Item>[] = [
    { key: 'item', title: t('item'), names: true, cell: (item) => <Zh>{item.name}</Zh> },
    {
      key: 'department',
      title: t('department'),
      cell: ({ authorityName }) => <Zh>{authorityName}</Zh>,
      sortBy: ({ authorityName }) => authorityName,
    },
  ];
  return (
    <section aria-labelledby={key}>
      <h2 id={key}>
        {say(name)} {shareOf({ ratio: of === 0 ? null : count / of })}{' '}
        <span className="sub-inline">{t('countOf', { count, of })}</span>
      </h2>
      <p className="sub">{say(formula)}</p>
      <Table
        caption={t('others', { n: others.length })}
        columns={columns}
        rows={others}
        keyOf={({ itemId }) => itemId}
        empty={{ title: t('noOthers') }}
      />
    </section>
  );
}

/** Figures of the list that are shown elsewhere, and those nobody can reckon yet. */
function Others(): JSX.Element {
  const t = useMessages(messages);
  const { jurisdiction } = useSignedIn();
  return (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere">{t('elsewhere')}</h2>
      <p>
        <a href={`/halls/${jurisdiction}/figures`}>{t('listFigures')}</a>
      </p>
      <p className="sub">{t('notYet')}</p>
    </section>
  );
}

/** 授权率、既受又理率: of the hall's items today, each with the items it does not count. */
export function PowersPage(): JSX.Element {
  const t = useMessages(messages);
  const day = useDay();
  const asked = usePowers();
  const problem = problemOf(asked.error);
  if (problem !== undefined)
    return <Trouble title={t('powers')} problem={problem} onAgain={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Loading words={t('loading')} />;
  return (
    <div className="page">
      <p>
        <Link to="/supervision">{t('back')}</Link>
      </p>
      <h1>{t('powersOn', { day: day(asked.data.on) })}</h1>
      {asked.data.figures.map((figure) => (
        <One key={figure.key} figure={figure} />
      ))}
      <Others />
    </div>
  );
}
