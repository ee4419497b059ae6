import type { PublicDecision } from '@yimen/contract';
import { dayInWords, useLanguage, useMessages, Zh } from '@yimen/ui';
import { HeadedTable } from '../shell/HeadedTable.tsx';
import { messages } from './messages.ts';

const HEADS = ['item', 'department', 'applicant', 'decidedOn', 'took', 'promised'] as const;

function Row({ decision }: { readonly decision: PublicDecision }): React.JSX.Element {
  const t = useMessages(messages);
  const language = useLanguage();
  return (
    <tr>
      <th scope="row">
        <Zh>{decision.itemName}</Zh>
      </th>
      <td data-label={t('department')}>
        <Zh>{decision.authorityName}</Zh>
      </td>
      <td data-label={t('applicant')}>
        <Zh>{decision.applicant}</Zh>
      </td>
      <td data-label={t('decidedOn')}>{dayInWords(decision.decidedOn, language)}</td>
      <td data-label={t('took')}>{decision.realDays ?? '—'}</td>
      <td data-label={t('promised')}>{decision.promisedDays ?? '—'}</td>
    </tr>
  );
}

/** Decisions as the public reads them; nothing by which a case could be asked about. */
export function Decisions({
  decisions,
  caption,
}: {
  readonly decisions: readonly PublicDecision[];
  readonly caption: string;
}): React.JSX.Element {
  const t = useMessages(messages);
  if (decisions.length === 0) return <p>{t('noDecisions')}</p>;
  return (
    <HeadedTable caption={caption} heads={HEADS.map((head) => t(head))}>
      {decisions.map((decision, at) => (
        <Row key={`${String(at)} ${decision.itemName}`} decision={decision} />
      ))}
    </HeadedTable>
  );
}
