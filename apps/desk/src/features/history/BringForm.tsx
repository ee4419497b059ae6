import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useId, useRef, type JSX, type RefObject } from 'react';
import { KeptForm, type Typed } from '../../shared/drafts/KeptForm.tsx';
import { errorsOf, problemOf, summaryLines } from '../../shared/forms/refusal.ts';
import { useBring } from './api.ts';
import { Labelled } from './Labelled.tsx';
import { messages } from './messages.ts';

interface FieldsProps {
  readonly idOf: (name: string) => string;
  readonly file: RefObject<HTMLInputElement | null>;
}

function Fields({ idOf, file }: FieldsProps): JSX.Element {
  const t = useMessages(messages);
  return (
    <>
      <Labelled id={idOf('name')} name="name">
        <input id={idOf('name')} name="name" required maxLength={100} autoComplete="off" />
      </Labelled>
      <Labelled id={idOf('file')} name="file">
        <input
          ref={file}
          id={idOf('file')}
          type="file"
          name="file"
          required
          accept=".xes,.csv,.gz"
          aria-describedby={idOf('hint')}
        />
      </Labelled>
      <p className="hint" id={idOf('hint')}>
        {t('fileHint')}
      </p>
      <Labelled id={idOf('zone')} name="zone">
        <select id={idOf('zone')} name="zone" className="select" defaultValue="">
          <option value="">{t('zoneNone')}</option>
          <option value="+08:00">{t('zoneBeijing')}</option>
        </select>
      </Labelled>
      <Labelled id={idOf('encoding')} name="encoding">
        <select id={idOf('encoding')} name="encoding" className="select" defaultValue="utf-8">
          <option value="utf-8">UTF-8</option>
          <option value="gb18030">GB 18030</option>
        </select>
      </Labelled>
    </>
  );
}

/** A log from elsewhere: XES or CSV. A refusal names its line, and nothing of the file stays. */
export function BringForm(): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const bringing = useBring();
  const problem = problemOf(bringing.error);
  const idOf = (name: string): string => `${id}-${name}`;
  const send = ({ zone = '', ...typed }: Typed, sent: () => void): void => {
    const [chosen] = file.current?.files ?? [];
    if (chosen === undefined) return;
    const query = { ...typed, ...(zone === '' ? {} : { zone }) };
    bringing.mutate({ file: chosen, query }, { onSuccess: sent });
  };
  return (
    <KeptForm name="history/bring" label={t('bring')} className="panel" onSend={send}>
      <h2>{t('bring')}</h2>
      {problem !== undefined && (
        <ErrorSummary errors={summaryLines({ errors: errorsOf(problem, ['name', 'file']), problem, idOf, say })} />
      )}
      <Fields idOf={idOf} file={file} />
      <Button type="primary" htmlType="submit" loading={bringing.isPending}>
        {t('bringNow')}
      </Button>{' '}
      <output>{bringing.isPending && t('working')}</output>
    </KeptForm>
  );
}
