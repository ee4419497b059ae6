import { useSay } from '@yimen/ui';
import { Link } from 'react-router';

interface MorePagesProps {
  /** The choices made, without the page. */
  readonly query: URLSearchParams;
  readonly next: string | undefined;
  readonly begun: boolean;
}

/** Pages have addresses: they work without scripts and can be sent to somebody. */
export function MorePages({ query, next, begun }: MorePagesProps): React.JSX.Element | null {
  const say = useSay();
  if (!begun && next === undefined) return null;
  const at = (cursor: string): string => `?${new URLSearchParams([...query, ['cursor', cursor]]).toString()}`;
  return (
    <p className="list-pages no-print">
      {begun && (
        <Link className="button" to={`?${query.toString()}`}>
          {say({ zh: '回到第一页', en: 'First page' })}
        </Link>
      )}
      {next !== undefined && (
        <Link className="button" to={at(next)}>
          {say({ zh: '下一页', en: 'Next page' })}
        </Link>
      )}
    </p>
  );
}
