import type { CaseView } from '@yimen/contract';
import { useMessages, type Say } from '@yimen/ui';
import type { JSX } from 'react';
import { messages } from './messages.ts';
import { Mixed } from '../../shared/Zh.tsx';

type Line = readonly [string, string];
const PERSON = ['name', 'paperNumber', 'phone', 'address'] as const;
const ORGANISATION = ['name', 'creditCode', 'legalRepresentative', 'contactName', 'phone', 'address'] as const;
const AGENT = ['name', 'paperNumber', 'phone', 'mandate'] as const;
type T = Say<typeof messages>;

function linesOf(names: readonly (keyof typeof messages)[], of: object, t: T): readonly Line[] {
  const values: Readonly<Record<string, unknown>> = { ...of };
  return names.flatMap((name) => {
    const value = values[name];
    return typeof value === 'string' ? [[t(name), value] as const] : [];
  });
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }): JSX.Element {
  return (
    <section aria-label={title}>
      <h3>
        <Mixed text={title} />
      </h3>
      <dl className="lines">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>
              <Mixed text={name} />
            </dt>
            <dd>
              <Mixed text={value} />
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
        lines={linesOf(applicant.kind === 'organisation' ? ORGANISATION : PERSON, applicant, t)}
      />
      {applicant.agent !== undefined && <Lines title={t('agent')} lines={linesOf(AGENT, applicant.agent, t)} />}
      {(item.detail?.form ?? []).map(({ id, title, questions }) => (
        <Lines
          key={id}
          title={title}
          lines={questions.map(({ id, label }) => [label, said(answers[id], t)] as const)}
        />
      ))}
    </>
  );
}
