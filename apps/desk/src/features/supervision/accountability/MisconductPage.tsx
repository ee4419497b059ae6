import type { MisconductView } from '@yimen/contract';
import { ErrorSummary, Mixed, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useId, useState, type JSX } from 'react';
import { Link } from 'react-router';
import { KeptForm, type Typed } from '../../../shared/drafts/KeptForm.tsx';
import { problemOf } from '../../../shared/forms/refusal.ts';
import { Loading } from '../../../shared/states/Loading.tsx';
import { Trouble } from '../../../shared/states/Trouble.tsx';
import { Table, type Column } from '../../../shared/table/Table.tsx';
import { useDay } from '../../../shared/when.ts';
import { useLayDown, useMisconduct } from './api.ts';
import { linesOf, readLines } from './lines.ts';
import { messages } from './messages.ts';

type Kind = MisconductView['kinds'][number];

function LayDownFields({ dictionary }: { readonly dictionary: MisconductView }): JSX.Element {
  const t = useMessages(messages);
  const id = useId();
  return (
    <>
      <p className="card-field">
        <label htmlFor={`${id}-from`}>{t('from')}</label>
        <input id={`${id}-from`} name="from" type="date" required />
      </p>
      <p className="card-field">
        <label htmlFor={`${id}-source`}>{t('source')}</label>
        <input id={`${id}-source`} name="source" required maxLength={200} autoComplete="off" />
      </p>
      <p className="card-field">
        <label htmlFor={`${id}-rows`}>{t('rows')}</label>
        <textarea
          id={`${id}-rows`}
          name="rows"
          rows={12}
          required
          aria-describedby={`${id}-hint`}
          defaultValue={linesOf(dictionary)}
        />
        <span id={`${id}-hint`} className="sub">
          {t('layDownHint')}
        </span>
      </p>
    </>
  );
}

function LayDownForm({ dictionary }: { readonly dictionary: MisconductView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const laying = useLayDown();
  const [bad, setBad] = useState<number>();
  const problem = problemOf(laying.error);
  const send = ({ from = '', source = '', rows = '' }: Typed, sent: () => void): void => {
    const read = readLines(rows, dictionary.fieldNames);
    setBad(read.ok ? undefined : read.error);
    if (read.ok)
      laying.mutate({ from: from as MisconductView['from'], source, kinds: [...read.value] }, { onSuccess: sent });
  };
  const errors = [
    ...(bad === undefined ? [] : [{ text: t('badRow', { n: bad }) }]),
    ...(problem === undefined ? [] : [{ text: say(problem.words) }]),
  ];
  return (
    <KeptForm name="misconduct" label={t('layDown')} className="card-acts" onSend={send}>
      <h2>{t('layDown')}</h2>
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      {laying.isSuccess && <p role="status">✓ {t('laidDown')}</p>}
      <LayDownFields dictionary={dictionary} />
      <Button type="primary" htmlType="submit" loading={laying.isPending}>
        {t('confirmLayDown')}
      </Button>
    </KeptForm>
  );
}

function useColumns({ fieldNames }: Pick<MisconductView, 'fieldNames'>): readonly Column<Kind>[] {
  const t = useMessages(messages);
  const say = useSay();
  return [
    { key: 'code', title: t('code'), cell: ({ code }) => code, sortBy: ({ code }) => code },
    {
      key: 'field',
      title: t('field'),
      cell: ({ field }) => say(fieldNames[field] ?? { zh: field, en: field }),
      sortBy: ({ field }) => field,
    },
    { key: 'name', title: t('name'), names: true, cell: ({ name }) => say(name) },
    { key: 'article', title: t('article'), cell: ({ article }) => <span lang="zh-CN">{article}</span> },
  ];
}

function Dictionary({ dictionary }: { readonly dictionary: MisconductView }): JSX.Element {
  const t = useMessages(messages);
  const day = useDay();
  const { from, source, kinds } = dictionary;
  return (
    <>
      <p className="sub">
        <Mixed text={t('dictionarySource', { source })} />
      </p>
      <Table
        caption={t('dictionaryOf', { n: kinds.length, from: day(from) })}
        columns={useColumns(dictionary)}
        rows={kinds}
        keyOf={({ code }) => code}
        empty={{ title: t('none') }}
      />
    </>
  );
}

/** 过错行为字典: the kinds in force with their articles, and for a supervisor the way to lay down the place's own. */
export function MisconductPage(): JSX.Element {
  const t = useMessages(messages);
  const asked = useMisconduct();
  const problem = problemOf(asked.error);
  if (problem !== undefined)
    return <Trouble title={t('dictionary')} problem={problem} onAgain={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Loading words={t('loading')} />;
  return (
    <div className="page">
      <h1>{t('dictionary')}</h1>
      <p>
        <Link to="/supervision/accountability">{t('back')}</Link>
      </p>
      <Dictionary dictionary={asked.data} />
      {asked.data.mayLayDown && <LayDownForm key={asked.data.from} dictionary={asked.data} />}
    </div>
  );
}
