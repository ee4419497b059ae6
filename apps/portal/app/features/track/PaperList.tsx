import type { PaperView } from '@yimen/contract';
import { useSay, Said } from '@yimen/ui';
import { Link } from 'react-router';

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
          <PaperLine key={paper.paperId} paper={paper} number={number} />
        ))}
      </ul>
    </section>
  );
}

function PaperLine({ paper, number }: { readonly paper: PaperView; readonly number: string }): React.JSX.Element {
  const say = useSay();
  return (
    <li>
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
      {paper.verificationCode !== undefined && paper.state !== 'making' && (
        <Link
          className="meta"
          to={`/verify/${paper.verificationCode}/proof`}
          aria-label={say({
            zh: `${paper.name.zh}：在账本中的证明`,
            en: `${paper.name.en}: proof in the record`,
          })}
        >
          {say({ zh: '在账本中的证明', en: 'proof in the record' })}
        </Link>
      )}
      {paper.state === 'revoked' && <span className="tag bad">{say({ zh: '已作废', en: 'revoked' })}</span>}
    </li>
  );
}
