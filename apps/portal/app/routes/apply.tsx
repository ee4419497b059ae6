import { useSay, Zh } from '@yimen/ui';
import { data, Link, Outlet, useLocation } from 'react-router';
import type { Route } from './+types/apply.ts';
import { deviceCookie, deviceOf, seenCookie, seenOf } from '../cookies.ts';
import { loadApplying, type Applying } from '../features/apply/draft.ts';
import { touchedElsewhere } from '../features/return/elsewhere.ts';

interface Loaded extends Applying {
  /** Fields another device changed since this browser last showed the draft. */
  readonly elsewhere: readonly string[];
}

/** The draft, and what happened to it while this browser looked away. A browser seen for the first time is given a name. */
export async function loader(args: Route.LoaderArgs): Promise<ReturnType<typeof data<Loaded>>> {
  const applying = await loadApplying(args, args.params.draftId);
  const { draftId, revision } = applying.draft;
  const device = deviceOf(args.request);
  const seen = seenOf(args.request, draftId);
  const headers = new Headers();
  if (device === undefined) headers.append('set-cookie', deviceCookie(crypto.randomUUID()));
  if (seen === undefined) headers.append('set-cookie', seenCookie(draftId, revision));
  const elsewhere = touchedElsewhere(applying.draft, { device: device ?? '', seen: seen ?? revision });
  return data({ ...applying, elsewhere }, { headers });
}

export default function Apply({ loaderData }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const { guide } = loaderData;
  return (
    <>
      <p className="applying">
        {say({ zh: '正在申请：', en: 'Applying for: ' })}
        <Link to={`/halls/${guide.jurisdiction}/items/${guide.id}`}>
          <Zh>{guide.name}</Zh>
        </Link>
      </p>
      <Changed applying={loaderData} />
      <Outlet />
    </>
  );
}

function Changed({ applying: { draft, guide, elsewhere } }: { readonly applying: Loaded }): React.JSX.Element | null {
  const say = useSay();
  const { pathname } = useLocation();
  const path = `/apply/${draft.draftId}/changes`;
  const nothing = elsewhere.length === 0 && draft.itemVersion === guide.version;
  if (nothing || draft.filed !== undefined || pathname === path) return null;
  return (
    <div className="applying">
      <p className="notice">
        {say({ zh: '您离开以后有变化：', en: 'Something changed while you were away: ' })}
        <Link to={path}>{say({ zh: '看看变了什么', en: 'see what' })}</Link>
      </p>
    </div>
  );
}
