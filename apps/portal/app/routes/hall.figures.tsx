import { OpenFigures, type FigureRow, type OpenFigure } from '@yimen/contract';
import { useSay, Zh } from '@yimen/ui';
import { Form, Link } from 'react-router';
import type { Route } from './+types/hall.figures.ts';
import { read } from '../api.ts';
import { ListsNav } from '../features/lists/ListsNav.tsx';
import { MorePages } from '../features/lists/MorePages.tsx';
import { chosen, dayIn, withCursor } from '../features/lists/query.ts';
import { Back } from '../features/shell/Back.tsx';
import { HeadedTable } from '../features/shell/HeadedTable.tsx';
import { Title } from '../features/shell/Title.tsx';

interface Found {
  readonly found: OpenFigures;
  readonly figure: OpenFigure | undefined;
  readonly begun: boolean;
}

export async function loader({ request, context, params }: Route.LoaderArgs): Promise<Found> {
  const query = chosen(request.url, ['base', 'on', 'figure']);
  for (const name of ['base', 'on']) if (dayIn(query.get(name)) === undefined) query.delete(name);
  const paged = withCursor(query, request.url);
  const path = `/open/halls/${encodeURIComponent(params.jurisdiction)}/figures?${paged.toString()}`;
  const found = await read({ request, context }, path, OpenFigures);
  const figure = found.figures.find(({ id }) => id === query.get('figure'));
  return { found, figure, begun: paged.has('cursor') };
}

/** What the list comes to on a day, and what was cut since another: each figure with how it is counted and the items behind it. */
export default function FiguresPage({ loaderData, params }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const { found, figure, begun } = loaderData;
  const { on, hall } = found.source;
  const days = new URLSearchParams({ base: found.base, on });
  return (
    <div className="page lists">
      <Title words={{ zh: '清单数字和精简情况', en: 'Figures of the list, and what was cut' }} />
      <Back to={`/halls/${params.jurisdiction}`} words={{ zh: '返回大厅', en: 'Back to the hall' }} />
      <h1>
        <Zh>{hall}</Zh> {say({ zh: '清单数字和精简情况', en: 'figures of the list, and what was cut' })}
      </h1>
      <ListsNav jurisdiction={params.jurisdiction} />
      <Days base={found.base} on={on} />
      <Figures figures={found.figures} days={days} chosen={figure?.id} />
      {figure !== undefined && (
        <section id="rows" aria-labelledby="figure-rows">
          <h2 id="figure-rows">
            {say(figure.name)}
            {say({ zh: `：${String(figure.items)} 项事项`, en: `: ${String(figure.items)} items` })}
          </h2>
          <Rows rows={found.rows ?? []} jurisdiction={params.jurisdiction} />
          <MorePages query={new URLSearchParams([...days, ['figure', figure.id]])} next={found.next} begun={begun} />
        </section>
      )}
    </div>
  );
}

/** Plain fields that go into the address: they work without scripts. */
function Days({ base, on }: { readonly base: string; readonly on: string }): React.JSX.Element {
  const say = useSay();
  return (
    <Form method="get" className="list-days">
      <label>
        {say({ zh: '基期', en: 'Since' })} <input type="date" name="base" defaultValue={base} required />
      </label>
      <label>
        {say({ zh: '统计日', en: 'As of' })} <input type="date" name="on" defaultValue={on} required />
      </label>
      <button>{say({ zh: '统计', en: 'Count' })}</button>
    </Form>
  );
}

function shareOf({ count, of }: OpenFigure): string {
  if (of === undefined) return String(count);
  return `${of === 0 ? '—' : `${((100 * count) / of).toFixed(1)} %`} (${String(count)}/${String(of)})`;
}

interface FiguresProps {
  readonly figures: readonly OpenFigure[];
  readonly days: URLSearchParams;
  readonly chosen: string | undefined;
}

function Figures({ figures, days, chosen: open }: FiguresProps): React.JSX.Element {
  const say = useSay();
  const heads = [
    { zh: '指标', en: 'Figure' },
    { zh: '数值', en: 'Value' },
    { zh: '事项', en: 'Items' },
    { zh: '计算方法', en: 'How it is counted' },
  ].map(say);
  return (
    <HeadedTable className="list-figures" heads={heads}>
      {figures.map((figure) => (
        <Line key={figure.id} figure={figure} heads={heads} days={days} chosen={figure.id === open} />
      ))}
    </HeadedTable>
  );
}

interface LineProps {
  readonly figure: OpenFigure;
  readonly heads: readonly string[];
  readonly days: URLSearchParams;
  readonly chosen: boolean;
}

function Line({ figure, heads, days, chosen: open }: LineProps): React.JSX.Element {
  const say = useSay();
  const { id, name, formula, half, items } = figure;
  return (
    <tr className={open ? 'chosen' : undefined}>
      <th scope="row">{say(name)}</th>
      <td data-label={heads[1]}>
        {shareOf(figure)} {half !== undefined && <Half reached={half} />}
      </td>
      <td data-label={heads[2]}>
        <Link
          to={`?${new URLSearchParams([...days, ['figure', id]]).toString()}#rows`}
          aria-label={say({ zh: `${name.zh}：${String(items)} 项事项`, en: `${name.en}: ${String(items)} items` })}
        >
          {items}
        </Link>
      </td>
      <td data-label={heads[3]}>{say(formula)}</td>
    </tr>
  );
}

function Half({ reached }: { readonly reached: boolean }): React.JSX.Element {
  const say = useSay();
  return (
    <span className={reached ? 'tag good' : 'tag'}>
      {reached ? say({ zh: '已过半', en: 'more than half' }) : say({ zh: '未过半', en: 'not more than half' })}
    </span>
  );
}

interface RowsProps {
  readonly rows: readonly FigureRow[];
  readonly jurisdiction: string;
}

function Rows({ rows, jurisdiction }: RowsProps): React.JSX.Element {
  const say = useSay();
  if (rows.length === 0) return <p>{say({ zh: '没有事项。', en: 'No items.' })}</p>;
  return (
    <ul className="plain list-changes">
      {rows.map(({ itemId, name, authorityName, was, now, ended }) => (
        <li key={itemId}>
          <Link to={`/halls/${jurisdiction}/items/${encodeURIComponent(itemId)}`}>
            <Zh>{name}</Zh>
          </Link>{' '}
          <span className="hint">
            <Zh>{authorityName}</Zh>
          </span>{' '}
          {was !== undefined && now !== undefined && (
            <span>{say({ zh: `${String(was)} → ${String(now)}`, en: `${String(was)} → ${String(now)}` })}</span>
          )}
          {ended && <span className="tag bad">{say({ zh: '已退出清单', en: 'left the list' })}</span>}
        </li>
      ))}
    </ul>
  );
}
