import { useSay, type Words } from '@yimen/ui';
import { Link } from 'react-router';

const plain: Words = { zh: '返回', en: 'Back' };

/** A real link to where one came from; it does not fight the browser's own back button. */
export function Back({ to, words = plain }: { readonly to: string; readonly words?: Words }): React.JSX.Element {
  const say = useSay();
  return (
    <p className="back">
      <Link to={to}>{say(words)}</Link>
    </p>
  );
}
