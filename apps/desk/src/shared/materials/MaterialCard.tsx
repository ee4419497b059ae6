import type { MaterialView } from '@yimen/contract';
import { bytesInWords, useLanguage, useMessages, Mixed, Zh, type Say } from '@yimen/ui';
import { Button, Checkbox, Input } from 'antd';
import { useId, type JSX } from 'react';
import { problemOf } from '../forms/refusal.ts';
import { useUpload } from './api.ts';
import type { Handed } from './materials.ts';
import { messages } from './messages.ts';

interface MaterialCardProps {
  readonly index: number;
  readonly requirement: MaterialView;
  /** When it is asked for, in words; absent when always. */
  readonly condition?: string | undefined;
  readonly handed: Handed;
  readonly current: boolean;
  readonly onFocus: () => void;
  readonly onChange: (handed: Handed) => void;
  readonly onMeetAll: () => void;
}

type Editing = Pick<MaterialCardProps, 'requirement' | 'handed' | 'onChange'>;

const FORMS = ['original', 'copy', 'originalAndCopy', 'electronic'] as const;
type T = Say<typeof messages>;

function Rules({ requirement, handed, onChange }: Editing): JSX.Element {
  const toggle = (rule: number, on: boolean): void => {
    const rest = handed.rulesMet.filter((met) => met !== rule);
    const rulesMet = on ? [...rest, rule].toSorted((left, right) => left - right) : rest;
    onChange({ ...handed, in: handed.in || on, checked: true, rulesMet });
  };
  return (
    <ul className="rules">
      {requirement.acceptanceRules.map((rule, index) => (
        <li key={rule}>
          <Checkbox checked={handed.rulesMet.includes(index)} onChange={(event) => toggle(index, event.target.checked)}>
            <Zh>{rule}</Zh>
          </Checkbox>
        </li>
      ))}
    </ul>
  );
}

function Upload({ requirement, handed, onChange }: Editing): JSX.Element {
  const t = useMessages(messages);
  const language = useLanguage();
  const upload = useUpload();
  const problem = problemOf(upload.error);
  const take = (file: File | undefined): void => {
    if (file === undefined) return;
    upload.mutate(file, { onSuccess: (stored) => onChange({ ...handed, in: true, file: stored }) });
  };
  return (
    <span className="upload">
      <label className="upload-button">
        {upload.isPending ? t('uploading') : t('upload')}
        <input
          type="file"
          className="ym-hidden"
          aria-label={t('uploadOf', { name: requirement.name })}
          accept=".pdf,.jpg,.jpeg,.png,.ofd"
          onChange={(event) => take(event.target.files?.[0])}
        />
      </label>
      {handed.file !== undefined && (
        <span className="file">
          <Zh>{handed.file.name}</Zh> ({bytesInWords(handed.file.bytes)})
        </span>
      )}
      {problem !== undefined && (
        <span role="alert" className="wrong">
          {problem.words[language]}
        </span>
      )}
    </span>
  );
}

function HandIn({ requirement, handed, onChange, t }: Editing & { readonly t: T }): JSX.Element {
  return (
    <div className="hand-in">
      <Checkbox checked={handed.in} onChange={(event) => onChange({ ...handed, in: event.target.checked })}>
        {t('handedIn')}
      </Checkbox>
      <select
        className="select"
        aria-label={`${requirement.name} ${t('form')}`}
        value={handed.form}
        onChange={(event) => {
          const form = FORMS.find((known) => known === event.target.value);
          if (form !== undefined) onChange({ ...handed, form });
        }}
      >
        {FORMS.map((form) => (
          <option key={form} value={form}>
            {t(form)}
          </option>
        ))}
      </select>
      <Input
        className="copies"
        inputMode="numeric"
        aria-label={`${requirement.name} ${t('copies')}`}
        value={String(handed.copies)}
        onChange={(event) =>
          onChange({ ...handed, copies: Math.min(99, Number(event.target.value.replace(/\D/g, ''))) })
        }
      />
      <Upload requirement={requirement} handed={handed} onChange={onChange} />
    </div>
  );
}

/** One requirement at the counter: what came in, its scan, and the points a clerk not of the trade can check. */
export function MaterialCard(props: MaterialCardProps): JSX.Element {
  const { requirement, current, index } = props;
  const t = useMessages(messages);
  const title = useId();
  return (
    <section
      className={`material${current ? ' material--current' : ''}`}
      aria-labelledby={title}
      data-material={requirement.id}
      onFocusCapture={props.onFocus}
    >
      <h4 id={title}>
        {index + 1}. <Zh>{requirement.name}</Zh>{' '}
        <span className="tag">{t(requirement.condition === undefined ? requirement.necessity : 'condition')}</span>
        <Button size="small" aria-label={t('allMetOf', { name: requirement.name })} onClick={props.onMeetAll}>
          {t('allMet')} {current && <kbd>Alt+A</kbd>}
        </Button>
      </h4>
      <HandIn {...props} t={t} />
      {requirement.acceptanceRules.length > 0 && <Rules {...props} />}
      {props.condition !== undefined && (
        <p className="hint">
          <Mixed text={t('when', { condition: props.condition })} />
        </p>
      )}
      <p className="hint">
        <Mixed text={t('basis', { basis: requirement.basis })} />
      </p>
    </section>
  );
}
