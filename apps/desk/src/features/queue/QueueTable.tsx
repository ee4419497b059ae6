import type { QueueRow } from '@yimen/contract';
import { remainingInWords, Said, StatusLight, useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { rowPath } from '../../shared/cases/rowPath.ts';
import { CaseLink } from '../../shared/table/CaseLink.tsx';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useDay } from '../../shared/when.ts';
import { messages } from './messages.ts';

const CLOCKS = [
  'acceptance',
  'acceptanceAfterCorrection',
  'decisionPromised',
  'decisionStatutory',
  'delivery',
  'step',
] as const;

/** Which limit the day is of, where it is one of the standard ones. */
function isClock(kind: string | undefined): kind is (typeof CLOCKS)[number] {
  return CLOCKS.some((known) => known === kind);
}

const keyOf = ({ caseId, waitingFor }: QueueRow): string => `${caseId}-${waitingFor.act}-${waitingFor.stepId ?? ''}`;

interface CellProps {
  readonly row: QueueRow;
}

function Item({ row }: CellProps): JSX.Element {
  return (
    <>
      <Zh>{row.itemName}</Zh>
      <span className="sub" lang="zh-CN">
        {row.authorityName}
      </span>
    </>
  );
}

function Waiting({ row }: CellProps): JSX.Element {
  const t = useMessages(messages);
  return (
    <>
      <Said words={row.waitingFor.name} /> {row.heldByMe && <span className="tag">{t('held')}</span>}
    </>
  );
}

function Due({ row }: CellProps): JSX.Element {
  const t = useMessages(messages);
  const day = useDay();
  return (
    <>
      <span className="day">{day(row.due)}</span>
      <span className="sub">{isClock(row.clockKind) && t(row.clockKind)}</span>
    </>
  );
}

function Remaining({ row: { remaining } }: CellProps): JSX.Element {
  const say = useSay();
  if (remaining === undefined) return <>—</>;
  return <span className={remaining < 0 ? 'day wrong' : 'day'}>{say(remainingInWords(remaining))}</span>;
}

function useColumns(): readonly Column<QueueRow>[] {
  const t = useMessages(messages);
  const say = useSay();
  return [
    { key: 'light', title: t('light'), cell: ({ light }) => <StatusLight light={light} /> },
    { key: 'number', title: t('number'), cell: (row) => <CaseLink number={row.number} to={rowPath(row)} /> },
    { key: 'item', title: t('item'), cell: (row) => <Item row={row} /> },
    { key: 'applicant', title: t('applicant'), cell: ({ applicantName }) => <Zh>{applicantName}</Zh> },
    { key: 'stage', title: t('stage'), cell: ({ stageName }) => say(stageName) },
    { key: 'waitingFor', title: t('waitingFor'), cell: (row) => <Waiting row={row} /> },
    { key: 'due', title: t('due'), cell: (row) => <Due row={row} /> },
    { key: 'remaining', title: t('remaining'), cell: (row) => <Remaining row={row} /> },
  ];
}

interface QueueTableProps {
  readonly rows: readonly QueueRow[] | undefined;
  readonly total: number;
  readonly asked: { readonly error: Error | null; readonly refetch: () => unknown };
}

export function QueueTable({ rows, total, asked }: QueueTableProps): JSX.Element {
  const t = useMessages(messages);
  return (
    <Table
      caption={t('total', { n: total })}
      columns={useColumns()}
      rows={rows}
      keyOf={keyOf}
      empty={{ title: t('empty'), hint: t('emptyHint') }}
      asked={asked}
    />
  );
}
