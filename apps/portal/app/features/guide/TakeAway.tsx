import { useLanguage, useSay } from '@yimen/ui';
import { Link } from 'react-router';
import { Print } from '../shell/Print.tsx';
import type { ShownGuide } from './load.ts';

/** What can be taken along: the notice on paper, a checklist of one's own, this page printed. */
export function TakeAway({ guide }: { readonly guide: ShownGuide }): React.JSX.Element {
  const say = useSay();
  const language = useLanguage();
  const base = `${guide.jurisdiction}/items/${encodeURIComponent(guide.id)}`;
  return (
    <p className="take-away no-print">
      <Link className="button" to={`/halls/${base}/checklist`}>
        {say({ zh: '我的材料清单', en: 'My own checklist' })}
      </Link>
      <a
        className="button"
        href={`/api/v1/items/${guide.jurisdiction}/${encodeURIComponent(guide.id)}/notice.pdf?language=${language}`}
      >
        {say({ zh: '下载服务告知单（PDF）', en: 'Notice sheet (PDF)' })}
      </a>
      <Print words={{ zh: '打印办事指南', en: 'Print this guide' }} />
    </p>
  );
}
