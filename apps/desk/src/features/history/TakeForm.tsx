import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useId, type JSX } from 'react';
import { KeptForm, type Typed } from '../../shared/drafts/KeptForm.tsx';
import { errorsOf, problemOf, summaryLines } from '../../shared/forms/refusal.ts';
import { useTake } from './api.ts';
import { Labelled } from './Labelled.tsx';
import { messages } from './messages.ts';

const FIELDS = ['name', 'from', 'to', 'itemId'] as const;

/** The hall's own cases of some days, as a log. */
export function TakeForm(): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  const taking = useTake();
  const problem = problemOf(taking.error);
  const idOf = (name: string): string => `${id}-${name}`;
  const send = ({ itemId = '', ...typed }: Typed, sent: () => void): void =>
    taking.mutate({ ...typed, ...(itemId === '' ? {} : { itemId }) }, { onSuccess: sent });
  return (
    <KeptForm name="history/take" label={t('take')} className="panel" onSend={send}>
      <h2>{t('take')}</h2>
      {problem !== undefined && (
        <ErrorSummary errors={summaryLines({ errors: errorsOf(problem, FIELDS), problem, idOf, say })} />
      )}
      <Labelled id={idOf('name')} name="name">
        <input id={idOf('name')} name="name" required maxLength={100} autoComplete="off" />
      </Labelled>
      {(['from', 'to'] as const).map((name) => (
        <Labelled key={name} id={idOf(name)} name={name}>
          <input id={idOf(name)} name={name} type="date" required />
        </Labelled>
      ))}
      <Labelled id={idOf('itemId')} name="item" optional>
        <input id={idOf('itemId')} name="itemId" maxLength={120} autoComplete="off" />
      </Labelled>
      <Button type="primary" htmlType="submit" loading={taking.isPending}>
        {t('takeNow')}
      </Button>{' '}
      <output>{taking.isPending && t('working')}</output>
    </KeptForm>
  );
}
