import { auditTypes, type AuditRecord, type AuditType } from '@yimen/contract';
import { Mixed, timeInBeijing, useMessages, useSay, Zh } from '@yimen/ui';
import { Button, Input } from 'antd';
import type { FormEvent, JSX } from 'react';
import { useSearchParams } from 'react-router';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useRecord, type RecordFilter } from './api.ts';
import { messages } from './messages.ts';
import { detailInWords } from './recordWords.ts';
import { typeNames } from './typeNames.ts';

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

function Who({
  name,
  person,
}: {
  readonly name: string | undefined;
  readonly person: string | undefined;
}): JSX.Element {
  return (
    <>
      <Zh>{name ?? '—'}</Zh> <span className="sub">{person}</span>
    </>
  );
}

function Details({ detail }: Pick<Entry, 'detail'>): JSX.Element {
  const say = useSay();
  const lines = Object.entries(detail).map(([name, value]) => say(detailInWords(name, value)));
  return <Mixed text={lines.join(say({ zh: '；', en: '; ' }))} />;
}

function useColumns(): readonly Column<Entry>[] {
  const t = useMessages(messages);
  const say = useSay();
  return [
    { key: 'at', title: t('at'), cell: ({ at }) => timeInBeijing(at) },
    { key: 'what', title: t('what'), cell: ({ type }) => (isType(type) ? say(typeNames[type]) : type) },
    {
      key: 'account',
      title: t('account'),
      cell: ({ personName, person }) => <Who name={personName} person={person} />,
    },
    { key: 'by', title: t('by'), cell: ({ byName, by }) => <Who name={byName} person={by} /> },
    { key: 'from', title: t('from'), cell: ({ from }) => from ?? '—' },
    { key: 'detail', title: t('detail'), cell: ({ detail }) => <Details detail={detail} /> },
  ];
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
      <Table
        caption={t('recordCaption')}
        columns={useColumns()}
        rows={record.data?.entries}
        keyOf={({ cursor }) => cursor}
        empty={{ title: t('nothing') }}
        asked={record}
      />
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
