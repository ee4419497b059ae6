import { auditTypes, type AuditRecord, type AuditType } from '@yimen/contract';
import { useMessages, useSay } from '@yimen/ui';
import { Button, Input } from 'antd';
import type { FormEvent, JSX } from 'react';
import { useSearchParams } from 'react-router';
import { Loading } from '../../shared/states/Loading.tsx';
import { useWhen } from '../../shared/when.ts';
import { Zh } from '../../shared/Zh.tsx';
import { useRecord, type RecordFilter } from './api.ts';
import { messages } from './messages.ts';
import { Refusal } from './Refusal.tsx';
import { typeNames } from './typeNames.ts';

const COLUMNS = ['at', 'what', 'account', 'by', 'from', 'detail'] as const;
type Entry = AuditRecord['entries'][number];

const isType = (text: string): text is AuditType => auditTypes.some((type) => type === text);

function filterOf(params: URLSearchParams): RecordFilter {
  const type = params.get('type') ?? '';
  return {
    person: params.get('person') ?? '',
    type: isType(type) ? type : '',
    before: params.get('before') ?? '',
  };
}

function Filter({ filter }: { readonly filter: RecordFilter }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const [, setParams] = useSearchParams();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const said = ['person', 'type'].flatMap((name) => {
      const value = typed.get(name);
      return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
    });
    setParams(Object.fromEntries(said) as Record<string, string>);
  };
  return (
    <form role="search" className="record-filter" onSubmit={submit}>
      <label htmlFor="record-person">{t('filterPerson')}</label>
      <Input id="record-person" name="person" defaultValue={filter.person} autoComplete="off" />
      <label htmlFor="record-type">{t('filterType')}</label>
      <select id="record-type" name="type" className="select" defaultValue={filter.type}>
        <option value="">{t('anyType')}</option>
        {auditTypes.map((type) => (
          <option key={type} value={type}>
            {say(typeNames[type])}
          </option>
        ))}
      </select>
      <Button htmlType="submit">{t('find')}</Button>
    </form>
  );
}

function Row({ entry }: { readonly entry: Entry }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const when = useWhen();
  const { type, person, personName, by, byName, from, detail } = entry;
  const details = Object.entries(detail).map(([name, value]) => `${name}: ${String(value)}`);
  return (
    <tr>
      <td data-label={t('at')}>{when(entry.at)}</td>
      <td data-label={t('what')}>{isType(type) ? say(typeNames[type]) : type}</td>
      <td data-label={t('account')}>
        <Zh>{personName ?? '—'}</Zh> <span className="sub">{person}</span>
      </td>
      <td data-label={t('by')}>
        <Zh>{byName ?? '—'}</Zh> <span className="sub">{by}</span>
      </td>
      <td data-label={t('from')}>{from ?? '—'}</td>
      <td data-label={t('detail')}>{details.join('; ')}</td>
    </tr>
  );
}

function Entries({ entries }: { readonly entries: readonly Entry[] }): JSX.Element {
  const t = useMessages(messages);
  if (entries.length === 0) return <p className="empty">{t('nothing')}</p>;
  return (
    <table className="grid">
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.cursor} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

const FULL = 50;

/** The audit administrator: who did what, when, from where. Read only; the address holds filter and page. */
export function RecordPage(): JSX.Element {
  const t = useMessages(messages);
  const [params, setParams] = useSearchParams();
  const filter = filterOf(params);
  const record = useRecord(filter);
  const entries = record.data?.entries ?? [];
  const turn = (before: string): void =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      if (before === '') next.delete('before');
      else next.set('before', before);
      return next;
    });
  return (
    <div className="page">
      <h1>{t('recordTitle')}</h1>
      <p className="hint">{t('recordWhy')}</p>
      <Filter key={`${filter.person}/${filter.type}`} filter={filter} />
      <Refusal error={record.error} />
      {record.isPending ? <Loading words={t('loading')} /> : <Entries entries={entries} />}
      <nav aria-label={t('pages')} className="row">
        <Button disabled={filter.before === ''} onClick={() => turn('')}>
          {t('newest')}
        </Button>
        <Button disabled={entries.length < FULL} onClick={() => turn(entries.at(-1)?.cursor ?? '')}>
          {t('older')}
        </Button>
      </nav>
    </div>
  );
}
