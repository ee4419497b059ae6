import { ItemList } from '@yimen/contract';
import { useSay } from '@yimen/ui';
import { useNavigate } from 'react-router';
import type { Route } from './+types/kiosk.search.ts';
import { read } from '../api.ts';
import { ItemLinks } from '../features/kiosk/ItemLinks.tsx';
import { Keys } from '../features/kiosk/Keys.tsx';
import { Title } from '../features/shell/Title.tsx';

interface Found {
  readonly q: string;
  readonly items: ItemList['items'];
}

const SHOWN = 8;

export async function loader(args: Route.LoaderArgs): Promise<Found> {
  const q = (new URL(args.request.url).searchParams.get('q') ?? '').replaceAll(/[^A-Za-z]/g, '').slice(0, 30);
  if (q === '') return { q, items: [] };
  const query = new URLSearchParams({ jurisdiction: args.params.jurisdiction, q: q.toLowerCase() });
  const { items } = await read(args, `/items?${query.toString()}`, ItemList);
  return { q, items: items.slice(0, SHOWN) };
}

export default function KioskSearch({ loaderData: { q, items }, params }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const navigate = useNavigate();
  // What was typed stands in the address and in nothing else; each key replaces it, so that one step back leaves the search.
  const type = (text: string): void =>
    void navigate(text === '' ? '?' : `?q=${text}`, { replace: true, preventScrollReset: true });
  return (
    <main id="main" tabIndex={-1} className="kiosk-page">
      <Title words={{ zh: '拼音查找', en: 'Search in pinyin' }} />
      <h1>{say({ zh: '按拼音或首字母查找', en: 'Search by pinyin or initials' })}</h1>
      <div className="kiosk-typing">
        <div>
          <p className="typed" aria-live="polite">
            {q === '' ? say({ zh: '请按键', en: 'Press the keys' }) : q}
          </p>
          <Keys onKey={(key) => type(q + key)} onBack={() => type(q.slice(0, -1))} onClear={() => type('')} />
        </div>
        <div aria-live="polite">{q !== '' && <ItemLinks jurisdiction={params.jurisdiction} rows={items} />}</div>
      </div>
    </main>
  );
}
