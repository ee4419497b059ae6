import type { CaseView } from '@yimen/contract';
import { timeInBeijing, useMessages, useSay, Mixed, Said, Zh } from '@yimen/ui';
import type { JSX } from 'react';

const messages = {
  entries: { zh: '办理记录', en: 'Record' },
  authorisation: { zh: '授权书 {number}', en: 'authorisation {number}' },
  onBehalfOf: { zh: '代 {name}', en: 'for {name}' },
  revision: { zh: '第 {n} 条，校验值 {hash}', en: 'entry {n}, hash {hash}' },
};

function Entry({ entry }: { readonly entry: CaseView['entries'][number] }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const { at, title, by, post, authorisation, onBehalfOf, detail, revision, hash } = entry;
  return (
    <li className="entry">
      <time dateTime={at}>{timeInBeijing(at)}</time>
      <div>
        <p>
          <b>{say(title)}</b> <Said words={by} /> {post !== undefined && <Zh>{post}</Zh>}
          {onBehalfOf !== undefined && (
            <span className="tag">
              <Mixed text={t('onBehalfOf', { name: onBehalfOf })} />
            </span>
          )}
          {authorisation !== undefined && (
            <span className="sub-inline">
              <Mixed text={t('authorisation', { number: authorisation })} />
            </span>
          )}
        </p>
        {detail.map((line) => (
          <p key={line} className="entry-detail">
            <Mixed text={line} />
          </p>
        ))}
        {revision > 0 && <p className="hash">{t('revision', { n: revision, hash: hash.slice(0, 12) })}</p>}
      </div>
    </li>
  );
}

type EntryShown = CaseView['entries'][number];

/** By time; what happened in one act keeps its order. A move of a deadline by the calendar is no act and has no revision. */
const newestFirst = (left: EntryShown, right: EntryShown): number =>
  left.at === right.at ? right.revision - left.revision : left.at < right.at ? 1 : -1;

/** Who did what under which post and authorisation, to the second; the newest first. */
export function Entries({ entries }: { readonly entries: CaseView['entries'] }): JSX.Element {
  const t = useMessages(messages);
  return (
    <ol className="entries" aria-label={t('entries')} reversed>
      {entries.toSorted(newestFirst).map((entry) => (
        <Entry key={`${entry.at}-${String(entry.revision)}-${entry.detail.join()}`} entry={entry} />
      ))}
    </ol>
  );
}
