import type { PaperView } from '@yimen/contract';
import { useSay, Said } from '@yimen/ui';

export function PaperList({
  papers,
  number,
}: {
  readonly papers: readonly PaperView[];
  readonly number: string;
}): React.JSX.Element {
  const say = useSay();
  return (
    <section aria-labelledby="papers-title">
      <h2 id="papers-title">{say({ zh: '文书', en: 'Papers' })}</h2>
      {papers.length === 0 && <p>{say({ zh: '还没有文书。', en: 'No papers yet.' })}</p>}
      <ul className="papers">
        {papers.map((paper) => (
          <li key={paper.paperId}>
            {paper.state === 'making' ? (
              <span>
                <Said words={paper.name} />{' '}
                <span className="tag">{say({ zh: '正在制作，稍后刷新', en: 'being made; refresh in a moment' })}</span>
              </span>
            ) : (
              <a href={`/track/${number}/papers/${paper.paperId}`}>
                <Said words={paper.name} /> <span className="meta">PDF</span>
              </a>
            )}
            {paper.number !== undefined && (
              <span className="meta" lang="zh-CN">
                {paper.number}
              </span>
            )}
            {paper.state === 'revoked' && <span className="tag bad">{say({ zh: '已作废', en: 'revoked' })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
