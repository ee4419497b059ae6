import type { DeskItem } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import { useState, type JSX } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { problemOf } from '../../shared/forms/refusal.ts';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { useDay } from '../../shared/when.ts';
import { useSignedIn } from '../../shared/session.tsx';
import { Tabs } from '../../shared/Tabs.tsx';
import { useItem, type Done } from './api.ts';
import './catalogue.css';
import { Drawings } from './Drawings.tsx';
import { Editor } from './Editor.tsx';
import { ItemStars } from './ItemStars.tsx';
import { messages } from './messages.ts';
import { Difference } from './Publishing.tsx';
import { Situations } from './Situations.tsx';
import { TemplateNote } from './TemplateNote.tsx';
import { TemplatePart } from './TemplatePart.tsx';
import { useEditing } from './useEditing.ts';
import { Versions } from './Versions.tsx';

const PARTS = ['edit', 'situations', 'drawings', 'difference', 'versions', 'template'] as const;
type Part = (typeof PARTS)[number];

/** One item: edited, tried, compared, published for a day. */
export function ItemPage(): JSX.Element {
  const t = useMessages(messages);
  const { itemId = '' } = useParams();
  const item = useItem(itemId);
  const [done, setDone] = useState<Done>();
  const problem = problemOf(item.error);
  const [kept, setKept] = useState(0);
  return (
    <div className="page">
      <Link to="/catalogue">{t('back')}</Link>
      {problem !== undefined && (
        <Trouble
          problem={problem}
          onAgain={() => void item.refetch()}
          {...(item.data === undefined ? { title: t('item') } : {})}
        />
      )}
      {item.isPending && <Loading words={t('loading')} />}
      {item.data !== undefined && (
        <Parts
          key={`${basisOf(item.data)} ${String(kept)}`}
          itemId={itemId}
          item={item.data}
          onDone={setDone}
          onKept={() => setKept(kept + 1)}
        />
      )}
      <Said done={done} kept={kept} />
    </div>
  );
}

interface SaidProps {
  readonly done: Done | undefined;
  /** How many files were kept as the draft since the screen was opened. */
  readonly kept: number;
}

/** What was just done. */
function Said({ done, kept }: SaidProps): JSX.Element {
  const t = useMessages(messages);
  const day = useDay();
  return (
    <p role="status" className="published">
      {done === undefined
        ? kept > 0 && t('keptAsDraft')
        : t('published', { n: done.version, day: day(done.effectiveFrom) })}
    </p>
  );
}

/** A version published, a file kept, or a change of the template taken over makes the draft a new one; the editor begins again from it. */
const basisOf = ({ versions, template }: DeskItem): string =>
  `${String(versions[0]?.version)} ${String(template?.version)}`;

/** Which part is open stands in the address. */
function usePart(): readonly [Part, (part: Part) => void] {
  const [params, setParams] = useSearchParams();
  const part = PARTS.find((one) => one === params.get('part')) ?? 'edit';
  return [part, (next) => setParams({ part: next }, { replace: true })];
}

interface PartsProps {
  readonly itemId: string;
  readonly item: DeskItem;
  readonly onDone: (done: Done) => void;
  readonly onKept: () => void;
}

function Parts({ itemId, item, onDone, onKept }: PartsProps): JSX.Element {
  const t = useMessages(messages);
  const [part, setPart] = usePart();
  const { mayEdit } = item;
  const mayCorrect = useSignedIn().roles.includes('catalogueEditor');
  const editing = useEditing(itemId, item.draft);
  const { view, content } = editing;
  const publishing = { itemId, mayCorrect, onDone };
  // Only an item adopted from the hall above has a template to look at.
  const parts = PARTS.filter((key) => key !== 'template' || item.template !== undefined);
  return (
    <>
      <h1 lang="zh-CN">{view.guide.name}</h1>
      {item.versions.some(({ state }) => state === 'inForce') && <Sheets guide={view.guide} />}
      <ItemStars guide={view.guide} />
      <TemplateNote item={item} onOpen={() => setPart('template')} />
      <Tabs label={t('parts')} tabs={parts.map((key) => ({ key, label: t(key) }))} active={part} onChange={setPart}>
        {part === 'edit' && <Editor editing={editing} mayEdit={mayEdit} />}
        {part === 'situations' && <Situations itemId={itemId} content={content} />}
        {part === 'drawings' && <Drawings itemId={itemId} content={content} mayEdit={mayEdit} onKept={onKept} />}
        {part === 'difference' && <Difference {...publishing} editing={editing} isNew={item.versions.length === 0} />}
        {part === 'versions' && <Versions {...publishing} versions={item.versions} />}
        {part === 'template' && <TemplatePart itemId={itemId} mayEdit={mayEdit} />}
      </Tabs>
    </>
  );
}

/** What is made of the version in force: the notice for citizens, the manual for the department. */
function Sheets({ guide: { jurisdiction, id } }: { readonly guide: DeskItem['draft']['guide'] }): JSX.Element {
  const t = useMessages(messages);
  const item = encodeURIComponent(id);
  return (
    <p className="item-sheets">
      <a href={`/api/v1/items/${jurisdiction}/${item}/notice.pdf`} target="_blank" rel="noreferrer">
        {t('notice')}
      </a>{' '}
      <Link to={`/catalogue/${item}/manual`}>{t('manual')}</Link>
    </p>
  );
}
