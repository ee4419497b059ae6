import { Hall } from '@yimen/contract';
import { useSay, Zh } from '@yimen/ui';
import { Link, redirect } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/kiosk.start.ts';
import '../styles/kiosk.css';
import { read } from '../api.ts';
import { Title } from '../features/shell/Title.tsx';

/** Set up once at the machine: which hall it stands in. */
export async function loader(args: Route.LoaderArgs): Promise<{ readonly halls: readonly Hall[] }> {
  const { halls } = await read(args, '/halls', z.object({ halls: z.array(Hall) }));
  const [only, ...others] = halls;
  if (only !== undefined && others.length === 0) throw redirect(`/kiosk/${only.jurisdiction}`);
  return { halls };
}

export default function KioskHalls({ loaderData: { halls } }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  return (
    <main id="main" tabIndex={-1} className="kiosk kiosk-page">
      <Title words={{ zh: '选择大厅', en: 'Choose a hall' }} />
      <h1>{say({ zh: '这台机器放在哪个大厅？', en: 'In which hall does this machine stand?' })}</h1>
      <ul className="tiles">
        {halls.map(({ jurisdiction, name }) => (
          <li key={jurisdiction}>
            <Link className="tile" to={`/kiosk/${jurisdiction}`}>
              <strong>
                <Zh>{name}</Zh>
              </strong>
            </Link>
          </li>
        ))}
      </ul>
    </main>
  );
}
