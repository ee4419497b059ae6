import type { LedgerView } from '@yimen/contract';
import { useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useId, type JSX } from 'react';
import { KeptForm, type Typed } from '../../shared/drafts/KeptForm.tsx';
import { useDuty, type LedgerName } from './coverageApi.ts';
import { messages } from './coverageMessages.ts';

/** Whose duty the ledger is, and by which working day: laid down by whoever watches the hall. */
export function DutyForm({ name, ledger }: { readonly name: LedgerName; readonly ledger: LedgerView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  const duty = useDuty(name);
  const save = ({ owner = '', dueDay }: Typed, sent: () => void): void =>
    duty.mutate({ ...(owner !== '' && { owner }), dueDay: Number(dueDay) }, { onSuccess: sent });
  return (
    <details className="card-acts">
      <summary>{t('duty')}</summary>
      <KeptForm name={`ledger/${name.authority}/${name.kind}/duty`} label={t('duty')} onSend={save}>
        <p className="card-field">
          <label htmlFor={`${id}-owner`}>{t('owner')}</label>
          <select id={`${id}-owner`} name="owner">
            <option value="">{say(ledger.head)}</option>
            {(ledger.people ?? []).map((one) => (
              <option key={`${one.person} ${one.post}`} value={one.person} lang="zh-CN">
                {`${one.name}（${one.post}）`}
              </option>
            ))}
          </select>
        </p>
        <p className="card-field">
          <label htmlFor={`${id}-day`}>{t('dueDay')}</label>
          <input id={`${id}-day`} name="dueDay" type="number" min={1} max={20} defaultValue={ledger.dueDay} required />
        </p>
        <Button htmlType="submit" loading={duty.isPending}>
          {t('save')}
        </Button>
        <p role="status">{duty.isSuccess && t('saved')}</p>
      </KeptForm>
    </details>
  );
}
