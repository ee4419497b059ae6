import type { LedgerPreview, LedgerView } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useId, useState, type JSX } from 'react';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useHandIn, usePreview, type LedgerName } from './coverageApi.ts';
import { messages } from './coverageMessages.ts';
import { shareOf } from './share.ts';

function Found({ preview }: { readonly preview: LedgerPreview }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const { rows: n, faults, coverage } = preview;
  if (faults.length === 0) {
    return <p>{t('found', { n, ratio: shareOf(coverage), open: coverage?.unexplained ?? 0 })}</p>;
  }
  return (
    <div role="alert">
      <p>{t('faults', { n, faults: faults.length })}</p>
      <ul>
        {faults.map(({ line, words }) => (
          <li key={`${String(line)} ${words.en}`}>
            <b>{line === 0 ? t('whole') : t('line', { n: line })}</b> {say(words)}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface HandInFormProps {
  readonly name: LedgerName;
  readonly ledger: LedgerView;
}

/** The file chosen, what trying it found, and handing it in. */
function useHandingIn(name: LedgerName) {
  const [file, setFile] = useState<File>();
  const preview = usePreview(name);
  const handing = useHandIn(name);
  return {
    file,
    found: handing.isSuccess ? undefined : preview.data,
    faultless: preview.data?.faults.length === 0,
    problem: problemOf(preview.error) ?? problemOf(handing.error),
    handing,
    choose: (chosen: File | undefined): void => {
      setFile(chosen);
      handing.reset();
      preview.reset();
      if (chosen !== undefined) preview.mutate(chosen);
    },
  };
}

interface ReasonProps {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

function Reason({ value, onChange }: ReasonProps): JSX.Element {
  const t = useMessages(messages);
  const id = useId();
  return (
    <p className="card-field">
      <label htmlFor={id}>{t('correction')}</label>
      <textarea id={id} rows={2} value={value} onChange={(event) => onChange(event.target.value)} />
    </p>
  );
}

/** A file is tried first; what it would do is shown, and only then is it handed in. */
export function HandInForm({ name, ledger }: HandInFormProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  const [reason, setReason] = useState('');
  const { file, found, faultless, problem, handing, choose } = useHandingIn(name);
  const again = ledger.handedIn !== undefined;
  const act = t(again ? 'correct' : 'handIn');
  const ready = faultless && (!again || reason.trim() !== '');
  const send = (): void => {
    if (file !== undefined) handing.mutate({ file, reason });
  };
  return (
    <details className="card-acts" open={!again}>
      <summary>{act}</summary>
      <p className="sub">
        {t('columns', { columns: ledger.columns.join('、') })} {say(ledger.hint)}
      </p>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
      <p className="card-field">
        <label htmlFor={id}>{t('file')}</label>
        <input id={id} type="file" accept=".xlsx,.csv" onChange={({ target }) => choose(target.files?.[0])} />
      </p>
      {found !== undefined && <Found preview={found} />}
      {again && <Reason value={reason} onChange={setReason} />}
      <Button type="primary" disabled={!ready} loading={handing.isPending} onClick={send}>
        {t('confirm', { act })}
      </Button>
      <p role="status">{handing.isSuccess && t('taken')}</p>
    </details>
  );
}
