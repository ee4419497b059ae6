import { Refused, type Guide, type Problem } from '@yimen/contract';
import type { CaseCommand, Defect } from '@yimen/core/casework';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { FieldErrors } from '../../shared/forms/fields.ts';
import { problemOf } from '../../shared/forms/refusal.ts';
import { defectsOf } from '../../shared/materials/materials.ts';
import { useSignedIn } from '../../shared/session.tsx';
import { useFileCase, useGuide } from './api.ts';
import { applicantErrors, kindOf } from './applicant.ts';
import { commandsOf, type Outcome } from './outcomes.ts';
import { answerErrors, toAnswers } from './questions.ts';
import { useDraft, type DraftHandle } from './useDraft.ts';

export interface IntakeErrors {
  readonly item: boolean;
  readonly applicant: FieldErrors;
  readonly answers: FieldErrors;
}
const NONE: IntakeErrors = { item: false, applicant: {}, answers: {} };

export interface Intake extends DraftHandle {
  readonly guide: Guide | undefined;
  readonly errors: IntakeErrors;
  readonly chosen: Outcome | undefined;
  readonly choose: (outcome: Outcome) => void;
  readonly cancel: () => void;
  readonly submit: (command: CaseCommand, forget: () => void) => void;
  readonly pending: boolean;
  readonly problem: Problem | undefined;
  readonly defects: readonly Defect[];
}

/** The server names fields by path: `applicant.agent.name`, `answers.q1`. */
function underPath(problem: Problem | undefined, prefix: string): FieldErrors {
  const named = problem?.field === undefined ? [] : [{ field: problem.field, words: problem.words }];
  const all = [...named, ...(problem?.fields ?? [])];
  return Object.fromEntries(
    all.flatMap(({ field, words }) => {
      const at = field.lastIndexOf(`${prefix}.`);
      return at === -1 ? [] : [[field.slice(at + prefix.length + 1), words]];
    }),
  );
}

function errorsOf(guide: Guide | undefined, { draft }: DraftHandle): IntakeErrors {
  if (guide === undefined) return { ...NONE, item: true };
  const kind = kindOf(draft.applicant, guide.detail?.serves ?? []);
  return {
    item: false,
    applicant: applicantErrors(draft.applicant, kind),
    answers: answerErrors(guide, draft.answers),
  };
}

/** Of the errors told, those that still hold: what has been put right is not held against anybody while typing on. */
function stillOf(told: FieldErrors, now: FieldErrors): FieldErrors {
  return Object.fromEntries(Object.entries(told).filter(([name]) => now[name] !== undefined));
}

const isClean = ({ item, applicant, answers }: IntakeErrors): boolean =>
  !item && Object.keys(applicant).length + Object.keys(answers).length === 0;

interface Filing {
  readonly submit: (guide: Guide, command: CaseCommand, forget: () => void) => void;
  readonly forgetRefusal: () => void;
  readonly pending: boolean;
  readonly problem: Problem | undefined;
}

/** Sends it; a refusal of what is typed on the page is shown there, one of the outcome stays in its dialog. */
function useFiling({ draft, reset }: DraftHandle, closeDialog: () => void): Filing {
  const navigate = useNavigate();
  const filing = useFileCase();
  const submit = (guide: Guide, command: CaseCommand, forget: () => void): void => {
    if (filing.isPending) return;
    const request = { commandId: draft.commandId, commands: commandsOf(draft, guide, command) };
    filing.mutate(request, {
      onSuccess: ({ caseId, number, queryCode }) => {
        forget();
        reset();
        void navigate(`/intake/done/${encodeURIComponent(caseId)}`, { state: { number, queryCode } });
      },
      onError: (error) => {
        const field = error instanceof Refused ? (error.problem.field ?? '') : '';
        if (/applicant|answers/.test(field)) closeDialog();
      },
    });
  };
  return { submit, forgetRefusal: filing.reset, pending: filing.isPending, problem: problemOf(filing.error) };
}

/** One intake: what is typed, what is wrong with it, the outcome chosen, and its way to the server. */
export function useIntake(): Intake {
  const session = useSignedIn();
  const handle = useDraft(session);
  const guide = useGuide(session.jurisdiction, handle.draft.itemId).data;
  const [own, setOwn] = useState<IntakeErrors>(NONE);
  const [chosen, setChosen] = useState<Outcome>();
  const cancel = (): void => setChosen(undefined);
  const { submit, forgetRefusal, pending, problem } = useFiling(handle, cancel);
  const now = errorsOf(guide, handle);
  const choose = (outcome: Outcome): void => {
    forgetRefusal();
    setOwn(now);
    setChosen(isClean(now) ? outcome : undefined);
  };
  return {
    ...handle,
    guide,
    chosen,
    choose,
    cancel,
    submit: (command, forget) => guide !== undefined && submit(guide, command, forget),
    problem,
    pending,
    defects:
      guide === undefined
        ? []
        : defectsOf(guide.detail?.materials ?? [], handle.draft.materials, toAnswers(guide, handle.draft.answers)),
    errors: {
      item: own.item && now.item,
      applicant: { ...underPath(problem, 'applicant'), ...stillOf(own.applicant, now.applicant) },
      answers: { ...underPath(problem, 'answers'), ...stillOf(own.answers, now.answers) },
    },
  };
}
