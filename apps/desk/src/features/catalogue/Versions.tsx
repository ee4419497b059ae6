import type { VersionView } from '@yimen/contract';
import { dayInWords, useLanguage, useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { useSignedIn } from '../../shared/session.tsx';
import { messages } from './messages.ts';
import { Changes, PublishForm, type Publishing } from './Publishing.tsx';

/** Every version, the newest first, each with what it changed; an old one may be published again. */
export function Versions({ versions, ...to }: Publishing & { readonly versions: readonly VersionView[] }): JSX.Element {
  return (
    <ol className="versions" reversed>
      {versions.map((version, at) => (
        <Version key={version.version} version={version} isNewest={at === 0} to={to} />
      ))}
    </ol>
  );
}

interface VersionProps {
  readonly version: VersionView;
  readonly isNewest: boolean;
  readonly to: Publishing;
}

function Version({ version: one, isNewest, to }: VersionProps): JSX.Element {
  const t = useMessages(messages);
  const language = useLanguage();
  const mayMove = useSignedIn().roles.includes('authorityHead');
  const { version, effectiveFrom, effectiveTo, state, changes } = one;
  const from = dayInWords(effectiveFrom, language);
  const days =
    effectiveTo === undefined ? t('since', { from }) : t('until', { from, to: dayInWords(effectiveTo, language) });
  return (
    <li className={`version version--${state}`}>
      <h2>
        {t('nth', { n: version })} <span className="tag">{t(state)}</span> <span className="hint">{days}</span>
      </h2>
      {version === 1 ? <p>{t('firstVersion')}</p> : changes.length > 0 && <Changes changes={changes} />}
      {state === 'inForce' && mayMove && (
        <Link to={`/catalogue/${encodeURIComponent(to.itemId)}/migration`}>{t('migration')}</Link>
      )}
      {!isNewest && to.mayCorrect && (
        <details>
          <summary>{t('rollback')}</summary>
          <PublishForm {...to} of={{ version }} action="rollback" />
        </details>
      )}
    </li>
  );
}
