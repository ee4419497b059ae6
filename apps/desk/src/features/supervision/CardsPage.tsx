import type { CardRowView } from '@yimen/contract';
import { inGroupsOfFour, timeInBeijing, useMessages, useSay } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useCards } from './api.ts';
import { messages } from './messages.ts';

const SHOWN = { mine: { mine: 'true' }, open: { open: 'true' }, all: {} } as const;
const LEVELS = ['any', 'warning', 'yellow', 'red'] as const;
const COLUMNS = ['level', 'rule', 'number', 'department', 'phase', 'waitUntil', 'raised'] as const;

function queryOf(params: URLSearchParams): string {
  const { show = 'open', level, ...rest } = Object.fromEntries(params);
  const shown = show === 'mine' || show === 'all' ? SHOWN[show] : SHOWN.open;
  return new URLSearchParams({
    ...rest,
    ...shown,
    ...(level === undefined || level === 'any' ? {} : { level }),
  }).toString();
}

function Row({ row }: { readonly row: CardRowView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <tr>
      <td data-label={t('level')}>
        <span className={`card-level card-level--${row.level}`}>{say(row.levelName)}</span>
      </td>
      <td data-label={t('rule')}>
        <Link to={`/supervision/cards/${encodeURIComponent(row.cardId)}`}>
          {row.rule} {say(row.ruleName)}
        </Link>
        <span className="sub">{say(row.about)}</span>
      </td>
      <td data-label={t('number')}>{inGroupsOfFour(row.caseNumber)}</td>
      <td data-label={t('department')}>{row.authorityName}</td>
      <td data-label={t('phase')}>
        {say(row.phaseName)} {row.mine && <span className="tag">{t('mine')}</span>}
      </td>
      <td data-label={t('waitUntil')}>{row.dueOn ?? '—'}</td>
      <td data-label={t('raised')}>{timeInBeijing(row.raisedAt)}</td>
    </tr>
  );
}

function Table({ rows }: { readonly rows: readonly CardRowView[] }): JSX.Element {
  const t = useMessages(messages);
  if (rows.length === 0) return <p className="empty">{t('none')}</p>;
  return (
    <table className="grid">
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.cardId} row={row} />
        ))}
      </tbody>
    </table>
  );
}

interface ChoiceProps {
  readonly name: 'show' | 'level';
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
  const { data } = useCards(queryOf(params));
  return (
    <div className="page">
      <h1>{t('cards')}</h1>
      <div className="filters">
        <Choice name="show" values={['mine', 'open', 'all']} otherwise="open" />
        <Choice name="level" values={LEVELS} otherwise="any" />
        {data !== undefined && <output className="sub-inline">{t('shown', { n: data.total })}</output>}
      </div>
      {data === undefined ? <p className="loading">{t('loading')}</p> : <Table rows={data.rows} />}
    </div>
  );
}
