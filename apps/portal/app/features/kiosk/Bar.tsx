import { useSay } from '@yimen/ui';
import { Link, useLocation } from 'react-router';
import { Preferences } from '../shell/Header.tsx';
import type { Preferences as Chosen } from '../../cookies.ts';

/** Where everybody reaches it, also from a wheelchair: the beginning, one step back, letters and language. */
export function Bar({
  jurisdiction,
  chosen,
}: {
  readonly jurisdiction: string;
  readonly chosen: Chosen;
}): React.JSX.Element {
  const say = useSay();
  const { pathname, search } = useLocation();
  const start = `/kiosk/${jurisdiction}`;
  return (
    <nav className="kiosk-bar no-print" aria-label={say({ zh: '本机', en: 'This screen' })}>
      {pathname !== start && (
        <>
          <Link className="button" to={start}>
            {say({ zh: '首页', en: 'Start' })}
          </Link>
          <Link className="button" to={above(pathname, search, start)}>
            {say({ zh: '上一步', en: 'One step back' })}
          </Link>
        </>
      )}
      <Preferences language={chosen.language} large={chosen.large} />
    </nav>
  );
}

/** The page above this one: the address says it, the browser's history is not asked. */
function above(pathname: string, search: string, start: string): string {
  if (pathname.endsWith('/checklist')) return pathname.slice(0, -'/checklist'.length);
  const by = new URLSearchParams(search).get('by');
  if (pathname.endsWith('/find') && by !== null && search.includes('value=')) return `${start}/find?by=${by}`;
  return start;
}
