import type { LedgerView } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import { Button } from 'antd';
import { useId, type FormEvent, type JSX } from 'react';
import { useDuty, type LedgerName } from './coverageApi.ts';
import { messages } from './coverageMessages.ts';

/** Whose duty the ledger is, and by which working day: laid down by whoever watches the hall. */
export function DutyForm({ name, ledger }: { readonly name: LedgerName; readonly ledger: LedgerView }): JSX.Element {
  const t = useMessages(messages);
  const id = useId();
  const duty = useDuty(name);
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const owner = typed.get('owner');
    const named = typeof owner === 'string' && owner !== '' ? { owner } : {};
    duty.mutate({ ...named, dueDay: Number(typed.get('dueDay')) });
  };
  return (
    <details className="card-acts">
      <summary>{t('duty')}</summary>
      <form onSubmit={save} aria-label={t('duty')}>
        <p className="card-field">
          <label htmlFor={`${id}-owner`}>{t('owner')}</label>
          <select id={`${id}-owner`} name="owner">
            <option value="">{t('head')}</option>
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
      </form>
    </details>
  );
}
