import type { Manual } from '@yimen/contract';
import { Mixed, Sections, useLanguage, useMessages, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useSignedIn } from '../../shared/session.tsx';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { useDay } from '../../shared/when.ts';
import { manualPath, useManual, type ManualAsked } from './api.ts';
import { Fingerprint } from './Fingerprint.tsx';
import { messages } from './messages.ts';
import './sheets.css';

/** 业务手册: how an item is handled, for whoever handles it; the facts of the printed one, under the same hash. */
export function ManualPage(): JSX.Element {
  const t = useMessages(messages);
  const language = useLanguage();
  const { itemId = '' } = useParams();
  const [params] = useSearchParams();
  const asked = { itemId, version: params.get('version') ?? undefined, language };
  const manual = useManual(asked);
  const problem = problemOf(manual.error);
  return (
    <div className="page manual">
      <Ways itemId={itemId} caseId={params.get('case') ?? undefined} />
      {problem !== undefined && <Trouble problem={problem} title={t('manual')} onAgain={() => void manual.refetch()} />}
      {manual.isPending && <Loading words={t('loading')} />}
      {problem === undefined && manual.data !== undefined && <Book manual={manual.data} asked={asked} />}
    </div>
  );
}

/** Back to where it was opened from: the case, or the item for those who look after the list. */
function Ways({ itemId, caseId }: { readonly itemId: string; readonly caseId: string | undefined }): JSX.Element {
  const t = useMessages(messages);
  const { roles } = useSignedIn();
  const mayOpenItem = roles.some((role) => role === 'catalogueEditor' || role === 'authorityHead');
  return (
    <p className="sheet-links no-print">
      {caseId !== undefined && <Link to={`/cases/${encodeURIComponent(caseId)}`}>{t('toCase')}</Link>}
      {mayOpenItem && <Link to={`/catalogue/${encodeURIComponent(itemId)}`}>{t('toItem')}</Link>}
    </p>
  );
}

interface BookProps {
  readonly manual: Manual;
  readonly asked: ManualAsked;
}

function Book({ manual, asked }: BookProps): JSX.Element {
  const { guide, sections } = manual;
  return (
    <>
      <Cover manual={manual} asked={asked} />
      <div className="manual-columns">
        <Contents sections={sections} />
        <div className="sheet">
          <Sections sections={sections} />
          <Fingerprint hash={guide.hash} />
        </div>
      </div>
    </>
  );
}

function Cover({ manual, asked }: BookProps): JSX.Element {
  const t = useMessages(messages);
  const day = useDay();
  const { guide, demonstration } = manual;
  const flow = `/api/v1/items/${guide.jurisdiction}/${encodeURIComponent(guide.id)}/flow.svg?language=${asked.language}`;
  return (
    <header>
      <p className="hint">{t('manual')}</p>
      <h1 lang="zh-CN">{guide.name}</h1>
      <p>
        <Zh>{`${guide.kindName} · ${guide.authorityName}`}</Zh> ·{' '}
        {t('nth', { n: guide.version, day: day(guide.effectiveFrom) })}
      </p>
      {demonstration !== undefined && (
        <p className="hint">
          <Mixed text={demonstration} />
        </p>
      )}
      <Standing manual={manual} />
      <p className="sheet-links no-print">
        <a href={`/api/v1${manualPath(asked, true)}`} target="_blank" rel="noreferrer">
          {t('pdf')}
        </a>
        {guide.version === manual.inForce && (
          <a href={flow} target="_blank" rel="noreferrer">
            {t('flowchart')}
          </a>
        )}
      </p>
    </header>
  );
}

/** Whether new cases are handled by another version than this. */
function Standing({ manual: { guide, inForce } }: { readonly manual: Manual }): JSX.Element | null {
  const t = useMessages(messages);
  if (inForce === undefined) return <p className="sheet-notice">{t('ended')}</p>;
  if (inForce === guide.version) return null;
  return (
    <p className="sheet-notice">
      {t('older', { n: guide.version, now: inForce })}{' '}
      <Link to={`/catalogue/${encodeURIComponent(guide.id)}/manual`}>{t('newest', { now: inForce })}</Link>
    </p>
  );
}

function Contents({ sections }: Pick<Manual, 'sections'>): JSX.Element {
  const t = useMessages(messages);
  return (
    <nav className="contents" aria-label={t('contents')}>
      <ol>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>
              <Mixed text={title} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
