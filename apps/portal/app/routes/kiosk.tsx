import { Hall } from '@yimen/contract';
import { useSay, Zh } from '@yimen/ui';
import { Outlet, useLocation, useRouteLoaderData } from 'react-router';
import { z } from 'zod';
import type { Route } from './+types/kiosk.ts';
import { read } from '../api.ts';
import { Bar } from '../features/kiosk/Bar.tsx';
import { IdleReset } from '../features/kiosk/IdleReset.tsx';
import type { loader as rootLoader } from '../root.tsx';
import '../styles/kiosk.css';

export async function loader(args: Route.LoaderArgs): Promise<{ readonly hall: Hall }> {
  const { halls } = await read(args, '/halls', z.object({ halls: z.array(Hall) }));
  const hall = halls.find(({ jurisdiction }) => jurisdiction === args.params.jurisdiction);
  if (hall === undefined) throw new Response(null, { status: 404 });
  return { hall };
}

/** The touch screen of a hall: nothing leads out of it, and nothing of anybody stays on it. */
export default function Kiosk({ loaderData: { hall } }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const { pathname } = useLocation();
  const root = useRouteLoaderData<typeof rootLoader>('root');
  const chosen = { language: root?.language ?? 'zh', large: root?.large ?? false } as const;
  const untouched = pathname === `/kiosk/${hall.jurisdiction}` && chosen.language === 'zh' && !chosen.large;
  return (
    <div className="kiosk">
      <header className="kiosk-head">
        <span className="brand-mark" aria-hidden="true" lang="zh-CN">
          一门
        </span>
        <span>
          <Zh>{hall.name}</Zh> · {say({ zh: '自助查询', en: 'self-service guide' })}
        </span>
        {root?.demo === true && <span className="tag">{say({ zh: '演示', en: 'demonstration' })}</span>}
      </header>
      <Outlet />
      {!untouched && <IdleReset jurisdiction={hall.jurisdiction} />}
      <Bar jurisdiction={hall.jurisdiction} chosen={chosen} />
    </div>
  );
}
