import type { CaseView } from '@yimen/contract';
import { useMessages, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ActsPanel } from '../../shared/acts/ActsPanel.tsx';
import { CaseHeader } from '../../shared/cases/CaseHeader.tsx';
import { CaseScreen } from '../../shared/cases/CaseScreen.tsx';
import { Entries } from '../../shared/cases/Entries.tsx';
import { Opinions } from '../../shared/cases/Opinions.tsx';
import { Proposal } from '../../shared/cases/Proposal.tsx';
import { KeyLegend } from '../../shared/keys/KeyLegend.tsx';
import { useKeys } from '../../shared/keys/useKeys.ts';
import { messages } from './messages.ts';

const KEYS = [
  { key: 'F4', does: { zh: '签批', en: 'sign' } },
  { key: 'F8', does: { zh: '不予签批', en: 'decline to sign' } },
  { key: 'q', does: { zh: '回待签批', en: 'back to the list' } },
] as const;

const ATTACHED = ['legalityReviewed', 'minutesAttached'];

function Since({ shown }: { readonly shown: CaseView }): JSX.Element {
  const t = useMessages(messages);
  const at = shown.proposal?.at ?? '';
  const later = shown.entries.filter((entry) => at !== '' && entry.at > at && !ATTACHED.includes(entry.type));
  return (
    <section aria-label={t('changedSince')}>
      <h3>{t('changedSince')}</h3>
      {later.length === 0 ? <p className="empty">{t('unchanged')}</p> : <Entries entries={later} />}
    </section>
  );
}

function Attached({ shown }: { readonly shown: CaseView }): JSX.Element {
  const t = useMessages(messages);
  const entries = shown.entries.filter(({ type }) => ATTACHED.includes(type));
  return (
    <section aria-label={t('attachments')}>
      <h3>{t('attachments')}</h3>
      {entries.length === 0 ? <p className="empty">{t('noAttachments')}</p> : <Entries entries={entries} />}
    </section>
  );
}

function Materials({ shown }: { readonly shown: CaseView }): JSX.Element {
  const t = useMessages(messages);
  const handed = new Set(shown.materials.map(({ requirementId }) => requirementId));
  return (
    <section aria-label={t('materials')}>
      <h3>{t('materials')}</h3>
      <ul>
        {(shown.item.detail?.materials ?? []).map(({ id, name }) => (
          <li key={id}>
            <Zh>{name}</Zh> <span className="tag">{t(handed.has(id) ? 'handedIn' : 'notHandedIn')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Body({ shown }: { readonly shown: CaseView }): JSX.Element {
  const t = useMessages(messages);
  const navigate = useNavigate();
  useKeys({ q: () => void navigate('/sign-off') });
  return (
    <>
      <div className="page case">
        <CaseHeader shown={shown} />
        <div className="case-columns">
          <div>
            <Proposal shown={shown} />
            <Opinions steps={shown.steps} />
            <Attached shown={shown} />
            <Since shown={shown} />
            <Materials shown={shown} />
            <p>
              <Link to={`/cases/${encodeURIComponent(shown.caseId)}`}>{t('whole')}</Link>
            </p>
          </div>
          <ActsPanel shown={shown} only={['sign', 'declineToSign']} keys={{ sign: 'F4', declineToSign: 'F8' }} />
        </div>
      </div>
      <KeyLegend keys={KEYS} />
    </>
  );
}

/** What a chief representative looks at before signing: who examined, what is proposed and why, what changed since. */
export function SignOffPage(): JSX.Element {
  const { caseId = '' } = useParams();
  return (
    <CaseScreen key={caseId} caseId={caseId}>
      {(shown) => <Body shown={shown} />}
    </CaseScreen>
  );
}
