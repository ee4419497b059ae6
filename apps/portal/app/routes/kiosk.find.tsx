import { PublicList } from '@yimen/contract';
import { useSay, Zh, type Words } from '@yimen/ui';
import { Link } from 'react-router';
import type { Route } from './+types/kiosk.find.ts';
import { read } from '../api.ts';
import { ItemLinks } from '../features/kiosk/ItemLinks.tsx';
import { Title } from '../features/shell/Title.tsx';

const ways = {
  theme: { counts: 'themes', title: { zh: '按主题找', en: 'By theme' } },
  department: { counts: 'departments', title: { zh: '按部门找', en: 'By department' } },
  letter: { counts: 'letters', title: { zh: '按首字母找', en: 'By first letter' } },
} as const satisfies Readonly<Record<string, { counts: keyof PublicList['counts']; title: Words }>>;
type Way = keyof typeof ways;

interface Found {
  readonly by: Way;
  readonly value: string;
  readonly list: PublicList;
  readonly offset: number;
}

const PAGE = 12;
const isWay = (text: string): text is Way => Object.hasOwn(ways, text);

export async function loader(args: Route.LoaderArgs): Promise<Found> {
  const search = new URL(args.request.url).searchParams;
  const asked = search.get('by') ?? 'theme';
  const by = isWay(asked) ? asked : 'theme';
  const value = (search.get('value') ?? '').slice(0, 100);
  const offset = Number(/^\d{1,5}$/.exec(search.get('cursor') ?? '')?.[0] ?? 0);
  const query = new URLSearchParams({ limit: String(PAGE), cursor: String(offset) });
  if (value !== '') query.set(by, value);
  const path = `/open/halls/${encodeURIComponent(args.params.jurisdiction)}/list?${query.toString()}`;
  return { by, value, offset, list: await read(args, path, PublicList) };
}

export default function KioskFind({ loaderData, params }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const { by, value, list } = loaderData;
  const { title, counts } = ways[by];
  const chosen = list.counts[counts].find(({ id }) => id === value);
  return (
    <main id="main" tabIndex={-1} className="kiosk-page">
      <Title words={title} />
      <h1>
        {say(title)}
        {chosen !== undefined && (
          <>
            {' · '}
            <Zh>{chosen.name}</Zh>
          </>
        )}
      </h1>
      {value === '' ? (
        <ul className={`tiles by-${by}`}>
          {list.counts[counts].map(({ id, name, count }) => (
            <li key={id}>
              <Link className="tile" to={`?${new URLSearchParams({ by, value: id }).toString()}`}>
                <strong>
                  <Zh>{name}</Zh>
                </strong>
                <span className="hint">{say({ zh: `${String(count)} 项`, en: `${String(count)} items` })}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <>
          <ItemLinks jurisdiction={params.jurisdiction} rows={list.rows} />
          <Pages found={loaderData} />
        </>
      )}
    </main>
  );
}

/** Pages and no list that scrolls within the screen: nobody is caught in one. */
function Pages({ found: { by, value, list, offset } }: { readonly found: Found }): React.JSX.Element {
  const say = useSay();
  const to = (cursor: number): string => `?${new URLSearchParams({ by, value, cursor: String(cursor) }).toString()}`;
  return (
    <p className="kiosk-pages">
      {offset > 0 && (
        <Link className="button" to={to(Math.max(0, offset - PAGE))}>
          {say({ zh: '上一页', en: 'Previous page' })}
        </Link>
      )}
      {list.next !== undefined && (
        <Link className="button primary" to={to(offset + PAGE)}>
          {say({ zh: '下一页', en: 'Next page' })}
        </Link>
      )}
    </p>
  );
}
