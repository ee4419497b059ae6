import { useMessages, useSay, type Words } from '@yimen/ui';
import type { JSX } from 'react';
import { setSingleKeys, useSingleKeys } from './useKeys.ts';

export interface LegendKey {
  readonly key: string;
  readonly does: Words;
}

const messages = {
  legend: { zh: '快捷键', en: 'Keys' },
  turnOff: { zh: '单键快捷键：开', en: 'Single keys: on' },
  turnOn: { zh: '单键快捷键：关', en: 'Single keys: off' },
};

/** The keys of this screen, always in sight; beside them the switch that turns single-character keys off. */
export function KeyLegend({ keys }: { readonly keys: readonly LegendKey[] }): JSX.Element {
  const say = useSay();
  const t = useMessages(messages);
  const single = useSingleKeys();
  return (
    <aside className="legend" aria-label={t('legend')}>
      <ul>
        {keys.map(({ key, does }) => (
          <li key={key}>
            <kbd>{key}</kbd> {say(does)}
          </li>
        ))}
      </ul>
      <button type="button" className="link" aria-pressed={single} onClick={() => setSingleKeys(!single)}>
        {t(single ? 'turnOff' : 'turnOn')}
      </button>
    </aside>
  );
}
