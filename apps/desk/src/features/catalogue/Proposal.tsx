import type { ItemTemplate, TemplateProposal } from '@yimen/contract';
import { ErrorSummary, Mixed, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useId, type JSX } from 'react';
import { KeptForm, type Typed } from '../../shared/drafts/KeptForm.tsx';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useDay } from '../../shared/when.ts';
import { Changes } from './Publishing.tsx';
import { useDecide } from './templateApi.ts';
import { messages } from './templateMessages.ts';

interface ProposalProps {
  readonly template: ItemTemplate;
  readonly proposal: TemplateProposal;
  readonly itemId: string;
  readonly mayEdit: boolean;
}

/** A newer version of the template: what it changed, what that does here, and the two answers to it. */
export function Proposal({ template, proposal, itemId, mayEdit }: ProposalProps): JSX.Element {
  const t = useMessages(messages);
  const day = useDay();
  const { version, effectiveFrom, changes, here } = proposal;
  return (
    <>
      <p>
        <Mixed
          text={t('proposed', { hall: template.hall, n: version, day: day(effectiveFrom), old: template.version })}
        />
      </p>
      <h3>{t('changed')}</h3>
      <Changes changes={changes} />
      <h3>{t('here')}</h3>
      <Here here={here} />
      {mayEdit && <Answers itemId={itemId} version={version} />}
    </>
  );
}

function Here({ here }: Pick<TemplateProposal, 'here'>): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  if (here.length === 0) return <p className="empty">{t('hereNothing')}</p>;
  return (
    <ul className="changes">
      {here.map(({ field, words, both }) => (
        <li key={`${field} ${words.en}`}>
          <Mixed text={say(words)} /> {both && <span className="tag tag--making">{t('both')}</span>}
        </li>
      ))}
    </ul>
  );
}

function Answers({ itemId, version }: { readonly itemId: string; readonly version: number }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  const deciding = useDecide(itemId);
  const problem = problemOf(deciding.error);
  const decline = (typed: Typed, sent: () => void): void =>
    deciding.mutate({ version, reason: typed['reason'] ?? '' }, { onSuccess: sent });
  return (
    <>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} article={problem.article} />}
      <p>
        <Button type="primary" loading={deciding.isPending} onClick={() => deciding.mutate({ version })}>
          {t('take')}
        </Button>
      </p>
      <KeptForm
        name={`template/${itemId}/${String(version)}`}
        label={t('decline')}
        className="template-decline"
        onSend={decline}
      >
        <label htmlFor={id}>{t('reason')}</label>
        <textarea id={id} name="reason" rows={2} required maxLength={500} />
        <Button htmlType="submit" loading={deciding.isPending}>
          {t('decline')}
        </Button>
      </KeptForm>
    </>
  );
}
