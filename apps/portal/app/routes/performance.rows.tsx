import { PublicRows } from '@yimen/contract';
import { dayInWords, useLanguage, useMessages, Zh } from '@yimen/ui';
import { Link, useSearchParams } from 'react-router';
import type { Route } from './+types/performance.rows.ts';
import { read } from '../api.ts';
import { Decisions } from '../features/performance/Decisions.tsx';
import { messages } from '../features/performance/messages.ts';
import { Back } from '../features/shell/Back.tsx';
import { Title } from '../features/shell/Title.tsx';

const ASKED = ['month', 'figure', 'department', 'item', 'cursor'] as const;

export async function loader(args: Route.LoaderArgs): Promise<{ readonly found: PublicRows }> {
  const search = new URL(args.request.url).searchParams;
  const asked = new URLSearchParams();
  for (const name of ASKED) {
    const value = search.get(name);
    if (value !== null) asked.set(name, value);
  }
  const path = `/open/halls/${encodeURIComponent(args.params.jurisdiction)}/performance/rows?${asked.toString()}`;
  return { found: await read(args, path, PublicRows) };
}

/** What a number of the public page counted, and why some of it is not shown. */
export default function PerformanceRows({ loaderData: { found } }: Route.ComponentProps): React.JSX.Element {
  const t = useMessages(messages);
  const language = useLanguage();
  const [params] = useSearchParams();
  const title = found.figure === 'late' ? messages.lateTitle : messages.rowsTitle;
  const { total, shown, inWindow, keptBack, notGranted } = found;
  const sums = { total, shown, inWindow, keptBack, notGranted };
  const next = new URLSearchParams(params);
  if (found.next !== undefined) next.set('cursor', found.next);
  return (
    <div className="page">
      <Title words={title} />
      <Back to={`/halls/${found.hall.jurisdiction}/performance?month=${found.month}`} words={messages.back} />
      <h1>{t(found.figure === 'late' ? 'lateTitle' : 'rowsTitle')}</h1>
      <p>
        <Zh>{found.of ?? found.hall.name}</Zh> ·{' '}
        {t('period', { from: dayInWords(found.from, language), to: dayInWords(found.to, language) })}
      </p>
      <p className="sum">{t('sum', sums)}</p>
      <Decisions decisions={found.rows} caption={t('rowsTitle')} />
      {found.next !== undefined && (
        <Link className="button" to={`?${next.toString()}`}>
          {t('next')}
        </Link>
      )}
    </div>
  );
}
