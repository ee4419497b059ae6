import type { MigrationCase, MigrationDone, MigrationView } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay, Zh } from '@yimen/ui';
import { Button } from 'antd';
import { useState, type JSX } from 'react';
import { Link, useParams } from 'react-router';
import { KeptForm, type Typed } from '../../shared/drafts/KeptForm.tsx';
import { problemOf } from '../../shared/forms/refusal.ts';
import { Table, type Column } from '../../shared/table/Table.tsx';
import './catalogue.css';
import { useMigration, useMove } from './migrationApi.ts';
import { messages } from './migrationMessages.ts';

/** Unfinished cases under older versions: what the version in force would do to each, and moving those chosen. */
export function MigrationPage(): JSX.Element {
  const t = useMessages(messages);
  const { itemId = '' } = useParams();
  const migration = useMigration(itemId);
  const { data } = migration;
  return (
    <div className="page">
      <Link to={`/catalogue/${encodeURIComponent(itemId)}?part=versions`}>{t('back')}</Link>
      <h1>
        {t('title')} {data !== undefined && <Zh>{data.name}</Zh>}
      </h1>
      {data !== undefined && <p>{t('lead', { to: data.to })}</p>}
      <p className="hint">{t('trust')}</p>
      <Moving migration={data} asked={migration} />
    </div>
  );
}

interface MovingProps {
  readonly migration: MigrationView | undefined;
  readonly asked: { readonly error: Error | null; readonly refetch: () => unknown };
}

function Moving({ migration, asked }: MovingProps): JSX.Element {
  const t = useMessages(messages);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<MigrationDone>();
  const toggle = (caseId: string): void =>
    setChosen((known) =>
      known.has(caseId) ? new Set([...known].filter((one) => one !== caseId)) : new Set([...known, caseId]),
    );
  const finish = (moved: MigrationDone): void => {
    setDone(moved);
    setChosen(new Set());
  };
  return (
    <>
      <Table
        caption={t('count', { n: migration?.cases.length ?? 0 })}
        columns={useColumns(chosen, toggle)}
        rows={migration?.cases}
        keyOf={({ caseId }) => caseId}
        empty={{ title: t('none') }}
        asked={asked}
      />
      {migration?.more === true && <p>{t('more')}</p>}
      {migration !== undefined && migration.cases.length > 0 && (
        <MoveForm migration={migration} chosen={chosen} onDone={finish} />
      )}
      {done !== undefined && <Outcome done={done} />}
    </>
  );
}

function useColumns(chosen: ReadonlySet<string>, toggle: (caseId: string) => void): readonly Column<MigrationCase>[] {
  const t = useMessages(messages);
  const say = useSay();
  return [
    {
      key: 'choose',
      title: t('choose'),
      cell: ({ caseId, number, refusal }) => (
        <input
          type="checkbox"
          aria-label={t('chooseCase', { number })}
          disabled={refusal !== undefined}
          checked={chosen.has(caseId)}
          onChange={() => toggle(caseId)}
        />
      ),
    },
    {
      key: 'number',
      title: t('number'),
      cell: ({ caseId, number }) => <Link to={`/cases/${encodeURIComponent(caseId)}`}>{number}</Link>,
      names: true,
    },
    { key: 'applicant', title: t('applicant'), cell: ({ applicant }) => <Zh>{applicant}</Zh> },
    { key: 'stage', title: t('stage'), cell: ({ stageName }) => say(stageName) },
    { key: 'from', title: t('from'), cell: ({ from }) => from },
    { key: 'effects', title: t('effects'), cell: (row) => <Effects row={row} /> },
  ];
}

function Effects({ row: { effects, refusal } }: { readonly row: MigrationCase }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  if (refusal !== undefined) {
    return (
      <>
        {t('keeps')}
        {say(refusal.words)}
      </>
    );
  }
  if (effects.length === 0) return <>{t('nothing')}</>;
  return (
    <ul className="effects">
      {effects.map(({ words, effect }) => (
        <li key={words.en}>
          {say(words)} <span className={`tag effect--${effectClass[effect]}`}>{t(effect)}</span>
        </li>
      ))}
    </ul>
  );
}

const effectClass = { better: 'looser', worse: 'tighter', neutral: 'neutral' } as const;

interface MoveFormProps {
  readonly migration: MigrationView;
  readonly chosen: ReadonlySet<string>;
  readonly onDone: (done: MigrationDone) => void;
}

function MoveForm({ migration: { itemId, to }, chosen, onDone }: MoveFormProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const move = useMove(itemId);
  const problem = problemOf(move.error);
  const send = ({ reason = '', basis = '' }: Typed, sent: () => void): void =>
    move.mutate(
      { to, reason, basis, cases: [...chosen] },
      {
        onSuccess: (done) => {
          sent();
          onDone(done);
        },
      },
    );
  return (
    <KeptForm name={`migration/${itemId}`} label={t('title')} className="publish" onSend={send}>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} article={problem.article} />}
      <p>
        <label htmlFor="move-reason">{t('reason')}</label>
        <input id="move-reason" name="reason" className="select" required maxLength={500} autoComplete="off" />
      </p>
      <p>
        <label htmlFor="move-basis">{t('basis')}</label>
        <input id="move-basis" name="basis" className="select" maxLength={500} autoComplete="off" />
      </p>
      <Button type="primary" htmlType="submit" disabled={chosen.size === 0} loading={move.isPending}>
        {t('move', { n: chosen.size })}
      </Button>
    </KeptForm>
  );
}

function Outcome({ done: { moved, kept } }: { readonly done: MigrationDone }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <div role="status" className="published">
      <p>{t('done', { n: moved.length, kept: kept.length })}</p>
      <ul>
        {kept.map(({ caseId, number, refusal }) => (
          <li key={caseId}>
            {number}: {say(refusal.words)}
          </li>
        ))}
      </ul>
    </div>
  );
}
