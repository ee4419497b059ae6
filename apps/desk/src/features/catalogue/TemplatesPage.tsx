import type { TemplateList, TemplateRow } from '@yimen/contract';
import { ErrorSummary, Mixed, useMessages, useSay, Zh } from '@yimen/ui';
import { Button } from 'antd';
import { useState, type JSX } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { problemOf } from '../../shared/forms/refusal.ts';
import { Table, type Column } from '../../shared/table/Table.tsx';
import './catalogue.css';
import { Find, Pages } from './Find.tsx';
import { useAdopt, useTemplates } from './templateApi.ts';
import { messages } from './templateMessages.ts';

/** What the hall above offers as a template, one line an item; adopted, it opens as a draft. */
export function TemplatesPage(): JSX.Element {
  const t = useMessages(messages);
  const [params] = useSearchParams();
  const asked = useTemplates(params.toString());
  const { above, rows, total = 0, next, departments = [] } = asked.data ?? {};
  return (
    <div className="page">
      <Link to="/catalogue">{t('back')}</Link>
      <h1>{t('title')}</h1>
      {above !== undefined && (
        <p className="sub">
          <Mixed text={t('lead', { hall: above })} />
        </p>
      )}
      <div className="catalogue-filters" role="search" aria-label={t('title')}>
        <Find />
      </div>
      <Table
        caption={t('count', { n: total })}
        columns={useColumns(departments)}
        rows={rows}
        keyOf={({ itemId }) => itemId}
        empty={{ title: t(above === undefined ? 'noneAbove' : 'nothingFound') }}
        asked={asked}
      />
      <Pages next={next} />
    </div>
  );
}

type Departments = TemplateList['departments'];

function useColumns(departments: Departments): readonly Column<TemplateRow>[] {
  const t = useMessages(messages);
  return [
    { key: 'item', title: t('item'), cell: ({ name }) => <Zh>{name}</Zh>, names: true },
    { key: 'theirs', title: t('theirs'), cell: ({ authorityName }) => <Zh>{authorityName}</Zh> },
    { key: 'version', title: t('version'), cell: ({ version }) => version },
    { key: 'act', title: t('own'), cell: (row) => <AdoptCell row={row} departments={departments} /> },
  ];
}

interface AdoptProps {
  readonly row: TemplateRow;
  readonly departments: Departments;
}

function AdoptCell({ row, departments }: AdoptProps): JSX.Element {
  const t = useMessages(messages);
  if (row.standing !== 'adopted') return <Adopt row={row} departments={departments} />;
  return (
    <Link to={`/catalogue/${encodeURIComponent(row.itemId)}`} aria-label={`${t('adopted')} ${row.name}`}>
      {t('adopted')}
    </Link>
  );
}

/** The department of the same id is proposed: a county's bears the id of the city's, or another is chosen. */
function Adopt({ row, departments }: AdoptProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const open = useNavigate();
  const adopt = useAdopt();
  const same = departments.some(({ id }) => id === row.authority) ? row.authority : '';
  const [authority, setAuthority] = useState(same);
  const problem = problemOf(adopt.error);
  const { itemId, name, standing } = row;
  const send = (): void =>
    adopt.mutate({ itemId, authority }, { onSuccess: () => void open(`/catalogue/${encodeURIComponent(itemId)}`) });
  return (
    <span className="template-adopt">
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
      <select
        className="select"
        aria-label={t('departmentOf', { name })}
        value={authority}
        onChange={({ target }) => setAuthority(target.value)}
      >
        <option value="">{t('choose')}</option>
        {departments.map(({ id, name: department }) => (
          <option key={id} value={id} lang="zh-CN">
            {department}
          </option>
        ))}
      </select>
      <Button
        size="small"
        aria-label={t('adoptOf', { name })}
        disabled={authority === ''}
        loading={adopt.isPending}
        onClick={send}
      >
        {t(standing === 'own' ? 'replace' : 'adopt')}
      </Button>
    </span>
  );
}
