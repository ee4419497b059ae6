import type { CoverageView, SideBySideLine } from '@yimen/contract';
import { useMessages, useSay, Zh } from '@yimen/ui';
import { useState, type JSX } from 'react';
import { Link } from 'react-router';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useMonth } from '../../shared/when.ts';
import { messages } from './coverageMessages.ts';
import { shareOf } from './share.ts';

type Cell = SideBySideLine['kinds'][number];

/** The rows a cell counts: of the item, or of the department in a ledger that is not its own. */
function rowsOf(
  { department, itemId }: SideBySideLine,
  { authority, kind }: Cell,
  month: string,
  show: 'all' | 'open',
): string {
  const of = itemId === undefined ? (authority === department ? {} : { department }) : { item: itemId };
  const query = new URLSearchParams({ ...of, show }).toString();
  return `/supervision/ledgers/${encodeURIComponent(authority)}/${kind}/${month}?${query}`;
}

interface ShareProps {
  readonly line: SideBySideLine;
  readonly cell: Cell;
  readonly kindName: string;
  readonly month: string;
}

function Share({ line, cell, kindName, month }: ShareProps): JSX.Element {
  const t = useMessages(messages);
  const { coverage } = cell;
  const label = `${line.itemName ?? line.departmentName} ${kindName} ${shareOf(coverage)}`;
  return (
    <div>
      <Link className="opens" to={rowsOf(line, cell, month, 'all')} aria-label={label}>
        {shareOf(coverage)}
      </Link>
      {coverage !== undefined && coverage.unexplained > 0 && (
        <>
          {' '}
          <Link className="tag tag--stale" to={rowsOf(line, cell, month, 'open')}>
            {t('unexplainedRows', { n: coverage.unexplained })}
          </Link>
        </>
      )}
    </div>
  );
}

/** The line's name: its department, or the item with the department below it. */
function Name({ line }: { readonly line: SideBySideLine }): JSX.Element {
  if (line.itemName === undefined) return <Zh>{line.departmentName}</Zh>;
  return (
    <div>
      <Zh>{line.itemName}</Zh>
      <span className="sub">
        <Zh>{line.departmentName}</Zh>
      </span>
    </div>
  );
}

function useColumns({ kinds, month }: CoverageView, title: string): readonly Column<SideBySideLine>[] {
  const t = useMessages(messages);
  const say = useSay();
  const cellOf = (line: SideBySideLine, wanted: string): Cell | undefined =>
    line.kinds.find(({ kind }) => kind === wanted);
  return [
    { key: 'name', title, names: true, cell: (line) => <Name line={line} /> },
    ...kinds.map(({ kind, name }): Column<SideBySideLine> => ({
      key: kind,
      title: say(name),
      cell: (line) => {
        const cell = cellOf(line, kind);
        return cell === undefined ? '—' : <Share line={line} cell={cell} kindName={say(name)} month={month} />;
      },
      sortBy: (line) => cellOf(line, kind)?.coverage?.ratio ?? 2,
    })),
    {
      key: 'total',
      title: t('allKinds'),
      cell: ({ total }) => (
        <>
          <b>{shareOf(total)}</b>
          {total.of > 0 && (
            <span className="sub">{`${String(total.covered + total.laterEntry)} / ${String(total.of)}`}</span>
          )}
        </>
      ),
      sortBy: ({ total }) => total.ratio ?? 2,
    },
  ];
}

type Choice = 'departments' | 'items' | 'every';
const choices = { departments: 'byDepartment', items: 'byItem', every: 'everyDepartment' } as const;

/** Departments of which some ledger has rows, all of them — to lead to the ledgers that are missing — or items. */
function linesOf({ departments, items }: CoverageView, chosen: Choice): readonly SideBySideLine[] {
  if (chosen === 'items') return items;
  return departments.filter(({ total }) => chosen === 'every' || total.rows > 0);
}

/** How far each kind of ledger is covered, beside the others, by department or by item; each share opens its rows. */
export function SideBySide({ view }: { readonly view: CoverageView }): JSX.Element {
  const t = useMessages(messages);
  const inWords = useMonth();
  const [chosen, choose] = useState<Choice>('departments');
  const columns = useColumns(view, t(chosen === 'items' ? 'item' : 'department'));
  const lines = linesOf(view, chosen);
  return (
    <section aria-label={t('sideBySide')} className="coverage-kinds">
      <div role="group" aria-label={t('show')} className="choice">
        {(['departments', 'items', 'every'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={one === chosen} onClick={() => choose(one)}>
            {t(choices[one])}
          </button>
        ))}
      </div>
      <Table
        key={chosen}
        caption={t('kindsCaption', { month: inWords(view.month), n: lines.length })}
        columns={columns}
        rows={lines}
        keyOf={({ department, itemId = '' }) => `${department} ${itemId}`}
        empty={{ title: t('noneHandedIn') }}
      />
    </section>
  );
}
