import type { Successor } from '@yimen/contract';
import { useSay, Zh } from '@yimen/ui';
import { Link } from 'react-router';

interface SuccessorsProps {
  readonly successors: readonly Successor[];
  readonly jurisdiction: string;
}

/** Where to go instead of an item that left the list. */
export function Successors({ successors, jurisdiction }: SuccessorsProps): React.JSX.Element {
  const say = useSay();
  if (successors.length === 0) return <p>{say({ zh: '没有承接事项。', en: 'Nothing took its place.' })}</p>;
  return (
    <p>
      {say({ zh: '由下列事项承接：', en: 'In its place: ' })}
      {successors.map(({ itemId, name }, at) => (
        <span key={itemId}>
          {at > 0 && say({ zh: '、', en: ', ' })}
          <Link to={`/halls/${jurisdiction}/items/${encodeURIComponent(itemId)}`}>
            <Zh>{name}</Zh>
          </Link>
        </span>
      ))}
    </p>
  );
}
