import type { StarRules } from '@yimen/contract';
import { starRules } from '@yimen/core/catalogue';
import { useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useDay, useWhen } from '../../shared/when.ts';
import { messages } from './messages.ts';

type Row = StarRules['decided'][number];

/** Every decision, the latest day first: who, when, why, and what it says. */
export function Decided({ rules: { decided, today } }: { readonly rules: StarRules }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const day = useDay();
  const when = useWhen();
  const said = ({ scheme }: Row): string => {
    const points = starRules(scheme).map(({ name, most }) => `${say(name)} ${String(most)}`);
    return [...points, t('percent', { steps: scheme.steps.join('/') })].join(t('comma'));
  };
  const columns: readonly Column<Row>[] = [
    {
      key: 'from',
      title: t('from'),
      cell: ({ effectiveFrom }) => (
        <>
          {day(effectiveFrom)} {effectiveFrom > today && <span className="tag">{t('later')}</span>}
        </>
      ),
      names: true,
    },
    { key: 'what', title: t('what'), cell: said },
    { key: 'reason', title: t('reason'), cell: ({ reason }) => <Zh>{reason}</Zh> },
    { key: 'by', title: t('by'), cell: ({ by }) => <Zh>{by}</Zh> },
    { key: 'at', title: t('at'), cell: ({ at }) => when(at) },
  ];
  return (
    <Table
      caption={t('history')}
      columns={columns}
      rows={decided}
      keyOf={({ effectiveFrom, at }) => `${effectiveFrom} ${at}`}
      empty={{ title: t('shipped') }}
    />
  );
}
