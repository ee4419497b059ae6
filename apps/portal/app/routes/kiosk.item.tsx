import { Sections, useSay, Zh, Mixed } from '@yimen/ui';
import { Link } from 'react-router';
import type { Route } from './+types/kiosk.item.ts';
import { Fingerprint } from '../features/guide/Fingerprint.tsx';
import { loadGuide, type ShownGuide } from '../features/guide/load.ts';
import { LimitsPanel } from '../features/guide/LimitsPanel.tsx';
import { Print } from '../features/shell/Print.tsx';
import { Title } from '../features/shell/Title.tsx';

export function loader(args: Route.LoaderArgs): Promise<{ readonly guide: ShownGuide }> {
  return loadGuide(args, args.params);
}

export default function KioskItem({ loaderData: { guide } }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const { limits, sections } = guide;
  return (
    <main id="main" tabIndex={-1} className="kiosk-page">
      <Title words={{ zh: guide.name, en: guide.name }} />
      <p className="kicker">
        <Zh>
          {guide.kindName} · {guide.authorityName}
        </Zh>
      </p>
      <h1>
        <Zh>{guide.name}</Zh>
      </h1>
      {guide.demonstration !== undefined && (
        <p className="notice">
          <Zh>{guide.demonstration}</Zh>
        </p>
      )}
      {limits !== undefined && <LimitsPanel facts={limits.facts} />}
      <p className="take-away no-print">
        {limits !== undefined && (
          <Link className="button primary" to="checklist">
            {say({ zh: '我的材料清单', en: 'My own checklist' })}
          </Link>
        )}
        <Print words={{ zh: '打印', en: 'Print' }} />
      </p>
      <nav className="kiosk-sections no-print" aria-label={say({ zh: '本页内容', en: 'On this page' })}>
        {sections.map(({ id, title }) => (
          <a key={id} className="button" href={`#${id}`}>
            <Mixed text={title} />
          </a>
        ))}
      </nav>
      <Sections sections={sections} />
      <Fingerprint hash={guide.hash} version={guide.version} />
    </main>
  );
}
