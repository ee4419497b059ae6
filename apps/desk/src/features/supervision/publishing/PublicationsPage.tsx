import type { Publications } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay, Zh } from '@yimen/ui';
import { Button } from 'antd';
import { useId, useState, type JSX } from 'react';
import { KeptForm, type Typed } from '../../../shared/drafts/KeptForm.tsx';
import { problemOf } from '../../../shared/forms/refusal.ts';
import { CaseLink } from '../../../shared/table/CaseLink.tsx';
import { Table, type Column } from '../../../shared/table/Table.tsx';
import { useDay } from '../../../shared/when.ts';
import { useObject, usePublications } from './api.ts';
import { messages } from './messages.ts';

type Row = Publications['rows'][number];
type Grounds = Publications['grounds'];

function State({ row, onObject }: { readonly row: Row; readonly onObject: () => void }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  if (row.objection !== undefined) {
    const { groundName, reason, by } = row.objection;
    return <Zh>{t('objected', { ground: say(groundName), reason, by })}</Zh>;
  }
  return (
    <>
      {t('waits')}{' '}
      {row.open && (
        <Button size="small" onClick={onObject} aria-label={t('objectTo', { number: row.number })}>
          {t('object')}
        </Button>
      )}
    </>
  );
}

function useColumns(choose: (row: Row) => void): readonly Column<Row>[] {
  const t = useMessages(messages);
  const day = useDay();
  return [
    {
      key: 'number',
      title: t('number'),
      cell: ({ caseId, number }) => <CaseLink number={number} to={`/cases/${encodeURIComponent(caseId)}`} />,
    },
    { key: 'item', title: t('item'), names: true, cell: ({ itemName }) => <Zh>{itemName}</Zh> },
    { key: 'applicant', title: t('applicant'), cell: ({ applicant }) => <Zh>{applicant}</Zh> },
    { key: 'decided', title: t('decidedOn'), cell: ({ decidedOn }) => day(decidedOn) },
    { key: 'until', title: t('until'), cell: ({ until }) => day(until), sortBy: ({ until }) => until },
    { key: 'state', title: t('state'), cell: (row) => <State row={row} onObject={() => choose(row)} /> },
  ];
}

interface ObjectionProps {
  readonly row: Row;
  readonly grounds: Grounds;
  readonly onDone: () => void;
}

function Fields({ grounds }: { readonly grounds: Grounds }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  return (
    <>
      <p className="card-field">
        <label htmlFor={`${id}-ground`}>{t('ground')}</label>
        <select id={`${id}-ground`} name="ground">
          {grounds.map(({ ground, name, article }) => (
            <option key={ground} value={ground}>
              {`${say(name)}（${article}）`}
            </option>
          ))}
        </select>
      </p>
      <p className="card-field">
        <label htmlFor={`${id}-reason`}>{t('reason')}</label>
        <textarea id={`${id}-reason`} name="reason" rows={3} required maxLength={500} />
      </p>
    </>
  );
}

function Objection({ row, grounds, onDone }: ObjectionProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const objecting = useObject();
  const problem = problemOf(objecting.error);
  const send = (typed: Typed, sent: () => void): void => {
    const ground = grounds.find((one) => one.ground === typed['ground'])?.ground;
    if (ground === undefined) return;
    const body = { caseId: row.caseId, ground, reason: typed['reason'] ?? '' };
    objecting.mutate(body, { onSuccess: () => [sent(), onDone()] });
  };
  return (
    <KeptForm
      name={`objection/${row.caseId}`}
      label={t('objectTo', { number: row.number })}
      className="card-acts"
      onSend={send}
    >
      <h2>{t('objectTo', { number: row.number })}</h2>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
      <Fields grounds={grounds} />
      <Button type="primary" htmlType="submit" loading={objecting.isPending}>
        {t('confirm')}
      </Button>
    </KeptForm>
  );
}

/** 决定公示: what the public will see of a department's decisions, and what the law keeps back. */
export function PublicationsPage(): JSX.Element {
  const t = useMessages(messages);
  const asked = usePublications();
  const [chosen, choose] = useState<Row>();
  return (
    <div className="page">
      <h1>{t('publications')}</h1>
      <p className="sub">{t('publicationsIntro')}</p>
      {chosen !== undefined && (
        <Objection
          key={chosen.caseId}
          row={chosen}
          grounds={asked.data?.grounds ?? []}
          onDone={() => choose(undefined)}
        />
      )}
      <Table
        caption={t('captionPublications', { n: asked.data?.rows.length ?? 0 })}
        columns={useColumns(choose)}
        rows={asked.data?.rows}
        keyOf={({ caseId }) => caseId}
        empty={{ title: t('none') }}
        asked={asked}
      />
    </div>
  );
}
