import type { ChangeList, ChangeRow } from '@yimen/contract';
import { changeKinds, changePhases } from '@yimen/core/catalogue';
import { useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { same, type Option } from '../../shared/forms/fields.ts';
import { problemOf } from '../../shared/forms/refusal.ts';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useDay } from '../../shared/when.ts';
import { useChanges } from './api.ts';
import './change.css';
import { messages } from './messages.ts';

const PHASES = ['application', 'transfer', 'review', 'deliberation', 'publication', 'closed'] as const;

/** Every change of the list by step; the address keeps the filters. */
export function ChangeBoardPage(): JSX.Element {
  const t = useMessages(messages);
  const [params] = useSearchParams();
  const changes = useChanges(params.toString());
  const problem = problemOf(changes.error);
  return (
    <div className="page change-page">
      <header className="change-head">
        <h1>{t('title')}</h1>
        {changes.data?.mayApply === true && (
          <Link className="button-link" to="/changes/new">
            {t('newChange')}
          </Link>
        )}
        <Link to="/changes/statistics">{t('statistics')}</Link>
      </header>
      <p className="sub">{t('intro')}</p>
      {problem !== undefined && <Trouble problem={problem} onAgain={() => void changes.refetch()} />}
      {changes.data === undefined && problem === undefined && <Loading words={t('loading')} />}
      {changes.data !== undefined && (
        <>
          <Filters list={changes.data} />
          <Columns rows={changes.data.rows} />
          <Rows rows={changes.data.rows} />
        </>
      )}
    </div>
  );
}

/** One value of the address, and how to set it. */
function useFilter(name: string): readonly [string, (value: string) => void] {
  const [params, setParams] = useSearchParams();
  const set = (value: string): void => {
    const next = new URLSearchParams(params);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  return [params.get(name) ?? '', set];
}

function Filters({ list }: { readonly list: ChangeList }): JSX.Element {
  const t = useMessages(messages);
  const [mine, setMine] = useFilter('mine');
  const kinds = Object.entries(changeKinds).map(([value, label]) => ({ value, label }));
  const departments = list.departments.map(({ id, name }) => ({ value: id, label: same(name) }));
  return (
    <div className="change-filters" role="search" aria-label={t('filters')}>
      <Filter name="kind" options={kinds} />
      <Filter name="department" options={departments} />
      <label className="change-mine">
        <input
          type="checkbox"
          checked={mine === 'true'}
          onChange={(event) => setMine(event.target.checked ? 'true' : '')}
        />{' '}
        {t('onlyMine')}
      </label>
    </div>
  );
}

interface FilterProps {
  readonly name: 'kind' | 'department';
  readonly options: readonly Option[];
}

function Filter({ name, options }: FilterProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const [value, set] = useFilter(name);
  return (
    <label>
      {t(name)}
      <select className="select" value={value} onChange={(event) => set(event.target.value)}>
        <option value="">{t('any')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} {...(name === 'department' ? { lang: 'zh-CN' } : {})}>
            {say(option.label)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Columns({ rows }: { readonly rows: readonly ChangeRow[] }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <div className="change-board">
      {PHASES.map((phase) => {
        const own = rows.filter((row) => row.phase === phase);
        return (
          <section key={phase} aria-labelledby={`phase-${phase}`}>
            <h2 id={`phase-${phase}`}>
              {say(changePhases[phase])} <span className="sub-inline">{own.length}</span>
            </h2>
            {own.length === 0 && <p className="empty">{t('empty')}</p>}
            {own.map((row) => (
              <Card key={row.changeId} row={row} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function Card({ row }: { readonly row: ChangeRow }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <article className={row.mine ? 'change-card change-card--mine' : 'change-card'}>
      <p className="change-card-head">
        <span className="tag">{say(row.kindName)}</span>
        {row.mine && <strong>{t('mine')}</strong>}
      </p>
      <p>
        <Link to={`/changes/${encodeURIComponent(row.changeId)}`}>
          <Zh>{row.items.join('、')}</Zh>
        </Link>
      </p>
      <p className="sub">
        <Zh>{row.authorityName}</Zh> <Zh>{row.number}</Zh>
      </p>
      <Waiting row={row} />
    </article>
  );
}

/** The steps that wait, each with its last day; or how it ended. */
function Waiting({ row }: { readonly row: ChangeRow }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const day = useDay();
  if (row.outcomeName !== undefined) {
    return (
      <p className="sub">
        {say(row.outcomeName)} {row.closedOn === undefined ? '' : day(row.closedOn)}
      </p>
    );
  }
  return (
    <ul className="change-waiting">
      {row.waiting.map(({ step, name, dueOn, overdue }) => (
        <li key={step}>
          {say(name)}{' '}
          <span className={overdue ? 'overdue' : 'sub-inline'}>
            {t('dueOn', { day: day(dueOn) })}
            {overdue && ` · ${t('overdue')}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function useColumns(): readonly Column<ChangeRow>[] {
  const t = useMessages(messages);
  const say = useSay();
  return [
    {
      key: 'items',
      title: t('items'),
      names: true,
      cell: ({ changeId, items }) => (
        <Link to={`/changes/${encodeURIComponent(changeId)}`}>
          <Zh>{items.join('、')}</Zh>
        </Link>
      ),
    },
    {
      key: 'kind',
      title: t('kind'),
      cell: ({ kindName, mine }) => (
        <span>
          {say(kindName)} {mine && <strong>· {t('mine')}</strong>}
        </span>
      ),
    },
    { key: 'department', title: t('department'), cell: ({ authorityName }) => <Zh>{authorityName}</Zh> },
    { key: 'step', title: t('step'), cell: (row) => <Waiting row={row} /> },
  ];
}

/** The same on a telephone: one after the other, mine first. */
function Rows({ rows }: { readonly rows: readonly ChangeRow[] }): JSX.Element {
  const t = useMessages(messages);
  return (
    <div className="change-rows">
      <Table
        caption={t('title')}
        columns={useColumns()}
        rows={rows}
        keyOf={({ changeId }) => changeId}
        empty={{ title: t('empty') }}
      />
    </div>
  );
}
