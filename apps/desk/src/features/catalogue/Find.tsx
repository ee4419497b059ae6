import { useMessages } from '@yimen/ui';
import { useEffect, useState, type JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { messages } from './messages.ts';

/** Another filter begins at the first page. */
export function useFilter(name: string): readonly [string, (value: string) => void] {
  const [params, setParams] = useSearchParams();
  const set = (value: string): void => {
    const next = new URLSearchParams(params);
    next.delete('cursor');
    if (value === '') next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  return [params.get(name) ?? '', set];
}

const PAUSE_MS = 300;

/** Asked with a pause in the typing, and never in the middle of a word an input method composes. */
export function Find(): JSX.Element {
  const t = useMessages(messages);
  const [q, setQ] = useFilter('q');
  const [typed, setTyped] = useState(q);
  const [composing, setComposing] = useState(false);
  useEffect(() => {
    if (composing || typed === q) return undefined;
    const timer = setTimeout(() => setQ(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  });
  return (
    <label>
      {t('find')}
      <input
        className="select"
        type="search"
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
    </label>
  );
}

/** The next page has an address too. */
export function Pages({ next }: { readonly next: string | undefined }): JSX.Element {
  const t = useMessages(messages);
  const [params] = useSearchParams();
  const at = (cursor: string | undefined): string => {
    const to = new URLSearchParams(params);
    to.delete('cursor');
    if (cursor !== undefined) to.set('cursor', cursor);
    return `?${to.toString()}`;
  };
  return (
    <p className="done-links">
      {params.has('cursor') && <Link to={at(undefined)}>{t('first')}</Link>}
      {next !== undefined && <Link to={at(next)}>{t('more')}</Link>}
    </p>
  );
}
