import type { ScoreLineView, ScoreView } from '@yimen/contract';
import { useMessages, useSay, type Words } from '@yimen/ui';
import { useId, type JSX } from 'react';
import type { Typed } from '../../shared/drafts/KeptForm.tsx';
import { FoldedForm } from './FoldedForm.tsx';
import { useChooseSheet } from './scoreApi.ts';
import { messages } from './scoreMessages.ts';

interface Priced {
  readonly part: Words | undefined;
  readonly line: ScoreLineView;
  readonly each: number;
}

/** Lines of which one time is worth something, each with the part it stands in. */
function pricedLines({ parts, bonus }: ScoreView): readonly Priced[] {
  const lines = [
    ...parts.flatMap(({ name, lines: own }) => own.map((line) => ({ part: name, line }))),
    ...bonus.map((line) => ({ part: undefined, line })),
  ];
  return lines.flatMap(({ part, line }) => (line.each === undefined ? [] : [{ part, line, each: line.each }]));
}

/** Numbers by code, of the fields whose names begin so. */
const numbersOf = (typed: Typed, kind: string): Record<string, number> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, text]) =>
      name.startsWith(`${kind}/`) && text !== '' ? [[name.slice(kind.length + 1), Number(text)]] : [],
    ),
  );

interface WorthProps {
  readonly name: string;
  readonly label: string;
  readonly value: number;
}

function Worth({ name, label, value }: WorthProps): JSX.Element {
  const id = useId();
  return (
    <p className="card-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type="number" min={-100} max={100} step="any" defaultValue={value} required />
    </p>
  );
}

function AdjustFields({ score }: { readonly score: ScoreView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  return (
    <>
      <p className="card-field">
        <label htmlFor={`${id}-title`}>{t('sheetTitle')}</label>
        <input id={`${id}-title`} name="title" required maxLength={60} autoComplete="off" />
      </p>
      <p className="card-field">
        <label htmlFor={`${id}-from`}>{t('from')}</label>
        <input id={`${id}-from`} name="from" type="month" defaultValue={score.month} required />
      </p>
      <fieldset className="rule-fields">
        <legend>{t('weights')}</legend>
        {score.parts.map(({ code, name, weight }) => (
          <Worth key={code} name={`weights/${code}`} label={say(name)} value={weight} />
        ))}
      </fieldset>
      <fieldset className="rule-fields">
        <legend>{t('each')}</legend>
        {pricedLines(score).map(({ part, line: { code, name }, each }) => (
          <Worth
            key={code}
            name={`points/${code}`}
            label={part === undefined ? say(name) : `${say(part)} · ${say(name)}`}
            value={each}
          />
        ))}
      </fieldset>
    </>
  );
}

/** A sheet of the place's own: the one in use, weighed and priced otherwise from a month on. */
export function AdjustSheet({ score }: { readonly score: ScoreView }): JSX.Element {
  const t = useMessages(messages);
  const choosing = useChooseSheet();
  const send = (typed: Typed, sent: () => void): void => {
    const { title = '', from = '' } = typed;
    const adjusted = { title, weights: numbersOf(typed, 'weights'), points: numbersOf(typed, 'points') };
    const { subject, sheet } = score;
    choosing.mutate({ subject, code: sheet.code, from, adjusted }, { onSuccess: sent });
  };
  return (
    <FoldedForm
      title={t('adjust')}
      intro={t('adjustIntro')}
      name={`score/own/${score.subject}/${score.sheet.code}`}
      onSend={send}
      task={choosing}
      confirm={t('confirmSheet')}
      done={t('chosen')}
    >
      <AdjustFields score={score} />
    </FoldedForm>
  );
}
