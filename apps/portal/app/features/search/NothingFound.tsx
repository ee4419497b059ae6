import type { Hall, ItemList } from '@yimen/contract';
import { useSay, Zh } from '@yimen/ui';
import { Link } from 'react-router';

interface NothingFoundProps {
  readonly hall: Pick<Hall, 'jurisdiction' | 'phone'>;
  readonly nearest: NonNullable<ItemList['nearest']>;
}

/** Nobody is left with an empty page: other words, the nearest themes, a person on the telephone. */
export function NothingFound({ hall: { jurisdiction, phone }, nearest }: NothingFoundProps): React.JSX.Element {
  const say = useSay();
  return (
    <div className="notice nothing-found">
      <p>
        {say({
          zh: '没有找到。换一种说法试试，或打电话问导办员：',
          en: 'Nothing found. Try other words, or call and ask a guide: ',
        })}
        <a href={`tel:${phone}`}>{phone}</a>
        {say({ zh: '。', en: '.' })}
      </p>
      {nearest.length > 0 && (
        <>
          <p id="nearest-title">{say({ zh: '也许在这些主题里：', en: 'It may be in one of these themes:' })}</p>
          <ul aria-labelledby="nearest-title">
            {nearest.map(({ theme }) => (
              <li key={theme}>
                <Link to={`/halls/${jurisdiction}?${new URLSearchParams({ theme }).toString()}`}>
                  <Zh>{theme}</Zh>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="hint">
        {say({
          zh: '您的问法已记下（不记是谁问的），工作人员会补上这种说法。',
          en: 'Your words were noted (not who asked), so that staff can make them findable.',
        })}
      </p>
    </div>
  );
}
