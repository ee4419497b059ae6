import type { CaseView } from '@yimen/contract';
import { useLanguage, useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { caseFlowUrl } from '../../shared/cases/api.ts';
import { messages } from './messages.ts';

/** Where the case stands on the flowchart of its version; the steps above it say the same in words. */
export function FlowChart({ shown }: { readonly shown: CaseView }): JSX.Element {
  const t = useMessages(messages);
  const language = useLanguage();
  return (
    <details className="flowchart">
      <summary>{t('flowchart')}</summary>
      <div className="flowchart-frame" tabIndex={0} role="region" aria-label={t('flowchart')}>
        <img src={caseFlowUrl(shown.caseId, shown.revision, language)} loading="lazy" alt={t('flowchartAlt')} />
      </div>
    </details>
  );
}
