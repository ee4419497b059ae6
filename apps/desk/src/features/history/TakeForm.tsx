import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useId, type JSX } from 'react';
import { KeptForm, type Typed } from '../../shared/drafts/KeptForm.tsx';
import { errorsOf, problemOf, summaryLines } from '../../shared/forms/refusal.ts';
import { useProcedures, useTake } from './api.ts';
import { Labelled } from './Labelled.tsx';
import { messages } from './messages.ts';

const FIELDS = ['name', 'from', 'to', 'itemId', 'authority'] as const;

interface NarrowerProps {
  readonly id: string;
  readonly label: 'item' | 'department';
  readonly name: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
}

/** Only cases of one item, or of one department. */
function Narrower({ id, label, name, choices }: NarrowerProps): JSX.Element {
  const t = useMessages(messages);
  return (
    <Labelled id={id} name={label} optional>
      <select id={id} name={name} className="select" defaultValue="">
        <option value="">{t('all_')}</option>
        {choices.map((one) => (
          <option key={one.id} value={one.id} lang="zh-CN">
            {one.name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** The hall's own cases of some days, as a log. */
export function TakeForm(): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  const taking = useTake();
  const problem = problemOf(taking.error);
  const { procedures = [], departments = [] } = useProcedures(true).data ?? {};
  const items = procedures.map(({ itemId, name }) => ({ id: itemId, name }));
  const idOf = (name: string): string => `${id}-${name}`;
  const send = (typed: Typed, sent: () => void): void => {
    const said = Object.entries(typed).filter(([, value]) => value !== '');
    taking.mutate(Object.fromEntries(said), { onSuccess: sent });
  };
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
      <Narrower id={idOf('itemId')} label="item" name="itemId" choices={items} />
      <Narrower id={idOf('authority')} label="department" name="authority" choices={departments} />
      <Button type="primary" htmlType="submit" loading={taking.isPending}>
        {t('takeNow')}
      </Button>{' '}
      <output>{taking.isPending && t('working')}</output>
    </KeptForm>
  );
}
