import type { ReadReformView, ReformBody } from '@yimen/contract';
import { ErrorSummary, Mixed, timeInWords, useLanguage, useMessages, useSay, Zh } from '@yimen/ui';
import { Button } from 'antd';
import { useId, type JSX } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { KeptForm, type Typed } from '../../shared/drafts/KeptForm.tsx';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useSignedIn } from '../../shared/session.tsx';
import { Loading } from '../../shared/states/Loading.tsx';
import { useDrafted, useReadReform, useRehearsals, useRehearse } from './api.ts';
import { Labelled } from './Labelled.tsx';
import { messages } from './messages.ts';
import { capField, changeField, changeOf, CHANGES, reformOf, stepsChanged, type Change } from './reform.ts';
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

interface StepRow {
  readonly step: string;
  readonly index: number;
  readonly named: string;
  readonly proposed: ReformBody | undefined;
}

function ChangeOf({ named, index, step, proposed }: StepRow): JSX.Element {
  const t = useMessages(messages);
  const words = useChangeWords();
  const before = proposed === undefined ? 'keep' : changeOf(proposed, step);
  return (
    <select className="select" name={changeField(index)} defaultValue={before} aria-label={`${named}: ${t('change')}`}>
      {CHANGES.map((change) => (
        <option key={change} value={change}>
          {words(change)}
        </option>
      ))}
    </select>
  );
}

function CapOf({ named, index, step, proposed }: StepRow): JSX.Element {
  const t = useMessages(messages);
  const days = { type: 'number', min: 0.5, max: 3650, step: 0.5, defaultValue: proposed?.capped[step] } as const;
  return <input name={capField(index)} {...days} aria-label={`${named}: ${t('cap')}`} />;
}

interface StepsProps extends Pick<ViewProps, 'mined'> {
  readonly steps: readonly string[];
  readonly proposed: ReformBody | undefined;
}

function Steps({ mined, steps, proposed }: StepsProps): JSX.Element {
  const t = useMessages(messages);
  const span = useSpan();
  const called = useActivity(mined.labels);
  const times = new Map(mined.steps.rows.map(({ activity, whole }) => [activity, whole.median]));
  const columns: readonly Column<StepRow>[] = [
    { name: 'activity', cell: ({ named }) => named },
    { name: 'median', cell: ({ step }) => span(times.get(step) ?? 0) },
    { name: 'change', cell: (row) => <ChangeOf {...row} /> },
    { name: 'cap', cell: (row) => <CapOf {...row} /> },
  ];
  const rows = steps.map((step, index) => ({ step, index, named: called(step), proposed }));
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

function Limits({ proposed }: Pick<StepsProps, 'proposed'>): JSX.Element {
  const id = useId();
  return (
    <div className="history-limits">
      <Labelled id={`${id}-title`} name="reformTitle">
        <input id={`${id}-title`} name="title" required maxLength={100} autoComplete="off" />
      </Labelled>
      {(['limit', 'newLimit'] as const).map((name) => (
        <Labelled key={name} id={`${id}-${name}`} name={name}>
          <input
            id={`${id}-${name}`}
            name={name}
            type="number"
            min={0.5}
            max={3650}
            step={0.5}
            defaultValue={proposed?.[name]}
            required
          />
        </Labelled>
      ))}
    </div>
  );
}

/** What is proposed comes first, then the steps that took most time in all. */
function worthChanging({ steps }: ViewProps['mined'], proposed: ReformBody | undefined): readonly string[] {
  const byTime = steps.rows.toSorted((left, right) => right.whole.total - left.whole.total);
  const all = [...(proposed === undefined ? [] : stepsChanged(proposed)), ...byTime.map(({ activity }) => activity)];
  return [...new Set(all)].slice(0, MOST);
}

interface WishFormProps extends ViewProps {
  /** Of an item's draft. */
  readonly item: string | null;
  readonly read: ReadReformView | undefined;
}

function WishForm({ log, mined, item, read }: WishFormProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const navigate = useNavigate();
  const rehearsing = useRehearse(log.name);
  const problem = problemOf(rehearsing.error);
  const steps = worthChanging(mined, read?.reform);
  const send = (typed: Typed, sent: () => void): void => {
    const open = ({ id }: { readonly id: string }): void => {
      sent();
      void navigate(`/history/rehearsals/${encodeURIComponent(id)}`);
    };
    const of = item === null ? {} : { itemId: item };
    rehearsing.mutate({ title: typed['title'] ?? '', reform: reformOf(typed, steps), ...of }, { onSuccess: open });
  };
  return (
    <KeptForm name={`history/reform/${log.name}/${item ?? ''}`} label={t('rehearsal')} className="panel" onSend={send}>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
      {(read?.leftOut ?? []).map((words) => (
        <p key={words.zh} className="hint">
          <Mixed text={say(words)} />
        </p>
      ))}
      <Limits proposed={read?.reform} />
      <Steps mined={mined} steps={steps} proposed={read?.reform} />
      <Button type="primary" htmlType="submit" loading={rehearsing.isPending}>
        {t('rehearse')}
      </Button>{' '}
      <output>{rehearsing.isPending && t('working')}</output>
    </KeptForm>
  );
}

interface PickDraftProps {
  readonly item: string | null;
  readonly onPick: (item: string) => void;
}

/** The proposed version of an item, or a reform of one's own. */
function PickDraft({ item, onPick }: PickDraftProps): JSX.Element | null {
  const t = useMessages(messages);
  const id = useId();
  const mayDraft = useSignedIn().roles.includes('catalogueEditor');
  const items = useDrafted(mayDraft).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Labelled id={id} name="fromDraft">
      <select id={id} className="select" value={item ?? ''} onChange={({ target }) => onPick(target.value)}>
        <option value="">{t('noDraft')}</option>
        {items.map(({ itemId, name }) => (
          <option key={itemId} value={itemId} lang="zh-CN">
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** Proposes a reform, or reads it off a draft, and rehearses it on the log; what came of it is kept, and opens as a paper. */
export function Reforming({ log, mined }: ViewProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const [params, setParams] = useSearchParams();
  const item = params.get('draft');
  const read = useReadReform(log.name, item);
  const problem = problemOf(read.error);
  const pick = (picked: string): void =>
    setParams({ view: 'rehearsal', ...(picked === '' ? {} : { draft: picked }) }, { replace: true });
  return (
    <>
      <p className="sub">{t('rehearsalIntro')}</p>
      <Saved log={log.name} />
      <PickDraft item={item} onPick={pick} />
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
      {item !== null && read.data === undefined ? (
        problem === undefined && <Loading words={t('loading')} />
      ) : (
        <WishForm key={item} log={log} mined={mined} item={item} read={read.data} />
      )}
    </>
  );
}
