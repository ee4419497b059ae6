import type { ChangeLineView, ChangePage } from '@yimen/contract';
import { timeInBeijing, useMessages, useSay, Mixed, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { problemOf } from '../../shared/forms/refusal.ts';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { useDay } from '../../shared/when.ts';
import { OfDraft } from '../history/OfDraft.tsx';
import { Acts } from './Acts.tsx';
import { minutesFile, useChange } from './api.ts';
import './change.css';
import { messages } from './messages.ts';
import { Visits } from './Visits.tsx';

/** One change: what is proposed, what was said, what may be done. */
export function OneChangePage(): JSX.Element {
  const t = useMessages(messages);
  const { changeId = '' } = useParams();
  const asked = useChange(changeId);
  const problem = problemOf(asked.error);
  if (problem !== undefined)
    return <Trouble title={t('title')} problem={problem} onAgain={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Loading words={t('loading')} />;
  return (
    <div className="page change-page">
      <Link to="/changes">{t('back')}</Link>
      <Whole change={asked.data} />
    </div>
  );
}

function Whole({ change }: { readonly change: ChangePage }): JSX.Element {
  const say = useSay();
  return (
    <>
      <h1>
        {say(change.kindName)} · <Zh>{change.items.join('、')}</Zh>
      </h1>
      <p className="sub">
        <Zh>{change.number}</Zh> <Zh>{change.authorityName}</Zh> · {say(change.outcomeName ?? change.phaseName)}
      </p>
      <div className="change-columns">
        <div>
          <Facts change={change} />
          {change.lines.map((line) => (
            <Line key={line.itemId} line={line} />
          ))}
          <OfDraft items={change.lines.map(({ itemId }) => itemId)} />
          <Visits change={change} />
          <Life change={change} />
        </div>
        <Acts key={change.revision} change={change} />
      </div>
    </>
  );
}

function Facts({ change }: { readonly change: ChangePage }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const day = useDay();
  const { wish } = change;
  return (
    <dl className="change-facts">
      <dt>{t('trigger')}</dt>
      <dd>{say(change.triggerName)}</dd>
      <dt>{t('basis')}</dt>
      <dd>
        <Zh>
          {wish.basis.title} {wish.basis.place} {wish.basis.on ?? ''}
        </Zh>
      </dd>
      <dt>{t('reason')}</dt>
      <dd>
        <Zh>{wish.reason}</Zh>
      </dd>
      {wish.receiver !== undefined && (
        <>
          <dt>{t('receiver')}</dt>
          <dd>
            <Zh>{wish.receiver}</Zh>
          </dd>
        </>
      )}
      <dt>{t('appliedOn')}</dt>
      <dd>
        {day(change.appliedOn)} {change.round > 1 && t('round', { n: change.round })}
      </dd>
      {change.effectiveFrom !== undefined && (
        <>
          <dt>{t('effectiveFrom')}</dt>
          <dd>{day(change.effectiveFrom)}</dd>
        </>
      )}
    </dl>
  );
}

function Line({ line }: { readonly line: ChangeLineView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <section className="change-line" aria-labelledby={`line-${line.itemId}`}>
      <h2 id={`line-${line.itemId}`}>
        <Zh>{line.name}</Zh> <span className="tag">{say(line.actName)}</span>{' '}
        {line.touchesFee && <span className="tag tag--fee">{t('fee')}</span>}{' '}
        <Link className="sub-inline" to={`/catalogue/${encodeURIComponent(line.itemId)}?part=difference`}>
          {t('openItem')}
        </Link>
      </h2>
      {line.act === 'end' && <p>{t('ends')}</p>}
      {line.act === 'create' && <p>{t('newItem')}</p>}
      {line.changes.length > 0 && <Difference label={t('difference')} changes={line.changes} />}
      {line.moved.length > 0 && (
        <div className="change-moved" role="alert">
          <Difference label={t('moved')} changes={line.moved} />
        </div>
      )}
      {line.act !== 'end' && <Findings line={line} />}
    </section>
  );
}

function Difference({
  label,
  changes,
}: {
  readonly label: string;
  readonly changes: ChangeLineView['changes'];
}): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <>
      <h3>{label}</h3>
      <ul className="changes">
        {changes.map(({ field, words, effect }) => (
          <li key={`${field} ${words.en}`}>
            <Mixed text={say(words)} /> <span className={`tag effect--${effect}`}>{t(effect)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Findings({ line }: { readonly line: ChangeLineView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  if (line.findings.length === 0) return <p className="lawful">{t('clean')}</p>;
  return (
    <>
      <h3>{t('findings')}</h3>
      <ul>
        {line.findings.map(({ field, rule, words, article }) => (
          <li key={`${field} ${rule}`}>
            <Mixed text={say(words)} /> {article !== undefined && <Zh>{article}</Zh>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Life({ change }: { readonly change: ChangePage }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <section aria-labelledby="life">
      <h2 id="life">{t('life')}</h2>
      <ol className="change-life">
        {change.life.map((one) => (
          <li key={one.revision}>
            <b>{say(one.title)}</b>{' '}
            <span className="sub-inline">
              {timeInBeijing(one.at)} · <Zh>{one.by}</Zh>
            </span>
            {one.lines.map((line) => (
              <p key={line.zh}>
                <Mixed text={say(line)} />
              </p>
            ))}
          </li>
        ))}
      </ol>
      {change.minutes !== undefined && <a href={minutesFile(change.changeId)}>{t('minutes')}</a>}
    </section>
  );
}
