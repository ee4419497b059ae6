import { PublicPerformance } from '@yimen/contract';
import { addMonths, parseDay } from '@yimen/kernel';
import { dayInWords, useLanguage, useMessages, Zh } from '@yimen/ui';
import { Link } from 'react-router';
import type { Route } from './+types/performance.ts';
import { read } from '../api.ts';
import { ListsNav } from '../features/lists/ListsNav.tsx';
import { Back } from '../features/shell/Back.tsx';
import { Title } from '../features/shell/Title.tsx';
import { Decisions } from '../features/performance/Decisions.tsx';
import { messages } from '../features/performance/messages.ts';
import { percent, Times } from '../features/performance/Times.tsx';

export async function loader(args: Route.LoaderArgs): Promise<{ readonly found: PublicPerformance }> {
  const month = new URL(args.request.url).searchParams.get('month') ?? '';
  const known = parseDay(`${month}-01`).ok ? `?month=${month}` : '';
  const path = `/open/halls/${encodeURIComponent(args.params.jurisdiction)}/performance${known}`;
  return { found: await read(args, path, PublicPerformance) };
}

/** What a month's decisions really took, by department and item, and the newest decisions. No person is named. */
export default function Performance({ loaderData: { found } }: Route.ComponentProps): React.JSX.Element {
  const t = useMessages(messages);
  const language = useLanguage();
  const span = { from: dayInWords(found.from, language), to: dayInWords(found.to, language) };
  return (
    <div className="page">
      <Title words={messages.title} />
      <Back to={`/halls/${found.hall.jurisdiction}`} />
      <h1>
        <Zh>{found.hall.name}</Zh> · {t('title')}
      </h1>
      <ListsNav jurisdiction={found.hall.jurisdiction} />
      <p>{t('intro')}</p>
      <p>
        {t('period', span)}
        {found.running && ` ${t('running')}`}
      </p>
      <Months found={found} />
      <Whole found={found} />
      <Tables found={found} />
      <section aria-labelledby="newest">
        <h2 id="newest">{t('newest')}</h2>
        <p>{t('basis')}</p>
        <p>{t('after5', { n: found.objectionDays })}</p>
        <Decisions decisions={found.decisions} caption={t('newest')} />
      </section>
    </div>
  );
}

function Months({ found: { from, running } }: { readonly found: PublicPerformance }): React.JSX.Element {
  const t = useMessages(messages);
  return (
    <nav aria-label={t('months')} className="months">
      <Link to={`?month=${addMonths(from, -1).slice(0, 7)}`}>{t('before')}</Link>{' '}
      {!running && <Link to={`?month=${addMonths(from, 1).slice(0, 7)}`}>{t('after')}</Link>}
    </nav>
  );
}

function Whole({ found: { total, month } }: { readonly found: PublicPerformance }): React.JSX.Element {
  const t = useMessages(messages);
  const rows = `rows?month=${month}`;
  const facts = [
    ['decided', total.decided === 0 ? '0' : <Link to={rows}>{total.decided}</Link>],
    ['late', total.late === 0 ? '0' : <Link to={`${rows}&figure=late`}>{total.late}</Link>],
    ['onTime', percent(total.onTime)],
    ['median', total.real.median ?? '—'],
    ['ninth', total.real.ninth ?? '—'],
    [
      'waited',
      total.waited.cases === 0 ? '—' : t('waitedOf', { n: total.waited.cases, days: total.waited.median ?? 0 }),
    ],
    ['cards', t('cardsOf', { yellows: total.yellows, reds: total.reds, upheld: total.upheld })],
  ] as const;
  return (
    <section aria-labelledby="whole">
      <h2 id="whole">{t('whole')}</h2>
      <dl className="figures">
        {facts.map(([name, value]) => (
          <div key={name} data-figure={name}>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Tables({ found }: { readonly found: PublicPerformance }): React.JSX.Element {
  const t = useMessages(messages);
  if (found.departments.length === 0) return <p>{t('none')}</p>;
  const rows = `rows?month=${found.month}`;
  return (
    <>
      <Times
        caption={t('byDepartment')}
        head="department"
        lines={found.departments.map((line) => ({ ...line, cards: line }))}
        rowsOf={({ id }) => `${rows}&department=${encodeURIComponent(id)}`}
      />
      <Times
        caption={t('byItem')}
        head="item"
        lines={found.items.map((line) => ({ ...line, under: line.authorityName }))}
        rowsOf={({ id }) => `${rows}&item=${encodeURIComponent(id)}`}
      />
    </>
  );
}
