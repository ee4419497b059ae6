import { ErrorSummary, timeInWords, useLanguage, useMessages, useSay, Zh } from '@yimen/ui';
import { Button } from 'antd';
import { useId, type JSX } from 'react';
import { Link, useNavigate } from 'react-router';
import { KeptForm, type Typed } from '../../shared/drafts/KeptForm.tsx';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useRehearsals, useRehearse } from './api.ts';
import { Labelled } from './Labelled.tsx';
import { messages } from './messages.ts';
import { capField, changeField, CHANGES, reformOf, type Change } from './reform.ts';
import { Rows, type Column } from './Rows.tsx';
import type { ViewProps } from './view.ts';
import { useActivity, useSpan } from './words.ts';

/** Steps one can change on the screen, by the time they took in all; the command line takes any. */
const MOST = 40;

const GROUPED: Readonly<Partial<Record<Change, readonly ['merged' | 'parallel', string]>>> = {
  mergedA: ['merged', 'A'],
  mergedB: ['merged', 'B'],
  parallelA: ['parallel', 'A'],
  parallelB: ['parallel', 'B'],
};

function useChangeWords(): (change: Change) => string {
  const t = useMessages(messages);
  return (change) => {
    const [kind, group] = GROUPED[change] ?? [];
    if (kind !== undefined) return t(kind, { group: group ?? '' });
    return t(change === 'dropped' || change === 'notCounted' ? change : 'keep');
  };
}

type StepRow = { readonly step: string; readonly index: number };

function ChangeOf({ named, index }: { readonly named: string; readonly index: number }): JSX.Element {
  const t = useMessages(messages);
  const words = useChangeWords();
  return (
    <select className="select" name={changeField(index)} aria-label={`${named}: ${t('change')}`}>
      {CHANGES.map((change) => (
        <option key={change} value={change}>
          {words(change)}
        </option>
      ))}
    </select>
  );
}

function CapOf({ named, index }: { readonly named: string; readonly index: number }): JSX.Element {
  const t = useMessages(messages);
  const days = { type: 'number', min: 0.5, max: 3650, step: 0.5 } as const;
  return <input name={capField(index)} {...days} aria-label={`${named}: ${t('cap')}`} />;
}

function Steps({ mined, steps }: Pick<ViewProps, 'mined'> & { readonly steps: readonly string[] }): JSX.Element {
  const t = useMessages(messages);
  const span = useSpan();
  const called = useActivity(mined.labels);
  const times = new Map(mined.steps.rows.map(({ activity, whole }) => [activity, whole.median]));
  const columns: readonly Column<StepRow>[] = [
    { name: 'activity', cell: ({ step }) => called(step) },
    { name: 'median', cell: ({ step }) => span(times.get(step) ?? 0) },
    { name: 'change', cell: ({ step, index }) => <ChangeOf named={called(step)} index={index} /> },
    { name: 'cap', cell: ({ step, index }) => <CapOf named={called(step)} index={index} /> },
  ];
  const rows = steps.map((step, index) => ({ step, index }));
  return <Rows caption={t('changes')} rows={rows} all={mined.steps.all} keyOf={({ step }) => step} columns={columns} />;
}

function Saved({ log }: { readonly log: string }): JSX.Element | null {
  const t = useMessages(messages);
  const language = useLanguage();
  const saved = useRehearsals(log).data?.rehearsals ?? [];
  if (saved.length === 0) return null;
  return (
    <section aria-labelledby="saved-rehearsals">
      <h2 id="saved-rehearsals">{t('saved')}</h2>
      <ul className="rows">
        {saved.map(({ id, title, at }) => (
          <li key={id}>
            <Link to={`/history/rehearsals/${encodeURIComponent(id)}`}>
              <Zh>{title}</Zh>
            </Link>{' '}
            <span className="hint">{timeInWords(at, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Limits(): JSX.Element {
  const id = useId();
  return (
    <div className="history-limits">
      <Labelled id={`${id}-title`} name="reformTitle">
        <input id={`${id}-title`} name="title" required maxLength={100} autoComplete="off" />
      </Labelled>
      {(['limit', 'newLimit'] as const).map((name) => (
        <Labelled key={name} id={`${id}-${name}`} name={name}>
          <input id={`${id}-${name}`} name={name} type="number" min={0.5} max={3650} step={0.5} required />
        </Labelled>
      ))}
    </div>
  );
}

/** The steps that took most time in all come first. */
const worthChanging = ({ steps }: ViewProps['mined']): readonly string[] =>
  steps.rows
    .toSorted((left, right) => right.whole.total - left.whole.total)
    .slice(0, MOST)
    .map(({ activity }) => activity);

/** Proposes a reform and rehearses it on the log; what came of it is kept, and opens as a paper. */
export function Reforming({ log, mined }: ViewProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const navigate = useNavigate();
  const rehearsing = useRehearse(log.name);
  const problem = problemOf(rehearsing.error);
  const steps = worthChanging(mined);
  const send = (typed: Typed, sent: () => void): void => {
    const open = ({ id }: { readonly id: string }): void => {
      sent();
      void navigate(`/history/rehearsals/${encodeURIComponent(id)}`);
    };
    rehearsing.mutate({ title: typed['title'] ?? '', reform: reformOf(typed, steps) }, { onSuccess: open });
  };
  return (
    <>
      <p className="sub">{t('rehearsalIntro')}</p>
      <Saved log={log.name} />
      <KeptForm name={`history/reform/${log.name}`} label={t('rehearsal')} className="panel" onSend={send}>
        {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
        <Limits />
        <Steps mined={mined} steps={steps} />
        <Button type="primary" htmlType="submit" loading={rehearsing.isPending}>
          {t('rehearse')}
        </Button>{' '}
        <output>{rehearsing.isPending && t('working')}</output>
      </KeptForm>
    </>
  );
}
