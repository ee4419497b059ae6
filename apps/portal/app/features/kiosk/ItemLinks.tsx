import { useSay, Zh } from '@yimen/ui';
import { Link } from 'react-router';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly authorityName: string;
}

/** Items to choose from, each as large as a hand. */
export function ItemLinks({
  jurisdiction,
  rows,
}: {
  readonly jurisdiction: string;
  readonly rows: readonly Row[];
}): React.JSX.Element {
  const say = useSay();
  if (rows.length === 0)
    return (
      <p>{say({ zh: '没有找到，请换一个，或者问导办员。', en: 'Nothing found; try another, or ask a guide.' })}</p>
    );
  return (
    <ul className="tiles">
      {rows.map(({ id, name, authorityName }) => (
        <li key={id}>
          <Link className="tile" to={`/kiosk/${jurisdiction}/items/${encodeURIComponent(id)}`}>
            <strong>
              <Zh>{name}</Zh>
            </strong>
            <span className="hint">
              <Zh>{authorityName}</Zh>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
