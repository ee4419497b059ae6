import { OpenChanges, type OpenChange } from '@yimen/contract';
import { dayInWords, monthInWords, Said, useLanguage, useSay, Zh, type Words } from '@yimen/ui';
import { Link } from 'react-router';
import type { Route } from './+types/hall.changes.ts';
import { read } from '../api.ts';
import { ListsNav } from '../features/lists/ListsNav.tsx';
import { MorePages } from '../features/lists/MorePages.tsx';
import { withCursor } from '../features/lists/query.ts';
import { Successors } from '../features/lists/Successors.tsx';
import { Back } from '../features/shell/Back.tsx';
import { Title } from '../features/shell/Title.tsx';

const KINDS = ['added', 'changed', 'ended'] as const;
const kindWords: Readonly<Record<OpenChange['kind'], Words>> = {
  added: { zh: '新增', en: 'Added' },
  changed: { zh: '变更', en: 'Changed' },
  ended: { zh: '退出', en: 'Left the list' },
};

interface Found {
  readonly month: Month;
  readonly found: OpenChanges;
  readonly kind: string;
  readonly begun: boolean;
}

interface Month {
  readonly year: number;
  readonly month: number;
}

const written = ({ year, month }: Month): string => `${String(year)}-${String(month).padStart(2, '0')}`;
const lastDay = ({ year, month }: Month): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const beside = ({ year, month }: Month, months: number): Month => {
  const day = new Date(Date.UTC(year, month - 1 + months, 1));
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1 };
};

/** The month of the address; the server's own where none is told. */
function monthOf(text: string | null, today: string): Month {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])/.exec(text ?? '') ?? /^(\d{4})-(\d{2})/.exec(today) ?? [];
  return { year: Number(year), month: Number(month) };
}

export async function loader({ request, context, params }: Route.LoaderArgs): Promise<Found> {
  const path = `/open/halls/${encodeURIComponent(params.jurisdiction)}/changes`;
  const kind = KINDS.find((one) => one === new URL(request.url).searchParams.get('kind')) ?? '';
  const asked = new URL(request.url).searchParams.get('month');
  // The hall's day is the server's: asked for without days, the answer says it.
  const today = asked === null ? (await read({ request, context }, path, OpenChanges)).to : '';
  const month = monthOf(asked, today);
  const query = new URLSearchParams({
    from: `${written(month)}-01`,
    to: `${written(month)}-${String(lastDay(month))}`,
    ...(kind === '' ? {} : { kind }),
  });
  const paged = withCursor(query, request.url);
  const found = await read({ request, context }, `${path}?${paged.toString()}`, OpenChanges);
  return { month, found, kind, begun: paged.has('cursor') };
}

/** What was added, changed and taken off the list in a month, each with its day; what left names what took its place. */
export default function ChangesPage({ loaderData, params }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const { month, found, kind, begun } = loaderData;
  const language = useLanguage();
  const name = monthInWords(month.year, month.month, language);
  const query = new URLSearchParams({ month: written(month), ...(kind === '' ? {} : { kind }) });
  return (
    <div className="page lists">
      <Title words={{ zh: `${name}清单变化`, en: `Changes of the list, ${name}` }} />
      <Back to={`/halls/${params.jurisdiction}`} words={{ zh: '返回大厅', en: 'Back to the hall' }} />
      <h1>
        <Zh>{found.source.hall}</Zh> {say({ zh: `${name}清单变化`, en: `changes of the list, ${name}` })}
      </h1>
      <ListsNav jurisdiction={params.jurisdiction} />
      <Months month={month} />
      <Kinds month={month} kind={kind} counts={found.counts} />
      {found.changes.length === 0 && <p>{say({ zh: '没有变化。', en: 'No changes.' })}</p>}
      <ul className="plain list-changes">
        {found.changes.map((change) => (
          <Change
            key={`${change.kind} ${change.itemId} ${String(change.version)}`}
            change={change}
            jurisdiction={params.jurisdiction}
          />
        ))}
      </ul>
      <MorePages query={query} next={found.next} begun={begun} />
    </div>
  );
}

function Months({ month }: { readonly month: Month }): React.JSX.Element {
  const say = useSay();
  const to = (months: number): string => `?month=${written(beside(month, months))}`;
  return (
    <p className="list-pages no-print">
      <Link className="button" to={to(-1)}>
        {say({ zh: '上一月', en: 'Month before' })}
      </Link>
      <Link className="button" to={to(1)}>
        {say({ zh: '下一月', en: 'Month after' })}
      </Link>
    </p>
  );
}

interface KindsProps {
  readonly month: Month;
  readonly kind: string;
  readonly counts: OpenChanges['counts'];
}

function Kinds({ month, kind, counts }: KindsProps): React.JSX.Element {
  const say = useSay();
  return (
    <nav className="themes across" aria-label={say({ zh: '变化类型', en: 'Kind of change' })}>
      <ul>
        <li>
          <Link to={`?month=${written(month)}`} aria-current={kind === '' ? 'true' : undefined}>
            {say({ zh: '全部', en: 'All' })}{' '}
            <span className="count">{counts.added + counts.changed + counts.ended}</span>
          </Link>
        </li>
        {KINDS.map((one) => (
          <li key={one}>
            <Link to={`?month=${written(month)}&kind=${one}`} aria-current={kind === one ? 'true' : undefined}>
              {say(kindWords[one])} <span className="count">{counts[one]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ChangeProps {
  readonly change: OpenChange;
  readonly jurisdiction: string;
}

function Change({ change: { itemId, name, kind, on, changes, successors }, jurisdiction }: ChangeProps) {
  const say = useSay();
  const language = useLanguage();
  return (
    <li>
      <p>
        <span className={kind === 'ended' ? 'tag bad' : 'tag good'}>{say(kindWords[kind])}</span>{' '}
        <Link to={`/halls/${jurisdiction}/items/${encodeURIComponent(itemId)}`}>
          <Zh>{name}</Zh>
        </Link>{' '}
        <span className="hint">{dayInWords(on, language)}</span>
      </p>
      {changes.length > 0 && (
        <ul>
          {changes.map(({ words }) => (
            <li key={words.en}>
              <Said words={words} />
            </li>
          ))}
        </ul>
      )}
      {successors !== undefined && <Successors successors={successors} jurisdiction={jurisdiction} />}
    </li>
  );
}
