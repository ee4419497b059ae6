import type { Checklist } from '@yimen/contract';
import { Sections, useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { Fingerprint } from './Fingerprint.tsx';
import { messages } from './messages.ts';

/** The checklist as it will lie on the counter: answers, days, papers with a box each, fees, and the way to the hall. */
export function ChecklistSheet({ checklist: { guide, sections } }: { readonly checklist: Checklist }): JSX.Element {
  const t = useMessages(messages);
  const papers = sections.find(({ id }) => id === 'materials')?.facts.length ?? 0;
  return (
    <div className="sheet checklist">
      <p role="status">{t('papers', { n: papers })}</p>
      <Sections sections={sections} />
      <p className="map-code">
        <img src={`/api/v1/halls/${guide.jurisdiction}/map-code.svg`} alt={t('mapCode')} />
        <span>{t('scanIt')}</span>
      </p>
      <Fingerprint hash={guide.hash} />
    </div>
  );
}
