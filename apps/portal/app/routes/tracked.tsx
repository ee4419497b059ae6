import type { TrackView } from '@yimen/contract';
import { inGroupsOfFour, useSay, Zh } from '@yimen/ui';
import { Link, Outlet } from 'react-router';
import type { Route } from './+types/tracked.ts';
import { loadTracked } from '../features/track/load.ts';

export async function loader(args: Route.LoaderArgs): Promise<{ readonly view: TrackView }> {
  const { view } = await loadTracked(args, args.params['number'] ?? '');
  return { view };
}

export default function TrackedLayout({ loaderData: { view } }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  return (
    <>
      <p className="applying">
        {say({ zh: '办件 ', en: 'Case ' })}
        <Link to={`/track/${view.number}`}>{inGroupsOfFour(view.number)}</Link>　<Zh>{view.itemName}</Zh>
      </p>
      <Outlet />
    </>
  );
}
