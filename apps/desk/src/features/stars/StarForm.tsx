import type { StarRules } from '@yimen/contract';
import { addDays } from '@yimen/kernel';
import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useId, useState, type FormEvent, type JSX } from 'react';
import { KeptForm, type Typed } from '../../shared/drafts/KeptForm.tsx';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useDay } from '../../shared/when.ts';
import { useDecide, useTrial, type Wish } from './api.ts';
import { messages } from './messages.ts';
import { TrialFound } from './TrialFound.tsx';
import { STEPS, stepName, totalOf, wishIn } from './typedScheme.ts';

interface Tried {
  readonly wish: Wish;
  /** Forgets the typing, once it was decided. */
  readonly sent: () => void;
}

/** Rules are tried first; what was tried is what is decided. */
export function StarForm({ rules }: { readonly rules: StarRules }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const day = useDay();
  const [tried, setTried] = useState<Tried>();
  const trial = useTrial();
  const deciding = useDecide();
  const problem = problemOf(trial.error ?? deciding.error);
  const send = (typed: Typed, sent: () => void): void => {
    const wish = wishIn(typed);
    deciding.reset();
    setTried({ wish, sent });
    trial.mutate(wish);
  };
  const decide = ({ wish, sent }: Tried): void =>
    deciding.mutate(wish, { onSuccess: () => [sent(), setTried(undefined), trial.reset()] });
  return (
    <section className="panel" aria-label={t('change')}>
      <h2>{t('change')}</h2>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
      <KeptForm name="star-rules" label={t('change')} onSend={send}>
        <Fields rules={rules} />
        <Button htmlType="submit" loading={trial.isPending}>
          {t('try')}
        </Button>
      </KeptForm>
      {trial.data !== undefined && tried !== undefined && (
        <>
          <TrialFound found={trial.data} />
          <Button type="primary" loading={deciding.isPending} onClick={() => decide(tried)}>
            {t('decide', { day: day(tried.wish.effectiveFrom) })}
          </Button>
        </>
      )}
      <p role="status">{deciding.data !== undefined && t('decided', { day: day(deciding.data.effectiveFrom) })}</p>
    </section>
  );
}

function Fields({ rules }: { readonly rules: StarRules }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const { scheme, today } = rules;
  const [total, setTotal] = useState(100);
  const tomorrow = addDays(today, 1);
  const count = ({ currentTarget }: FormEvent<HTMLFieldSetElement>): void => {
    const { form } = currentTarget;
    if (form !== null) setTotal(totalOf(textsIn(form)));
  };
  return (
    <>
      <fieldset onInput={count}>
        <legend>{t('points', { n: total })}</legend>
        <div className="fields">
          {rules.rules.map(({ id, name, most }) => (
            <NumberField key={id} name={id} label={say(name)} value={most} min={0} />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{t('thresholds')}</legend>
        <div className="fields">
          {STEPS.map((n, at) => (
            <NumberField key={n} name={stepName(n)} label={t('nth', { n })} value={scheme.steps[at] ?? 0} min={1} />
          ))}
          <NumberField name="leastRatings" label={t('leastRatings')} value={scheme.leastRatings} min={1} max={1000} />
        </div>
      </fieldset>
      <When tomorrow={tomorrow} />
    </>
  );
}

/** What is typed; files are none of this form. */
const textsIn = (form: HTMLFormElement): Typed =>
  Object.fromEntries(
    [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

interface NumberFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max?: number;
}

function NumberField({ name, label, value, min, max = 100 }: NumberFieldProps): JSX.Element {
  const id = useId();
  return (
    <p className="card-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type="number" min={min} max={max} step={1} defaultValue={value} required />
    </p>
  );
}

function When({ tomorrow }: { readonly tomorrow: string }): JSX.Element {
  const t = useMessages(messages);
  const id = useId();
  return (
    <div className="fields">
      <p className="card-field">
        <label htmlFor={`${id}-from`}>{t('effectiveFrom')}</label>
        <input id={`${id}-from`} name="effectiveFrom" type="date" min={tomorrow} defaultValue={tomorrow} required />
      </p>
      <p className="card-field">
        <label htmlFor={`${id}-reason`}>{t('reason')}</label>
        <textarea id={`${id}-reason`} name="reason" rows={2} maxLength={500} required />
      </p>
    </div>
  );
}
