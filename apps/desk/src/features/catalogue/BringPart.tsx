import type { PartPreview } from '@yimen/contract';
import { ErrorSummary, Mixed, useMessages, useSay, Zh, type Words } from '@yimen/ui';
import { Button } from 'antd';
import { useId, type JSX } from 'react';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useKeepPart, useTryPart, partAddress, type PartOf } from './partApi.ts';
import { messages } from './partMessages.ts';
import { Changes } from './Publishing.tsx';
import { useBringing, type Bringing } from './useBringing.ts';

interface BringPartProps extends PartOf {
  /** Whether there is something of it to take out. */
  readonly present: boolean;
  readonly mayEdit: boolean;
  readonly onKept: () => void;
}

/** One part of the draft as a file for the tool people draw it with: out, and in again after a look at what it changes. */
export function BringPart({ present, mayEdit, onKept, ...of }: BringPartProps): JSX.Element {
  const t = useMessages(messages);
  const { part } = of;
  return (
    <section className="panel" aria-label={t(part)}>
      <h2>{t(part)}</h2>
      <p className="hint">{t(`${part}Lead`)}</p>
      <p className="done-links">{present ? <a href={partAddress(of)}>{t(`${part}File`)}</a> : t('noTables')}</p>
      {mayEdit && <Bring of={of} onKept={onKept} />}
    </section>
  );
}

function Bring({ of, onKept }: { readonly of: PartOf; readonly onKept: () => void }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  const bringing = useBringing(useTryPart(of), useKeepPart(of, onKept), (file, found?: PartPreview) => ({
    file,
    revision: found?.revision,
  }));
  const { problem, found } = bringing;
  return (
    <>
      <p>
        <label htmlFor={id}>{t(`bring_${of.part}`)}</label>{' '}
        <input
          id={id}
          type="file"
          accept={of.part === 'procedure' ? '.bpmn,.xml' : '.dmn,.xml'}
          onChange={({ target }) => bringing.choose(target.files?.[0])}
        />
      </p>
      <p role="status">{bringing.trying && t('working')}</p>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
      {found !== undefined && <Found found={found} bringing={bringing} />}
    </>
  );
}

interface FoundProps {
  readonly found: PartPreview;
  readonly bringing: Bringing<PartPreview>;
}

function Found({ found, bringing }: FoundProps): JSX.Element {
  const t = useMessages(messages);
  const { faults, more, changes, fiveSteps } = found;
  if (faults.length > 0)
    return (
      <div role="alert">
        <Faults faults={faults} caption={t('faults', { n: faults.length + more })} />
        {more > 0 && <p>{t('more', { n: more })}</p>}
      </div>
    );
  if (changes.length === 0) return <p>{t('nothing')}</p>;
  return (
    <>
      <p>
        {t('would')} <span className="hint">{t(fiveSteps ? 'fiveSteps' : 'correction')}</span>
      </p>
      <Changes changes={changes} />
      <Tells findings={found.findings} />
      <Button type="primary" loading={bringing.keeping} onClick={bringing.keep}>
        {t('keep')}
      </Button>
    </>
  );
}

type Fault = PartPreview['faults'][number];

/** One run of words: on a telephone the parts of a cell stand below each other. */
function InWords({ words }: { readonly words: Words }): JSX.Element {
  const say = useSay();
  return (
    <span>
      <Mixed text={say(words)} />
    </span>
  );
}

interface FaultsProps extends Pick<PartPreview, 'faults'> {
  readonly caption: string;
}

function Faults({ faults, caption }: FaultsProps): JSX.Element {
  const t = useMessages(messages);
  const cited: Column<Fault> = { key: 'article', title: t('article'), cell: ({ article = '' }) => <Zh>{article}</Zh> };
  const columns: readonly Column<Fault>[] = [
    { key: 'place', title: t('place'), cell: ({ place }) => <InWords words={place} />, names: true },
    { key: 'what', title: t('what'), cell: ({ words }) => <InWords words={words} /> },
    ...(faults.some(({ article }) => article !== undefined) ? [cited] : []),
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={faults}
      keyOf={({ place, words }) => `${place.en} ${words.en}`}
      empty={{ title: '' }}
    />
  );
}

/** What the lint would say of it: a draft may have it, a change of the list not. */
function Tells({ findings }: Pick<PartPreview, 'findings'>): JSX.Element | null {
  const t = useMessages(messages);
  const say = useSay();
  if (findings.length === 0) return null;
  return (
    <>
      <p>{t('tells')}</p>
      <ul>
        {findings.map(({ field, words }) => (
          <li key={`${field} ${words.en}`}>
            <Mixed text={say(words)} />
          </li>
        ))}
      </ul>
    </>
  );
}
