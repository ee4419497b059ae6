import { inGroupsOfFour } from '@yimen/ui';
import type { JSX } from 'react';
import { Link } from 'react-router';

interface CaseLinkProps {
  readonly number: string;
  readonly to: string;
}

/** The number of a case as it is read aloud; it opens the case. */
export function CaseLink({ number, to }: CaseLinkProps): JSX.Element {
  return (
    <Link className="number" to={to} translate="no">
      {inGroupsOfFour(number)}
    </Link>
  );
}
