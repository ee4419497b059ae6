import type { Board, BoardLine } from '@yimen/contract';
import { useMessages, useSay, Zh } from '@yimen/ui';
import { lazy, Suspense, useMemo, type JSX } from 'react';
import { Link } from 'react-router';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useDay, useWhen } from '../../shared/when.ts';
import { useBoard, useFigures } from './api.ts';
import { rowsPath, valueOf } from './figureWords.ts';
import { messages } from './messages.ts';

const Chart = lazy(async () => ({ default: (await import('./Chart.tsx')).Chart }));

const CASES = ['waiting', 'inHand', 'dueToday', 'overdue', 'paused'] as const;
const CARDS = ['warning', 'yellow', 'red'] as const;

/** Where a number leads: the cases or the cards it counted. */
function pathOf(name: (typeof CASES)[number] | (typeof CARDS)[number], authority: string | undefined): string {
  const own = authority === undefined ? '' : `&authority=${encodeURIComponent(authority)}`;
  const cards = CARDS.some((level) => level === name);
  return cards ? `/supervision/cards?show=open&level=${name}${own}` : `/supervision/rows?figure=${name}${own}`;
}

function Tiles({ board }: { readonly board: Board }): JSX.Element {
  const t = useMessages(messages);
  return (
    <ul className="board-tiles">
      {[...CASES, ...CARDS].map((name) => (
        <li key={name} className={`board-tile board-tile--${name}`}>
          <Link to={pathOf(name, undefined)}>
            <span>{t(name)}</span> <b>{board.total[name]}</b>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Departments({ board }: { readonly board: Board }): JSX.Element {
  const t = useMessages(messages);
  const counted = [...CASES, ...CARDS].map((name): Column<BoardLine> => ({
    key: name,
    title: t(name),
    cell: (line) => (
      <Link className={line[name] === 0 ? 'board-none' : ''} to={pathOf(name, line.authority)}>
        {line[name]}
      </Link>
    ),
    sortBy: (line) => line[name],
  }));
  const department: Column<BoardLine> = {
    key: 'department',
    title: t('department'),
    cell: ({ name }) => <Zh>{name}</Zh>,
    names: true,
    sortBy: ({ name }) => name,
  };
  return (
    <Table
      className="board-grid"
      caption={t('chart')}
      columns={[department, ...counted]}
      rows={board.departments}
      keyOf={({ authority }) => authority ?? ''}
      empty={{ title: t('noDepartments') }}
    />
  );
}

function Picture({ board }: { readonly board: Board }): JSX.Element {
  const t = useMessages(messages);
  const [hand, late] = [t('inHand'), t('overdue')];
  const { names, series } = useMemo(
    () => ({
      names: board.departments.map(({ name }) => name),
      series: [
        { name: hand, values: board.departments.map(({ inHand }) => inHand), colour: '#1d5b9b', hatched: false },
        { name: late, values: board.departments.map(({ overdue }) => overdue), colour: '#b3261e', hatched: true },
      ],
    }),
    [board.departments, hand, late],
  );
  return (
    <Suspense fallback={<p className="loading">…</p>}>
      <Chart names={names} series={series} />
    </Suspense>
  );
}

function Figures(): JSX.Element | null {
  const t = useMessages(messages);
  const say = useSay();
  const day = useDay();
  const { data } = useFigures();
  if (data === undefined) return null;
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{t('month', { from: day(data.from), to: day(data.to) })}</h2>
      <dl className="board-figures">
        {data.figures.map((figure) => (
          <div key={figure.key}>
            <dt>{say(figure.name)}</dt>
            <dd>
              <Link to={rowsPath(figure.key, data)}>{valueOf(figure)}</Link>
              <details>
                <summary>{t('formula')}</summary>
                {say(figure.formula)}
                {figure.of !== null && `（${String(figure.count)} / ${String(figure.of)}）`}
              </details>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <Link to="/supervision/powers">{t('powers')}</Link>
      </p>
    </section>
  );
}

/** What is so now and this month; every number opens its rows. */
export function BoardPage(): JSX.Element {
  const t = useMessages(messages);
  const when = useWhen();
  const { board, live, error, refetch } = useBoard();
  const problem = problemOf(error);
  if (board === undefined && problem !== undefined)
    return <Trouble title={t('board')} problem={problem} onAgain={refetch} />;
  if (board === undefined) return <Loading words={t('loading')} />;
  return (
    <div className="page board">
      <h1>
        {t('board')} <span className={live ? 'tag' : 'tag tag--stale'}>{t(live ? 'live' : 'stale')}</span>
      </h1>
      <p className="sub">{t('asOf', { at: when(board.at) })}</p>
      {board.scheduler.silent && (
        <p role="alert" className="board-alarm">
          {t('silent')}
        </p>
      )}
      <Tiles board={board} />
      <div className="board-columns">
        <Picture board={board} />
        <Departments board={board} />
      </div>
      <Figures />
      {board.recount !== undefined && <p className="sub">{t('recount', board.recount)}</p>}
    </div>
  );
}
