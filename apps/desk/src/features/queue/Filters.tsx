import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useKeys } from '../../shared/keys/useKeys.ts';
import type { QueueFilter } from './api.ts';
import { messages } from './messages.ts';

const LIGHTS = ['any', 'red', 'amber', 'green', 'paused'] as const;

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Choice({ label, options, value, onChange }: ChoiceProps): JSX.Element {
  return (
    <div role="group" aria-label={label} className="choice">
      <span aria-hidden="true">{label}</span>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}

/** Mine or all, and by light; keys m and a. */
export function Filters({ filter }: { readonly filter: QueueFilter }): JSX.Element {
  const t = useMessages(messages);
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string): void =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      next.delete('q');
      next.delete('due');
      if (value === '') next.delete(name);
      else next.set(name, value);
      return next;
    });
  useKeys({ m: () => set('scope', 'mine'), a: () => set('scope', 'all') });
  const narrowed = filter.search !== undefined || params.get('due') !== null;
  return (
    <div className="filters">
      <Choice
        label={t('scope')}
        value={filter.scope}
        options={(['mine', 'all'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(scope) => set('scope', scope)}
      />
      <Choice
        label={t('light')}
        value={filter.light ?? 'any'}
        options={LIGHTS.map((value) => ({ value, label: t(value) }))}
        onChange={(light) => set('light', light === 'any' ? '' : light)}
      />
      {params.get('due') === 'today' && <span className="tag">{t('dueToday')}</span>}
      {narrowed && <Link to="/queue">{t('clear')}</Link>}
    </div>
  );
}
