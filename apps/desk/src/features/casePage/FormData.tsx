import type { CaseView } from '@yimen/contract';
import { useMessages, Mixed, type Say } from '@yimen/ui';
import { useId, type JSX } from 'react';
import { MaskedValue } from './MaskedValue.tsx';
import { messages } from './messages.ts';

interface Line {
  readonly name: string;
  readonly value: string;
  /** As the server calls it. */
  readonly field: string;
}
const PERSON = ['name', 'paperNumber', 'phone', 'address'] as const;
const ORGANISATION = ['name', 'creditCode', 'legalRepresentative', 'contactName', 'phone', 'address'] as const;
const AGENT = ['name', 'paperNumber', 'phone', 'mandate'] as const;
type T = Say<typeof messages>;

type Name = keyof typeof messages;

/** Texts of the applicant or of the agent, those there are. */
function linesOf(names: readonly Name[], at: string, of: object, t: T): readonly Line[] {
  const values: Readonly<Record<string, unknown>> = { ...of };
  return names.flatMap((name) => {
    const value = values[name];
    return typeof value === 'string' ? [{ name: t(name), value, field: `${at}.${name}` }] : [];
  });
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly shown: CaseView;
}

function Lines({ title, lines, shown }: LinesProps): JSX.Element {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>
        <Mixed text={title} />
      </h3>
      <dl className="lines">
        {lines.map(({ name, value, field }) => (
          <div key={field}>
            <dt>
              <Mixed text={name} />
            </dt>
            <dd>
              {shown.revealable.includes(field) ? (
                <MaskedValue caseId={shown.caseId} field={field} name={name} masked={value} />
              ) : (
                <Mixed text={value} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function said(answer: CaseView['answers'][string] | undefined, t: T): string {
  if (answer === undefined || answer === '') return t('empty');
  return typeof answer === 'boolean' ? t(answer ? 'yes' : 'no') : String(answer);
}

/** The applicant and the application as filed. */
export function FormData({ shown }: { readonly shown: CaseView }): JSX.Element {
  const t = useMessages(messages);
  const { applicant, answers, item } = shown;
  return (
    <>
      <Lines
        title={t('applicant')}
        shown={shown}
        lines={linesOf(applicant.kind === 'organisation' ? ORGANISATION : PERSON, 'applicant', applicant, t)}
      />
      {applicant.agent !== undefined && (
        <Lines title={t('agent')} shown={shown} lines={linesOf(AGENT, 'applicant.agent', applicant.agent, t)} />
      )}
      {(item.detail?.form ?? []).map(({ id, title, questions }) => (
        <Lines
          key={id}
          title={title}
          shown={shown}
          lines={questions.map(({ id, label }) => ({
            name: label,
            value: said(answers[id], t),
            field: `answers.${id}`,
          }))}
        />
      ))}
    </>
  );
}
