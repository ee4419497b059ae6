import { useSay } from '@yimen/ui';
import { Link, Outlet } from 'react-router';
import type { Route } from './+types/apply.ts';
import { loadApplying, type Applying } from '../features/apply/draft.ts';
import { Zh } from '../features/shell/Title.tsx';

export async function loader(args: Route.LoaderArgs): Promise<Applying> {
  return loadApplying(args, args.params.draftId);
}

export default function Apply({ loaderData: { guide } }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  return (
    <>
      <p className="applying">
        {say({ zh: '正在申请：', en: 'Applying for: ' })}
        <Link to={`/halls/${guide.jurisdiction}/items/${guide.id}`}>
          <Zh>{guide.name}</Zh>
        </Link>
      </p>
      <Outlet />
    </>
  );
}
