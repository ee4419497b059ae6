import type { PaperView } from '@yimen/contract';
import { useMessages, useSay, Said, Zh } from '@yimen/ui';
import { Button } from 'antd';
import type { JSX } from 'react';
import { paperUrl, usePaperAgain } from './api.ts';
import { problemOf } from '../forms/refusal.ts';
import { useWhen } from '../when.ts';

const messages = {
  papers: { zh: '文书', en: 'Papers' },
  none: { zh: '尚无文书。', en: 'No paper yet.' },
  making: { zh: '制作中…', en: 'being made…' },
  ready: { zh: '可下载', en: 'ready' },
  revoked: { zh: '已撤销', en: 'revoked' },
  failed: { zh: '制作失败', en: 'not made' },
  again: { zh: '重新制作', en: 'Make it again' },
  againOf: { zh: '重新制作《{name}》', en: 'Make {name} again' },
  open: { zh: '打开 PDF', en: 'Open PDF' },
  openOf: { zh: '打开《{name}》PDF', en: 'Open {name} (PDF)' },
};

interface PapersProps {
  readonly caseId: string;
  readonly papers: readonly PaperView[];
}

/** What kept a paper from being made, and the way to have it made once that is mended. */
function FailedPaper({ caseId, paper }: { readonly caseId: string; readonly paper: PaperView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const again = usePaperAgain(caseId);
  const problem = problemOf(again.error);
  return (
    <span className="paper-failed">
      {paper.failure !== undefined && <Zh>{paper.failure}</Zh>}
      <Button
        size="small"
        loading={again.isPending}
        aria-label={t('againOf', { name: say(paper.name) })}
        onClick={() => again.mutate(paper.paperId)}
      >
        {t('again')}
      </Button>
      {problem !== undefined && <span role="alert">{say(problem.words)}</span>}
    </span>
  );
}

/** Every paper of a case; one that is being made says so and turns ready by itself. */
export function Papers({ caseId, papers }: PapersProps): JSX.Element {
  const when = useWhen();
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
          <time dateTime={paper.at}>{when(paper.at)}</time>
          <span className={`tag tag--${paper.state}`}>{t(paper.state)}</span>
          {paper.state === 'failed' && <FailedPaper caseId={caseId} paper={paper} />}
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
