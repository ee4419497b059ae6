import type { FindingView } from '@yimen/contract';
import { goToField, useMessages, useSay } from '@yimen/ui';
import type { JSX } from 'react';
import { idOf, isAbout } from './editable.ts';
import { messages } from './messages.ts';

interface FindingsProps {
  readonly findings: readonly FindingView[];
  /** The fields on the screen, which a finding may lead to. */
  readonly paths: readonly string[];
}

/** What the lint says: what is wrong, under which article, how to mend it; each leads to its field. */
export function Findings({ findings, paths }: FindingsProps): JSX.Element {
  const t = useMessages(messages);
  const lawful = findings.every(({ severity }) => severity === 'warning');
  return (
    <section className="findings" aria-label={t('findings')} aria-live="polite">
      <h2>{t('findings')}</h2>
      {lawful && <p className="lawful">{t('lawful')}</p>}
      <ul>
        {findings.map((finding) => (
          <Finding key={`${finding.field} ${finding.rule}`} finding={finding} paths={paths} />
        ))}
      </ul>
    </section>
  );
}

function Finding({ finding, paths }: Pick<FindingsProps, 'paths'> & { readonly finding: FindingView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const { field, severity, article, words, mend, accepted } = finding;
  const path = paths.find((one) => isAbout(field, one));
  return (
    <li className={`finding finding--${severity}`}>
      <strong>{t(severity)}</strong>{' '}
      {path === undefined ? (
        say(words)
      ) : (
        <a href={`#${idOf(path)}`} onClick={(event) => goToField(event, idOf(path))}>
          {say(words)}
        </a>
      )}
      {article !== undefined && <div className="article">{article}</div>}
      <div className="hint">
        {t('mend')}
        {say(mend)}
      </div>
      {accepted !== undefined && (
        <div className="hint">
          {t('accepted')}
          {accepted}
        </div>
      )}
    </li>
  );
}
