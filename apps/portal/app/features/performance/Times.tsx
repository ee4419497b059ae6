import type { PublicPerformance, TimesLine } from '@yimen/contract';
import { useMessages, Zh } from '@yimen/ui';
import { Link } from 'react-router';
import { HeadedTable } from '../shell/HeadedTable.tsx';
import { messages } from './messages.ts';

type Cards = Pick<PublicPerformance['total'], 'yellows' | 'reds' | 'upheld'>;

export interface Line extends TimesLine {
  readonly id: string;
  readonly name: string;
  /** Said under the name of an item. */
  readonly under?: string;
  readonly cards?: Cards;
}

interface TimesProps {
  readonly caption: string;
  readonly head: 'department' | 'item';
  readonly lines: readonly Line[];
  /** Where the number of a line leads, without the figure. */
  readonly rowsOf: (line: Line) => string;
}

export const percent = (share: number | null): string => (share === null ? '—' : `${(share * 100).toFixed(1)}%`);

function Number({ value, to }: { readonly value: number; readonly to: string }): React.JSX.Element {
  return value === 0 ? <>0</> : <Link to={to}>{value}</Link>;
}

function Row({
  line,
  to,
  cards,
}: {
  readonly line: Line;
  readonly to: string;
  readonly cards: boolean;
}): React.JSX.Element {
  const t = useMessages(messages);
  const { real, waited } = line;
  return (
    <tr>
      <th scope="row">
        <Zh>{line.name}</Zh>
        {line.under !== undefined && (
          <span className="kicker under">
            <Zh>{line.under}</Zh>
          </span>
        )}
      </th>
      <td data-label={t('decided')}>
        <Number value={line.decided} to={to} />
      </td>
      <td data-label={t('late')}>
        <Number value={line.late} to={`${to}&figure=late`} />
      </td>
      <td data-label={t('onTime')}>{percent(line.onTime)}</td>
      <td data-label={t('median')}>{real.median ?? '—'}</td>
      <td data-label={t('ninth')}>{real.ninth ?? '—'}</td>
      <td data-label={t('waited')}>
        {waited.cases === 0 ? '—' : t('waitedOf', { n: waited.cases, days: waited.median ?? 0 })}
      </td>
      {cards && <td data-label={t('cards')}>{line.cards === undefined ? '—' : t('cardsOf', { ...line.cards })}</td>}
    </tr>
  );
}

/** A line for each department, or each item: every count opens what it counted. */
export function Times({ caption, head, lines, rowsOf }: TimesProps): React.JSX.Element {
  const t = useMessages(messages);
  const cards = head === 'department';
  const heads = [
    head,
    'decided',
    'late',
    'onTime',
    'median',
    'ninth',
    'waited',
    ...(cards ? (['cards'] as const) : []),
  ] as const;
  return (
    <HeadedTable caption={caption} heads={heads.map((name) => t(name))}>
      {lines.map((line) => (
        <Row key={`${line.id} ${line.under ?? ''}`} line={line} to={rowsOf(line)} cards={cards} />
      ))}
    </HeadedTable>
  );
}
