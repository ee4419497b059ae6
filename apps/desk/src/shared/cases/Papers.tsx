import type { PaperView } from '@yimen/contract';
import { timeInBeijing, useMessages, useSay } from '@yimen/ui';
import type { JSX } from 'react';
import { paperUrl } from './api.ts';
import { Said } from '../Zh.tsx';

const messages = {
  papers: { zh: '文书', en: 'Papers' },
  none: { zh: '尚无文书。', en: 'No paper yet.' },
  making: { zh: '制作中…', en: 'being made…' },
  ready: { zh: '可下载', en: 'ready' },
  revoked: { zh: '已撤销', en: 'revoked' },
  failed: { zh: '制作失败，系统将重试', en: 'failed; it will be tried again' },
  open: { zh: '打开 PDF', en: 'Open PDF' },
  openOf: { zh: '打开《{name}》PDF', en: 'Open {name} (PDF)' },
};

interface PapersProps {
  readonly caseId: string;
  readonly papers: readonly PaperView[];
}

/** Every paper of a case; one that is being made says so and turns ready by itself. */
export function Papers({ caseId, papers }: PapersProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  if (papers.length === 0) return <p className="empty">{t('none')}</p>;
  return (
    <ul className="papers" aria-label={t('papers')} aria-live="polite">
      {papers.map((paper) => (
        <li key={paper.paperId}>
          <span className="paper-name">
            <Said words={paper.name} />
          </span>
          <span className="paper-number" lang="zh-CN">
            {paper.number ?? ''}
          </span>
          <time dateTime={paper.at}>{timeInBeijing(paper.at)}</time>
          <span className={`tag tag--${paper.state}`}>{t(paper.state)}</span>
          {paper.state === 'ready' && (
            <a
              href={paperUrl(caseId, paper.paperId)}
              target="_blank"
              rel="noreferrer"
              aria-label={t('openOf', { name: say(paper.name) })}
            >
              {t('open')}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
