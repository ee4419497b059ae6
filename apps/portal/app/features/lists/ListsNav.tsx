import { useSay, type Words } from '@yimen/ui';
import { Link } from 'react-router';

const pages = {
  lists: { zh: '权责清单', en: 'List of powers and services' },
  changes: { zh: '每月变化', en: 'Changes by month' },
  figures: { zh: '数字和精简情况', en: 'Figures, and what was cut' },
  performance: { zh: '办理时长公开', en: 'Real processing times' },
} as const satisfies Readonly<Record<string, Words>>;

/** What a hall makes public of itself, from one page to the other and from the hall's own. */
export function ListsNav({ jurisdiction }: { readonly jurisdiction: string }): React.JSX.Element {
  const say = useSay();
  return (
    <nav className="lists-nav" aria-label={say({ zh: '政务公开', en: 'Made public' })}>
      {Object.entries(pages).map(([path, words]) => (
        <Link key={path} to={`/halls/${jurisdiction}/${path}`}>
          {say(words)}
        </Link>
      ))}
    </nav>
  );
}
