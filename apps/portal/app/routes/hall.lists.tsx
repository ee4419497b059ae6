import { PublicList, type ListRow } from '@yimen/contract';
import { itemKinds, levelNames } from '@yimen/core/catalogue';
import { Said, useSay, Zh, type Words } from '@yimen/ui';
import { Link } from 'react-router';
import type { Route } from './+types/hall.lists.ts';
import { read } from '../api.ts';
import { ListsNav } from '../features/lists/ListsNav.tsx';
import { MorePages } from '../features/lists/MorePages.tsx';
import { chosen, withCursor } from '../features/lists/query.ts';
import { Back } from '../features/shell/Back.tsx';
import { HeadedTable } from '../features/shell/HeadedTable.tsx';
import { Title } from '../features/shell/Title.tsx';

const CHOICES = ['department', 'kind', 'level'] as const;
type Choice = (typeof CHOICES)[number];

interface Count {
  readonly id: string;
  readonly name: Words;
  readonly count: number;
}

interface Found {
  readonly list: Pick<PublicList, 'hall' | 'rows' | 'total' | 'next'>;
  readonly counts: Readonly<Record<Choice, readonly Count[]>>;
  readonly query: string;
  readonly begun: boolean;
}

const titles: Readonly<Record<Choice, Words>> = {
  department: { zh: '部门', en: 'Department' },
  kind: { zh: '权力类型', en: 'Kind of power' },
  level: { zh: '行使层级', en: 'Level' },
};

const kindWords: ReadonlyMap<string, Words> = new Map(Object.entries(itemKinds));

export async function loader({ request, context, params }: Route.LoaderArgs): Promise<Found> {
  const query = chosen(request.url, CHOICES);
  const asked = withCursor(query, request.url);
  const path = `/open/halls/${encodeURIComponent(params.jurisdiction)}/list?${asked.toString()}`;
  const { hall, rows, total, next, counts } = await read({ request, context }, path, PublicList);
  const same = (name: string): Words => ({ zh: name, en: name });
  return {
    list: { hall, rows, total, ...(next === undefined ? {} : { next }) },
    counts: {
      department: counts.departments.map((one) => ({ ...one, name: same(one.name) })),
      kind: counts.kinds.map((one) => ({ ...one, name: kindWords.get(one.id) ?? same(one.name) })),
      level: counts.levels.map((one) => ({ ...one, name: levelNames.get(one.id) ?? same(one.name) })),
    },
    query: query.toString(),
    begun: asked.has('cursor'),
  };
}

/** 权责清单: what this hall may do, by department, kind and level; every number leads to its rows. */
export default function ListsPage({ loaderData }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const { list, counts, query, begun } = loaderData;
  const { hall, total } = list;
  const at = new URLSearchParams(query);
  return (
    <div className="page lists">
      <Title words={{ zh: `${hall.name}权责清单`, en: `List of powers and services: ${hall.name}` }} />
      <Back to={`/halls/${hall.jurisdiction}`} words={{ zh: '返回大厅', en: 'Back to the hall' }} />
      <h1>
        <Zh>{hall.name}</Zh> {say({ zh: '权责清单', en: 'List of powers and services' })}
      </h1>
      <ListsNav jurisdiction={hall.jurisdiction} />
      <div className="with-aside">
        <div>
          {CHOICES.map((choice) => (
            <Counts key={choice} choice={choice} counts={counts[choice]} at={at} />
          ))}
        </div>
        <section aria-labelledby="rows-title">
          <h2 id="rows-title">{say({ zh: `事项（${String(total)}）`, en: `Items (${String(total)})` })}</h2>
          <Rows list={list} counts={counts} />
          <MorePages query={at} next={list.next} begun={begun} />
        </section>
      </div>
    </div>
  );
}

interface CountsProps {
  readonly choice: Choice;
  readonly counts: readonly Count[];
  readonly at: URLSearchParams;
}

function Counts({ choice, counts, at }: CountsProps): React.JSX.Element {
  const say = useSay();
  const value = at.get(choice);
  const to = (id: string | undefined): string => {
    const next = new URLSearchParams(at);
    if (id === undefined) next.delete(choice);
    else next.set(choice, id);
    return `?${next.toString()}`;
  };
  return (
    <nav className="themes" aria-label={say(titles[choice])}>
      <h2>{say(titles[choice])}</h2>
      <ul>
        <li>
          <Link to={to(undefined)} aria-current={value === null ? 'true' : undefined}>
            {say({ zh: '全部', en: 'All' })}
          </Link>
        </li>
        {counts.map(({ id, name, count }) => (
          <li key={id}>
            <Link to={to(id)} aria-current={value === id ? 'true' : undefined}>
              <Said words={name} /> <span className="count">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Rows({ list, counts }: Pick<Found, 'list' | 'counts'>): React.JSX.Element {
  const say = useSay();
  const nameOf = (choice: Choice, id: string): Words =>
    counts[choice].find((one) => one.id === id)?.name ?? { zh: id, en: id };
  return (
    <HeadedTable heads={[{ zh: '事项', en: 'Item' }, ...CHOICES.map((choice) => titles[choice])].map(say)}>
      {list.rows.map((row) => (
        <Row key={row.id} row={row} jurisdiction={list.hall.jurisdiction} nameOf={nameOf} />
      ))}
    </HeadedTable>
  );
}

interface RowProps {
  readonly row: ListRow;
  readonly jurisdiction: string;
  readonly nameOf: (choice: Choice, id: string) => Words;
}

function Row({ row, jurisdiction, nameOf }: RowProps): React.JSX.Element {
  const say = useSay();
  return (
    <tr>
      <th scope="row">
        <Link to={`/halls/${jurisdiction}/items/${encodeURIComponent(row.id)}`}>
          <Zh>{row.name}</Zh>
        </Link>
      </th>
      <td data-label={say(titles.department)}>
        <Zh>{row.authorityName}</Zh>
      </td>
      <td data-label={say(titles.kind)}>
        <Said words={nameOf('kind', row.kind)} />
      </td>
      <td data-label={say(titles.level)}>
        <Said words={nameOf('level', row.level)} />
      </td>
    </tr>
  );
}
