import type { WorkbookPreview } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay, Zh } from '@yimen/ui';
import { Button } from 'antd';
import { useId, type JSX } from 'react';
import { Link } from 'react-router';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { Changes } from './Publishing.tsx';
import { useBringing } from './useBringing.ts';
import { useKeep, useTry } from './workbookApi.ts';
import { messages } from './workbookMessages.ts';

type Fault = WorkbookPreview['faults'][number];
type Item = WorkbookPreview['items'][number];

/** A file is tried first; what it would do is shown, and only then are drafts made of it. */
export function BringWorkbook({ department }: { readonly department: string }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  const bringing = useBringing(useTry(), useKeep(), (file) => ({ file, department }));
  const { found, problem, choose } = bringing;
  return (
    <section className="panel">
      <h2>{t('bring')}</h2>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
      <p>
        <label htmlFor={id}>{t('file')}</label>{' '}
        <input id={id} type="file" accept=".xlsx,.csv" onChange={({ target }) => choose(target.files?.[0])} />
      </p>
      <p role="status">{bringing.trying && t('working')}</p>
      {found !== undefined && <Found found={found} keeping={bringing.keeping} onKeep={bringing.keep} />}
    </section>
  );
}

interface FoundProps {
  readonly found: WorkbookPreview;
  readonly keeping: boolean;
  readonly onKeep: () => void;
}

function Found({ found, keeping, onKeep }: FoundProps): JSX.Element {
  const t = useMessages(messages);
  if (found.drafted) return <Kept items={found.items} />;
  const refused = found.items.filter(({ kind }) => kind === 'refused').length;
  const faults = found.faults.length + found.more + refused;
  const n = found.items.length - refused;
  return (
    <>
      {faults > 0 && (
        <div role="alert">
          <h3>{t('faults', { n: faults })}</h3>
          <Faults faults={found.faults} />
          {found.more > 0 && <p>{t('more', { n: found.more })}</p>}
        </div>
      )}
      <Sum faults={faults} n={n} same={found.unchanged} />
      <Items items={found.items} />
      {faults === 0 && n > 0 && (
        <Button type="primary" loading={keeping} onClick={onKeep}>
          {t('save')}
        </Button>
      )}
    </>
  );
}

interface SumProps {
  readonly faults: number;
  readonly n: number;
  readonly same: number;
}

function Sum({ faults, n, same }: SumProps): JSX.Element | null {
  const t = useMessages(messages);
  if (faults > 0) return n > 0 ? <p>{t('besides')}</p> : null;
  return <p>{n === 0 ? t('nothing') : t('would', { n, same })}</p>;
}

function Faults({ faults }: { readonly faults: readonly Fault[] }): JSX.Element | null {
  const t = useMessages(messages);
  const say = useSay();
  const columns: readonly Column<Fault>[] = [
    { key: 'sheet', title: t('sheet'), cell: ({ sheet }) => <Zh>{sheet}</Zh>, names: true },
    { key: 'row', title: t('row'), cell: ({ row }) => (row === 0 ? t('whole') : row) },
    { key: 'column', title: t('column'), cell: ({ column }) => <Zh>{column}</Zh> },
    { key: 'what', title: t('what'), cell: ({ words }) => say(words) },
    { key: 'value', title: t('value'), cell: ({ value }) => <Zh>{value}</Zh> },
  ];
  if (faults.length === 0) return null;
  return (
    <Table
      caption={t('what')}
      columns={columns}
      rows={faults}
      keyOf={({ sheet, row, column, value }) => `${sheet} ${String(row)} ${column} ${value}`}
      empty={{ title: '' }}
    />
  );
}

/** Each item with what changes of it, what it needs to take effect, or why it cannot be taken. */
function Items({ items }: { readonly items: readonly Item[] }): JSX.Element {
  return (
    <ul className="brought">
      {items.map((item) => (
        <li key={item.id}>
          <OneItem item={item} />
        </li>
      ))}
    </ul>
  );
}

function OneItem({
  item: { id, name, kind, changes, fiveSteps, errors, refused },
}: {
  readonly item: Item;
}): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <>
      <h3>
        <Zh>{name === '' ? id : name}</Zh> <span className="tag">{t(kind)}</span>{' '}
        {kind !== 'refused' && <span className="hint">{t(fiveSteps ? 'fiveSteps' : 'correction')}</span>}
      </h3>
      {refused.map((words) => (
        <p key={words.en} className="barred">
          {say(words)}
        </p>
      ))}
      {errors > 0 && kind !== 'refused' && <p className="barred">{t('errors', { n: errors })}</p>}
      {changes.length > 0 && <Changes changes={changes} />}
    </>
  );
}

function Kept({ items }: { readonly items: readonly Item[] }): JSX.Element {
  const t = useMessages(messages);
  return (
    <div role="status">
      <p>{t('saved')}</p>
      <ul>
        {items.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/catalogue/${encodeURIComponent(id)}?part=difference`}>
              <Zh>{name}</Zh>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
