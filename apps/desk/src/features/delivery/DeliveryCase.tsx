import type { CaseView } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import { Checkbox } from 'antd';
import { useState, type JSX } from 'react';
import { Link } from 'react-router';
import { ActsPanel } from '../../shared/acts/ActsPanel.tsx';
import { CaseHeader } from '../../shared/cases/CaseHeader.tsx';
import { Papers } from '../../shared/cases/Papers.tsx';
import { messages } from './messages.ts';

const KEYS = { seal: 'F6', issue: 'F6', serve: 'F4', close: 'F9' } as const;

/** One case at the delivery desk: its papers, and what is left to do. */
export function DeliveryCase({ shown }: { readonly shown: CaseView }): JSX.Element {
  const t = useMessages(messages);
  const [closing, setClosing] = useState(true);
  return (
    <div className="delivery-case">
      <CaseHeader shown={shown} />
      <h2>{t('papers')}</h2>
      <Papers caseId={shown.caseId} papers={shown.papers} />
      <Checkbox checked={closing} onChange={(event) => setClosing(event.target.checked)}>
        {t('closeAfter')}
      </Checkbox>
      <ActsPanel
        shown={shown}
        only={['seal', 'issue', 'serve', 'close']}
        keys={KEYS}
        followedBy={({ type }) => (type === 'serve' && closing ? [{ type: 'close' }] : [])}
      />
      <Link to={`/cases/${encodeURIComponent(shown.caseId)}`}>{t('whole')}</Link>
    </div>
  );
}
