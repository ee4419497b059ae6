import { data } from 'react-router';
import type { Route } from './+types/problem.ts';
import { ErrorPage } from '../features/shell/ErrorPage.tsx';

/** Where the server gets the page for what it refuses before the portal sees it: too large, too many, not readable. */
export function loader({ params }: Route.LoaderArgs): ReturnType<typeof data<{ readonly status: number }>> {
  const status = /^[45]\d\d$/.test(params.status) ? Number(params.status) : 404;
  return data({ status }, { status });
}

export default function ProblemPage({ loaderData: { status } }: Route.ComponentProps): React.JSX.Element {
  return <ErrorPage status={status} />;
}
