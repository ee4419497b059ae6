import type { CardRowView } from '@yimen/contract';
import { inGroupsOfFour, Mixed, useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useDay, useWhen } from '../../shared/when.ts';
import { useCards } from './api.ts';
import { Level } from './Level.tsx';
import { messages } from './messages.ts';

const SHOWN = { mine: { mine: 'true' }, open: { open: 'true' }, all: {} } as const;
const LEVELS = ['any', 'warning', 'yellow', 'red'] as const;
const FAMILIES = ['any', 'urging'] as const;

function queryOf(params: URLSearchParams): string {
  const { show = 'open', level, family, ...rest } = Object.fromEntries(params);
  const shown = show === 'mine' || show === 'all' ? SHOWN[show] : SHOWN.open;
  return new URLSearchParams({
    ...rest,
    ...shown,
    ...(level === undefined || level === 'any' ? {} : { level }),
    ...(family === undefined || family === 'any' ? {} : { family }),
  }).toString();
}

const cardPath = ({ cardId }: CardRowView): string => `/supervision/cards/${encodeURIComponent(cardId)}`;

function Rule({ row }: { readonly row: CardRowView }): JSX.Element {
  const say = useSay();
  return (
    <>
      <Link className="opens" to={cardPath(row)}>
        {row.rule} {say(row.ruleName)}
      </Link>
      {(row.question ?? say(row.about)) !== say(row.ruleName) && (
        <span className="sub">
          <Mixed text={row.question ?? say(row.about)} />
        </span>
      )}
    </>
  );
}

function Phase({ row }: { readonly row: CardRowView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <>
      {say(row.phaseName)} {row.mine && <span className="tag tag--stage">{t('mine')}</span>}{' '}
      {row.answerName !== undefined && <span className="tag">{say(row.answerName)}</span>}
    </>
  );
}

function useColumns(): readonly Column<CardRowView>[] {
  const t = useMessages(messages);
  const day = useDay();
  const when = useWhen();
  return [
    { key: 'level', title: t('level'), cell: (row) => <Level card={row} /> },
    { key: 'rule', title: t('rule'), cell: (row) => <Rule row={row} /> },
    {
      key: 'number',
      title: t('number'),
      cell: ({ caseNumber }) => (
        <span className="number">
          <Mixed text={inGroupsOfFour(caseNumber)} />
        </span>
      ),
    },
    { key: 'department', title: t('department'), cell: ({ authorityName }) => <Zh>{authorityName}</Zh> },
    { key: 'phase', title: t('phase'), cell: (row) => <Phase row={row} /> },
    { key: 'waitUntil', title: t('waitUntil'), cell: ({ dueOn }) => <span className="day">{day(dueOn)}</span> },
    { key: 'raised', title: t('raised'), cell: ({ raisedAt }) => when(raisedAt) },
  ];
}

interface ChoiceProps {
  readonly name: 'show' | 'level' | 'family';
  readonly values: readonly (keyof typeof messages)[];
  readonly otherwise: string;
}

function Choice({ name, values, otherwise }: ChoiceProps): JSX.Element {
  const t = useMessages(messages);
  const [params, setParams] = useSearchParams();
  const set = (value: string): void => setParams((before) => ({ ...Object.fromEntries(before), [name]: value }));
  return (
    <div role="group" aria-label={t(name)} className="choice">
      <span aria-hidden="true">{t(name)}</span>
      {values.map((value) => (
        <button
          key={value}
          type="button"
          aria-pressed={(params.get(name) ?? otherwise) === value}
          onClick={() => set(value)}
        >
          {t(value)}
        </button>
      ))}
    </div>
  );
}

/** Cards this person may read, open ones first. The address holds the filter. */
export function CardsPage(): JSX.Element {
  const t = useMessages(messages);
  const [params] = useSearchParams();
  const asked = useCards(queryOf(params));
  const { data } = asked;
  return (
    <div className="page">
      <h1>{t('cards')}</h1>
      <p>
        <Link to="/supervision/rules">{t('rules')}</Link>
      </p>
      <div className="filters">
        <Choice name="show" values={['mine', 'open', 'all']} otherwise="open" />
        <Choice name="level" values={LEVELS} otherwise="any" />
        <Choice name="family" values={FAMILIES} otherwise="any" />
        {data !== undefined && <output className="sub-inline">{t('shown', { n: data.total })}</output>}
      </div>
      <Table
        caption={t('cardsCaption', { n: data?.rows.length ?? 0 })}
        columns={useColumns()}
        rows={data?.rows}
        keyOf={({ cardId }) => cardId}
        empty={{ title: t('none'), hint: t('noneHint') }}
        asked={asked}
      />
    </div>
  );
}
