import type { RuleSetsView, RuleView } from '@yimen/contract';
import { useMessages, useSay } from '@yimen/ui';
import { useId, type JSX } from 'react';
import { FoldedForm } from '../FoldedForm.tsx';
import { usePublishRules } from './api.ts';
import { messages } from './messages.ts';
import { fieldOf, numberOf, wishOf } from './wish.ts';

interface NumberFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: number;
}

function NumberField({ name, label, value }: NumberFieldProps): JSX.Element {
  const id = useId();
  return (
    <p className="card-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type="number" min={0} max={250} defaultValue={value} required />
    </p>
  );
}

type Rung = RuleSetsView['ladders'][number]['rungs'][number];
const wayOf = ({ when }: Rung): 'share' | 'before' | 'after' =>
  'share' in when ? 'share' : 'workingDaysBefore' in when ? 'before' : 'after';

function Thresholds({ ladders }: Pick<RuleSetsView, 'ladders'>): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <>
      {ladders.map(({ name, title, rungs }) => (
        <fieldset key={name} className="rule-fields">
          <legend>
            {t('thresholds')} · {say(title)}
          </legend>
          {rungs.map((rung, at) => (
            <NumberField
              key={rung.level}
              name={fieldOf.rung(name, at)}
              label={t(wayOf(rung), { level: t(rung.level) })}
              value={numberOf(rung)}
            />
          ))}
        </fieldset>
      ))}
    </>
  );
}

const LEVELS = ['warning', 'yellow', 'red'] as const;
const PARTS = ['explain', 'appeal', 'verify', 'rectify', 'escalate'] as const;

function RuleFields({ rule: { code, name, test, off } }: { readonly rule: RuleView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  return (
    <fieldset className="rule-fields">
      <legend>
        {code} {say(name)}
      </legend>
      <p className="card-field">
        <label htmlFor={`${id}-state`}>{t('state', { code })}</label>
        <select id={`${id}-state`} name={fieldOf.state(code)} defaultValue={off ? 'off' : 'on'}>
          <option value="on">{t('works')}</option>
          <option value="off">{t('rests')}</option>
        </select>
      </p>
      {test !== undefined && (
        <p className="card-field rule-test">
          <label htmlFor={`${id}-test`}>{t('condition', { code })}</label>
          <input id={`${id}-test`} name={fieldOf.test(code)} defaultValue={test} maxLength={400} autoComplete="off" />
        </p>
      )}
    </fieldset>
  );
}

/** What it is called, from when it holds, and why. */
function Heading(): JSX.Element {
  const t = useMessages(messages);
  const id = useId();
  return (
    <>
      <p className="card-field">
        <label htmlFor={`${id}-title`}>{t('setTitle')}</label>
        <input id={`${id}-title`} name="title" required maxLength={60} autoComplete="off" />
      </p>
      <p className="card-field">
        <label htmlFor={`${id}-from`}>{t('from')}</label>
        <input id={`${id}-from`} name="from" type="date" required />
      </p>
      <p className="card-field">
        <label htmlFor={`${id}-reason`}>{t('reason')}</label>
        <textarea id={`${id}-reason`} name="reason" rows={2} required maxLength={500} />
      </p>
    </>
  );
}

function PointsAndDays({ rules: { points, life } }: { readonly rules: RuleSetsView }): JSX.Element {
  const t = useMessages(messages);
  return (
    <>
      <fieldset className="rule-fields">
        <legend>{t('points')}</legend>
        {LEVELS.map((level) => (
          <NumberField key={level} name={fieldOf.points(level)} label={t(level)} value={points[level]} />
        ))}
      </fieldset>
      <fieldset className="rule-fields">
        <legend>{t('life')}</legend>
        {PARTS.map((part) => (
          <NumberField key={part} name={fieldOf.life(part)} label={t(part)} value={life[part]} />
        ))}
      </fieldset>
    </>
  );
}

/** A supervisor's: the same numbers and conditions, to be changed from a later day on. */
export function RevisionForm({ rules }: { readonly rules: RuleSetsView }): JSX.Element {
  const t = useMessages(messages);
  const publishing = usePublishRules();
  return (
    <FoldedForm
      title={t('revise')}
      intro={t('reviseIntro')}
      name="supervision/rules"
      onSend={(typed, sent) => publishing.mutate(wishOf(rules, typed), { onSuccess: sent })}
      task={publishing}
      confirm={t('publish')}
      done={t('published')}
    >
      <Heading />
      <Thresholds ladders={rules.ladders} />
      <PointsAndDays rules={rules} />
      <details>
        <summary>{t('conditions')}</summary>
        {rules.rules
          .filter(({ fixed }) => !fixed)
          .map((rule) => (
            <RuleFields key={rule.code} rule={rule} />
          ))}
      </details>
    </FoldedForm>
  );
}
