import type { CaseView, Guide } from '@yimen/contract';
import { dayInWords, useLanguage, useMessages, Mixed } from '@yimen/ui';
import type { JSX } from 'react';
import { conditionInWords } from '@yimen/core/catalogue';
import { messages } from './messages.ts';

type Step = CaseView['steps'][number];
type Planned = NonNullable<CaseView['item']['detail']>['steps'][number];

interface Placed {
  readonly step: Step;
  readonly planned: Planned | undefined;
}

const letterOf = (placed: Placed | undefined): string | undefined => placed?.planned?.parallel;

/** A step in the item whose form its condition speaks of. */
interface PlacedIn extends Placed {
  readonly item: Guide;
}

/** Steps in order; those that run side by side together, one column a branch. */
function rowsOf({ steps, item }: CaseView): readonly (readonly Placed[])[] {
  const planned = new Map((item.detail?.steps ?? []).map((step) => [step.id, step]));
  const rows: Placed[][] = [];
  for (const step of steps) {
    const placed = { step, planned: planned.get(step.id) };
    const last = rows.at(-1);
    if (last !== undefined && letterOf(placed) !== undefined && letterOf(last[0]) !== undefined) last.push(placed);
    else rows.push([placed]);
  }
  return rows;
}

const branchesOf = (row: readonly Placed[]): readonly (readonly Placed[])[] =>
  [...new Set(row.map(letterOf))].map((letter) => row.filter((placed) => letterOf(placed) === letter));

const MARKS: Readonly<Record<Step['state'], string>> = {
  waiting: '○',
  open: '◔',
  claimed: '◑',
  done: '●',
  skipped: '–',
};

function StepNotes({ step, planned, item }: PlacedIn): JSX.Element {
  const t = useMessages(messages);
  const language = useLanguage();
  const form = item.detail?.form ?? [];
  const notes = [
    step.authorityName,
    step.heldBy !== undefined && t('heldBy', { name: step.heldBy }),
    step.due !== undefined && t('stepDue', { day: dayInWords(step.due, language) }),
    step.round > 1 && t('round', { n: step.round }),
    planned?.condition !== undefined && t('onlyWhen', { condition: conditionInWords(planned.condition, form) }),
    planned?.integrityRiskPoint !== undefined && t('risk', { text: planned.integrityRiskPoint }),
  ];
  return (
    <p className="sub">
      <Mixed text={notes.filter((note) => typeof note === 'string').join(' · ')} />
    </p>
  );
}

function StepCard({ step, planned, item }: PlacedIn): JSX.Element {
  const t = useMessages(messages);
  return (
    <div className={`step step--${step.state}`}>
      <p>
        <span aria-hidden="true">{MARKS[step.state]}</span> <b lang="zh-CN">{step.name}</b>{' '}
        <span className="sub-inline">{t(step.duty)}</span> <span className="tag">{t(step.state)}</span>
        {step.heldByMe && step.state === 'claimed' && <span className="tag">{t('mine')}</span>}
        {step.overdue && <span className="tag tag--failed">! {t('overdue')}</span>}
      </p>
      <StepNotes step={step} planned={planned} item={item} />
    </div>
  );
}

export function Steps({ shown }: { readonly shown: CaseView }): JSX.Element {
  const t = useMessages(messages);
  return (
    <section aria-label={t('steps')}>
      <h3>{t('steps')}</h3>
      <ol className="steps">
        {rowsOf(shown).map((row) => (
          <li key={row[0]?.step.id} className={row.length > 1 ? 'side-by-side' : ''}>
            {branchesOf(row).map((branch) => (
              <div key={branch[0]?.step.id}>
                {branch[0]?.planned?.parallel !== undefined && (
                  <p className="branch">{t('branch', { letter: branch[0].planned.parallel })}</p>
                )}
                {branch.map((placed) => (
                  <StepCard key={placed.step.id} {...placed} item={shown.item} />
                ))}
              </div>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
