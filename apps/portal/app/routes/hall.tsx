import { Hall, ItemList } from '@yimen/contract';
import { useSay, Zh } from '@yimen/ui';
import { z } from 'zod';
import { Link } from 'react-router';
import type { Route } from './+types/hall.ts';
import { read } from '../api.ts';
import { ListsNav } from '../features/lists/ListsNav.tsx';
import { ItemCard } from '../features/search/ItemCard.tsx';
import { NothingFound } from '../features/search/NothingFound.tsx';
import { SearchBox } from '../features/search/SearchBox.tsx';
import { Title } from '../features/shell/Title.tsx';

interface Found {
  readonly hall: Hall;
  readonly list: ItemList;
  readonly query: string;
  readonly theme: string;
}

export async function loader(args: Route.LoaderArgs): Promise<Found> {
  const search = new URL(args.request.url).searchParams;
  const asked = new URLSearchParams({ jurisdiction: args.params.jurisdiction });
  for (const name of ['q', 'theme', 'cursor'] as const) {
    const value = (search.get(name) ?? '').trim().slice(0, 100);
    if (value !== '') asked.set(name, value);
  }
  // Whoever comes to this page pressed the key: what is found nowhere is kept for the catalogue office.
  asked.set('submitted', 'true');
  const [{ halls }, list] = await Promise.all([
    read(args, '/halls', z.object({ halls: z.array(Hall) })),
    read(args, `/items?${asked.toString()}`, ItemList),
  ]);
  const hall = halls.find((candidate) => candidate.jurisdiction === args.params.jurisdiction);
  if (hall === undefined) throw new Response(null, { status: 404 });
  return { hall, list, query: asked.get('q') ?? '', theme: asked.get('theme') ?? '' };
}

export default function HallPage({
  loaderData: { hall, list, query, theme },
}: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  return (
    <div className="page">
      <Title
        words={{
          zh: query === '' ? hall.name : `“${query}”的查找结果`,
          en: query === '' ? hall.name : `Results for “${query}”`,
        }}
      />
      <h1>
        <Zh>{hall.name}</Zh>
      </h1>
      <ListsNav jurisdiction={hall.jurisdiction} />
      <SearchBox jurisdiction={hall.jurisdiction} query={query} />
      <div className="with-aside">
        <Themes hall={hall} list={list} theme={theme} />
        <section aria-labelledby="results-title">
          <h2 id="results-title">
            <ResultsTitle total={list.total} query={query} />
          </h2>
          {list.items.length === 0 && <NothingFound hall={hall} nearest={list.nearest ?? []} />}
          <ul className="plain">
            {list.items.map((item) => (
              <ItemCard item={item} key={item.id} />
            ))}
          </ul>
          {list.next !== undefined && (
            <Link className="button" to={`?${new URLSearchParams({ q: query, theme, cursor: list.next }).toString()}`}>
              {say({ zh: '下一页', en: 'Next page' })}
            </Link>
          )}
        </section>
      </div>
    </div>
  );
}

function ResultsTitle({ total, query }: { readonly total: number; readonly query: string }): React.JSX.Element {
  const say = useSay();
  if (query === '') return <>{say({ zh: `全部事项（${total}）`, en: `All items (${total})` })}</>;
  return (
    <>
      {say({ zh: '与', en: 'Items for ' })}“<Zh>{query}</Zh>”{say({ zh: `有关的事项（${total}）`, en: ` (${total})` })}
    </>
  );
}

function Themes({
  hall,
  list,
  theme,
}: {
  readonly hall: Hall;
  readonly list: ItemList;
  readonly theme: string;
}): React.JSX.Element {
  const say = useSay();
  return (
    <nav className="themes" aria-label={say({ zh: '按主题找', en: 'By theme' })}>
      <h2>{say({ zh: '按主题找', en: 'By theme' })}</h2>
      <ul>
        <li>
          <Link to={`/halls/${hall.jurisdiction}`} aria-current={theme === '' ? 'true' : undefined}>
            {say({ zh: '全部', en: 'All' })}
          </Link>
        </li>
        {list.themes.map((entry) => (
          <li key={entry.theme}>
            <Link
              to={`?${new URLSearchParams({ theme: entry.theme }).toString()}`}
              aria-current={theme === entry.theme ? 'true' : undefined}
            >
              <Zh>{entry.theme}</Zh> <span className="count">{entry.count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
