import type { QueueRow } from '@yimen/contract';
import { inGroupsOfFour, remainingInWords, StatusLight, useMessages, useSay } from '@yimen/ui';
import { useRef, type JSX, type RefObject } from 'react';
import { Link } from 'react-router';
import { rowPath } from '../../shared/cases/rowPath.ts';
import { useKeys } from '../../shared/keys/useKeys.ts';
import { messages } from './messages.ts';
import { Said, Zh } from '../../shared/Zh.tsx';

const COLUMNS = ['light', 'number', 'item', 'applicant', 'stage', 'waitingFor', 'due', 'remaining'] as const;

/** n opens the first, the least time left; j and k move the focus along the numbers; Enter follows the link, as everywhere. */
function useRowKeys(body: RefObject<HTMLTableSectionElement | null>): void {
  const move = (by: number): void => {
    const links = [...(body.current?.querySelectorAll<HTMLElement>('a.number') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + by));
    links[next]?.focus();
  };
  const first = (): void => body.current?.querySelector<HTMLElement>('a.number')?.click();
  useKeys({ j: () => move(1), k: () => move(-1), n: first });
}

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

function Row({ row }: { readonly row: QueueRow }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const cell = (name: (typeof COLUMNS)[number]): { readonly 'data-label': string } => ({ 'data-label': t(name) });
  return (
    <tr>
      <td {...cell('light')}>
        <StatusLight light={row.light} />
      </td>
      <td {...cell('number')}>
        <Link className="number" to={rowPath(row)}>
          {inGroupsOfFour(row.number)}
        </Link>
      </td>
      <td {...cell('item')}>
        <Zh>{row.itemName}</Zh>
        <span className="sub" lang="zh-CN">
          {row.authorityName}
        </span>
      </td>
      <td {...cell('applicant')} lang="zh-CN">
        {row.applicantName}
      </td>
      <td {...cell('stage')}>{say(row.stageName)}</td>
      <td {...cell('waitingFor')}>
        <Said words={row.waitingFor.name} /> {row.heldByMe && <span className="tag">{t('held')}</span>}
      </td>
      <td {...cell('due')}>
        {row.due ?? '—'}
        <span className="sub">{isClock(row.clockKind) && t(row.clockKind)}</span>
      </td>
      <td {...cell('remaining')}>{row.remaining === undefined ? '—' : say(remainingInWords(row.remaining))}</td>
    </tr>
  );
}

interface QueueTableProps {
  readonly rows: readonly QueueRow[];
  readonly total: number;
}

export function QueueTable({ rows, total }: QueueTableProps): JSX.Element {
  const t = useMessages(messages);
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  if (rows.length === 0)
    return (
      <div className="empty-state">
        <strong>✓ {t('empty')}</strong>
        <p>{t('emptyHint')}</p>
      </div>
    );
  return (
    <table className="grid">
      <caption>{t('total', { n: total })}</caption>
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row) => (
          <Row key={`${row.caseId}-${row.waitingFor.act}-${row.waitingFor.stepId ?? ''}`} row={row} />
        ))}
      </tbody>
    </table>
  );
}
