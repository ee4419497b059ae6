import { useMessages, Zh } from '@yimen/ui';
import { useId, useState, type JSX } from 'react';
import { Link } from 'react-router';
import { useSignedIn } from '../../shared/session.tsx';
import { useItems } from './api.ts';
import { BringWorkbook } from './BringWorkbook.tsx';
import './catalogue.css';
import { workbookAddress } from './workbookApi.ts';
import { messages } from './workbookMessages.ts';

/** A department's items out into a spreadsheet, and in again as drafts. */
export function WorkbookPage(): JSX.Element {
  const t = useMessages(messages);
  const [department, setDepartment] = useState('');
  return (
    <div className="page">
      <Link to="/catalogue">{t('back')}</Link>
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <Departments value={department} onChange={setDepartment} />
      <section className="panel">
        <h2>{t('out')}</h2>
        <p className="done-links">
          <a href={workbookAddress(department, false)}>{t('items')}</a>
          <a href={workbookAddress(department, true)}>{t('template')}</a>
        </p>
      </section>
      <BringWorkbook department={department} />
    </div>
  );
}

interface DepartmentsProps {
  readonly value: string;
  readonly onChange: (department: string) => void;
}

/** An editor chooses among all departments; a head has the own. */
function Departments({ value, onChange }: DepartmentsProps): JSX.Element {
  const t = useMessages(messages);
  const id = useId();
  const isEditor = useSignedIn().roles.includes('catalogueEditor');
  const departments = useItems('').data?.departments ?? [];
  return (
    <p className="workbook-department">
      <label htmlFor={id}>{t('department')}</label>{' '}
      {isEditor ? (
        <select id={id} className="select" value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{t('all')}</option>
          {departments.map(({ id: key, name, count }) => (
            <option key={key} value={key} lang="zh-CN">
              {name} · {count}
            </option>
          ))}
        </select>
      ) : (
        <output id={id}>
          <Zh>{t('own')}</Zh>
        </output>
      )}
    </p>
  );
}
