import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { useParams } from 'react-router';
import { CaseScreen } from '../../shared/cases/CaseScreen.tsx';
import { KeyLegend } from '../../shared/keys/KeyLegend.tsx';
import { DeliveryCase } from './DeliveryCase.tsx';
import { DeliveryList } from './DeliveryList.tsx';
import { FindByNumber } from './FindByNumber.tsx';
import { messages } from './messages.ts';

const KEYS = [
  { key: 's', does: { zh: '到扫码框', en: 'to the scan box' } },
  { key: 'F4', does: { zh: '送达', en: 'serve' } },
  { key: 'F6', does: { zh: '盖章 / 制证', en: 'seal / issue' } },
  { key: 'F9', does: { zh: '办结', en: 'close' } },
] as const;

/** Hands results over: find by number, record how it was served and to whom, close. */
export function DeliveryPage(): JSX.Element {
  const t = useMessages(messages);
  const { caseId } = useParams();
  return (
    <>
      <div className="page">
        <h1>{t('title')}</h1>
        <FindByNumber />
        <div className="delivery-columns">
          <DeliveryList current={caseId} />
          {caseId === undefined ? (
            <p className="empty">{t('pick')}</p>
          ) : (
            <CaseScreen key={caseId} caseId={caseId}>
              {(shown) => <DeliveryCase shown={shown} />}
            </CaseScreen>
          )}
        </div>
      </div>
      <KeyLegend keys={KEYS} />
    </>
  );
}
