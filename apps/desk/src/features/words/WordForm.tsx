import type { EverydayRow } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useId, type JSX } from 'react';
import { KeptForm, type Typed } from '../../shared/drafts/KeptForm.tsx';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useSetWords } from './api.ts';
import { messages } from './messages.ts';

const wordsIn = (typed: string): string[] => typed.split(/[\s、，,;；]+/).filter((word) => word !== '');

/** Adds a row, or changes the one chosen in the table. */
export function WordForm({ row }: { readonly row: EverydayRow | undefined }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  const setting = useSetWords();
  const problem = problemOf(setting.error);
  const send = ({ official = '', everyday = '' }: Typed, sent: () => void): void =>
    setting.mutate({ official: official.trim(), everyday: wordsIn(everyday) }, { onSuccess: sent });
  return (
    <KeptForm
      key={row?.official ?? ''}
      name={`words/${row?.official ?? ''}`}
      label={t('form')}
      className="panel word-form"
      onSend={send}
    >
      <h2>{t('form')}</h2>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
      <Fields id={id} row={row} />
      <Button type="primary" htmlType="submit" loading={setting.isPending}>
        {t('save')}
      </Button>{' '}
      <output>{setting.data !== undefined && t('saved', { n: setting.data.items })}</output>
    </KeptForm>
  );
}

interface FieldsProps {
  readonly id: string;
  readonly row: EverydayRow | undefined;
}

function Fields({ id, row }: FieldsProps): JSX.Element {
  const t = useMessages(messages);
  const said = { lang: 'zh-CN', autoComplete: 'off' } as const;
  return (
    <>
      <p className="card-field">
        <label htmlFor={`${id}-official`}>{t('official')}</label>
        <input
          id={`${id}-official`}
          name="official"
          {...said}
          required
          minLength={2}
          maxLength={60}
          aria-describedby={`${id}-official-hint`}
          defaultValue={row?.official}
        />
        <span id={`${id}-official-hint`} className="sub">
          {t('officialHint')}
        </span>
      </p>
      <p className="card-field">
        <label htmlFor={`${id}-everyday`}>{t('everyday')}</label>
        <textarea
          id={`${id}-everyday`}
          name="everyday"
          {...said}
          rows={2}
          maxLength={800}
          aria-describedby={`${id}-everyday-hint`}
          defaultValue={row?.everyday.join(' ')}
        />
        <span id={`${id}-everyday-hint`} className="sub">
          {t('everydayHint')}
        </span>
      </p>
    </>
  );
}
