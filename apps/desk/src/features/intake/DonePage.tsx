import { inGroupsOfFour, useMessages } from '@yimen/ui';
import { useRef, type JSX } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { CaseScreen } from '../../shared/cases/CaseScreen.tsx';
import { Deadlines } from '../../shared/cases/Deadlines.tsx';
import { Papers } from '../../shared/cases/Papers.tsx';
import { KeyLegend } from '../../shared/keys/KeyLegend.tsx';
import { useKeys } from '../../shared/keys/useKeys.ts';
import { messages } from './messages.ts';

const KEYS = [
  { key: 'n', does: { zh: '下一件收件', en: 'next intake' } },
  { key: 'p', does: { zh: '打开文书打印', en: 'open the papers to print' } },
  { key: 'o', does: { zh: '打开办件', en: 'open the case' } },
];

/** The code came with the answer and rides on this page's own history entry: a reload keeps it, a link cannot carry it. */
function queryCodeOf(state: unknown): string | undefined {
  const holds = typeof state === 'object' && state !== null && 'queryCode' in state;
  return holds && typeof state.queryCode === 'string' ? state.queryCode : undefined;
}

function Numbers({
  number,
  queryCode,
}: {
  readonly number: string;
  readonly queryCode: string | undefined;
}): JSX.Element {
  const t = useMessages(messages);
  return (
    <>
      <dl className="big">
        <dt>{t('number')}</dt>
        <dd translate="no">{inGroupsOfFour(number)}</dd>
        {queryCode !== undefined && (
          <>
            <dt>{t('queryCode')}</dt>
            <dd translate="no">{queryCode}</dd>
          </>
        )}
      </dl>
      {queryCode !== undefined && <p>{t('tellOnce')}</p>}
    </>
  );
}

/** Each press opens the next paper that is ready: browsers let one key open one window. */
function useNextPaper(): () => void {
  const opened = useRef(0);
  return () => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.papers a')];
    links[opened.current % Math.max(1, links.length)]?.click();
    opened.current += 1;
  };
}

/** What the applicant takes home: number, code, dates, papers. */
export function DonePage(): JSX.Element {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const { caseId = '' } = useParams();
  const queryCode = queryCodeOf(useLocation().state);
  const casePath = `/cases/${encodeURIComponent(caseId)}`;
  const printNext = useNextPaper();
  useKeys({ n: () => void navigate('/intake'), o: () => void navigate(casePath), p: printNext });
  return (
    <>
      <div className="page done">
        <div role="status">
          <h1>{t('done')}</h1>
        </div>
        <CaseScreen caseId={caseId}>
          {(shown) => (
            <>
              <p lang="zh-CN">{shown.item.name}</p>
              <Numbers number={shown.number} queryCode={queryCode} />
              <Deadlines clocks={shown.clocks} />
              <h2>{t('papers')}</h2>
              <Papers caseId={caseId} papers={shown.papers} />
            </>
          )}
        </CaseScreen>
        <p className="done-links">
          <Link to="/intake">{t('next')}</Link> <Link to={casePath}>{t('openCase')}</Link>
        </p>
      </div>
      <KeyLegend keys={KEYS} />
    </>
  );
}
