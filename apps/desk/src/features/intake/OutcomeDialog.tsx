import type { Guide, Problem, Session } from '@yimen/contract';
import type { CaseCommand, Defect } from '@yimen/core/casework';
import { useMessages, useSay } from '@yimen/ui';
import type { JSX } from 'react';
import { ActForm } from '../../shared/acts/ActForm.tsx';
import { Dialog } from '../../shared/Dialog.tsx';
import type { ActContext } from '../../shared/acts/spec.ts';
import { useSignedIn } from '../../shared/session.tsx';
import { toHandedIn } from '../../shared/materials/materials.ts';
import { outcomeDraftName, type IntakeDraft } from './draft.ts';
import { messages } from './messages.ts';
import type { Outcome } from './outcomes.ts';
import { toAnswers } from './questions.ts';

interface OutcomeDialogProps {
  readonly outcome: Outcome;
  readonly guide: Guide;
  readonly draft: IntakeDraft;
  readonly defects: readonly Defect[];
  readonly pending: boolean;
  readonly problem: Problem | undefined;
  readonly onSubmit: (command: CaseCommand, forget: () => void) => void;
  readonly onCancel: () => void;
}

function OpenPoints({ defects }: { readonly defects: readonly Defect[] }): JSX.Element {
  const t = useMessages(messages);
  if (defects.length === 0) return <p className="right">✓ {t('allTicked')}</p>;
  return (
    <div className="open-points">
      <p>{t('openList', { n: defects.length })}</p>
      <ul>
        {defects.map(({ requirementId, defect }) => (
          <li key={`${requirementId ?? ''}${defect}`} lang="zh-CN">
            {defect}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A case that does not exist yet: no steps, no procedures, nobody to hand over to. */
function contextOf(guide: Guide, draft: IntakeDraft, session: Session): ActContext {
  return {
    item: guide,
    today: session.today,
    steps: [],
    procedures: [],
    colleagues: [],
    applicantName: draft.applicant['name'] ?? '',
    me: session.person,
    roles: session.roles,
    handedIn: toHandedIn(draft.materials),
    answers: toAnswers(guide, draft.answers),
    entries: [],
    revision: 0,
  };
}

/** What the outcome still needs, and the last look before the applicant gets a paper. Enter confirms, Esc goes back. */
export function OutcomeDialog(props: OutcomeDialogProps): JSX.Element {
  const { outcome, guide, draft, defects, pending, problem, onSubmit, onCancel } = props;
  const t = useMessages(messages);
  const say = useSay();
  const session = useSignedIn();
  return (
    <Dialog title={`${say(outcome.name)} · ${guide.name}`} closeLabel={t('close')} onClose={onCancel}>
      {(outcome.act === 'accept' || outcome.act === 'receive') && <OpenPoints defects={defects} />}
      {outcome.act === 'receive' && <p className="hint">{t('stillTo')}</p>}
      <ActForm
        act={outcome.act}
        keptAs={outcomeDraftName(draft.commandId, outcome.act)}
        context={contextOf(guide, draft, session)}
        defects={defects}
        withoutMaterials
        pending={pending}
        problem={problem}
        submitKey="Enter"
        onSubmit={onSubmit}
        onCancel={onCancel}
      />
    </Dialog>
  );
}
