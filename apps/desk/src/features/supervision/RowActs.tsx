import type { LedgerRowView } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useId, useState, type JSX } from 'react';
import { KeptForm, type Typed } from '../../shared/drafts/KeptForm.tsx';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useRowAct, type LedgerName } from './coverageApi.ts';
import { messages } from './coverageMessages.ts';

type Act = LedgerRowView['acts'][number];
type FieldName = 'reason' | 'record' | 'opinion' | 'receivedOn' | 'decidedOn';

const FIELDS: Readonly<Record<Act, readonly FieldName[]>> = {
  explainRow: ['reason', 'record'],
  cardRow: ['reason'],
  proposeLaterEntry: ['receivedOn', 'decidedOn', 'reason'],
  approveLaterEntry: ['opinion'],
  rejectLaterEntry: ['reason'],
};
const DAYS: readonly FieldName[] = ['receivedOn', 'decidedOn'];

interface RowActsProps {
  readonly name: LedgerName;
  readonly row: LedgerRowView;
}

interface RowFormProps extends RowActsProps {
  readonly act: Act;
  readonly onDone: () => void;
}

function RowForm({ name, row, act, onDone }: RowFormProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  const acting = useRowAct(name);
  const problem = problemOf(acting.error);
  const send = (typed: Typed, sent: () => void): void => {
    const command = { type: act, ...typed };
    acting.mutate({ serial: row.serial, command }, { onSuccess: () => [sent(), onDone()] });
  };
  const kept = `ledger/${name.authority}/${name.kind}/${name.month}/${row.serial}/${act}`;
  return (
    <KeptForm name={kept} label={`${t(act)} ${row.serial}`} onSend={send}>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
      {FIELDS[act].map((field) => (
        <p key={field} className="card-field">
          <label htmlFor={`${id}-${field}`}>{t(field)}</label>
          {DAYS.includes(field) || field === 'record' ? (
            <input id={`${id}-${field}`} name={field} type={field === 'record' ? 'text' : 'date'} required />
          ) : (
            <textarea id={`${id}-${field}`} name={field} rows={2} required />
          )}
        </p>
      ))}
      <Button type="primary" htmlType="submit" loading={acting.isPending}>
        {t('confirm', { act: t(act) })}
      </Button>
    </KeptForm>
  );
}

/** What this person may do about a row: chosen, filled in, confirmed. */
export function RowActs({ name, row }: RowActsProps): JSX.Element | null {
  const t = useMessages(messages);
  const [chosen, choose] = useState<Act>();
  const act = chosen !== undefined && row.acts.includes(chosen) ? chosen : undefined;
  if (row.acts.length === 0) return null;
  return (
    <>
      <div className="choice">
        {row.acts.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === act}
            aria-label={`${t(one)} ${row.serial}`}
            onClick={() => choose(one === act ? undefined : one)}
          >
            {t(one)}
          </button>
        ))}
      </div>
      {act !== undefined && <RowForm key={act} name={name} row={row} act={act} onDone={() => choose(undefined)} />}
    </>
  );
}
