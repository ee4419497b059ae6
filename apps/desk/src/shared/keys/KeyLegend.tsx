import { useMessages, useSay, type Words } from '@yimen/ui';
import { useState, type JSX } from 'react';
import { Dialog } from '../Dialog.tsx';
import { setSingleKeys, useKeys, useSingleKeys } from './useKeys.ts';

export interface LegendKey {
  readonly key: string;
  readonly does: Words;
}

const messages = {
  legend: { zh: '快捷键', en: 'Keys' },
  all: { zh: '全部快捷键', en: 'All keys' },
  here: { zh: '本页', en: 'On this screen' },
  everywhere: { zh: '任何页面', en: 'Everywhere' },
  close: { zh: '关闭', en: 'Close' },
  composing: {
    zh: '输入法选字时，所有快捷键都不起作用。单键快捷键只在输入框以外起作用，可以关闭。',
    en: 'No key works while an input method composes. Single keys work outside fields only and can be turned off.',
  },
  turnOff: { zh: '单键快捷键：开', en: 'Single keys: on' },
  turnOn: { zh: '单键快捷键：关', en: 'Single keys: off' },
};

const EVERYWHERE: readonly LegendKey[] = [
  { key: 'Alt+Q', does: { zh: '我的待办', en: 'my queue' } },
  { key: 'Alt+N', does: { zh: '收件登记', en: 'intake' } },
  { key: '/', does: { zh: '查找办件', en: 'find a case' } },
  { key: '?', does: { zh: '本说明', en: 'this list' } },
];

function Keys({ keys }: { readonly keys: readonly LegendKey[] }): JSX.Element {
  const say = useSay();
  return (
    <dl className="key-list">
      {keys.map(({ key, does }) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{say(does)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** `?` lists every key of this screen and those that work everywhere. */
function AllKeys({
  keys,
  onClose,
}: {
  readonly keys: readonly LegendKey[];
  readonly onClose: () => void;
}): JSX.Element {
  const t = useMessages(messages);
  return (
    <Dialog title={t('legend')} closeLabel={t('close')} onClose={onClose}>
      <h3>{t('here')}</h3>
      <Keys keys={keys} />
      <h3>{t('everywhere')}</h3>
      <Keys keys={EVERYWHERE} />
      <p className="hint">{t('composing')}</p>
    </Dialog>
  );
}

/** The keys of this screen, always in sight; beside them the switch that turns single-character keys off. */
export function KeyLegend({ keys }: { readonly keys: readonly LegendKey[] }): JSX.Element {
  const say = useSay();
  const t = useMessages(messages);
  const single = useSingleKeys();
  const [all, setAll] = useState(false);
  useKeys({ '?': () => setAll(true) });
  return (
    <aside className="legend" aria-label={t('legend')}>
      <ul>
        {keys.map(({ key, does }) => (
          <li key={key}>
            <kbd>{key}</kbd> {say(does)}
          </li>
        ))}
      </ul>
      <button type="button" className="link" onClick={() => setAll(true)}>
        {t('all')} <kbd>?</kbd>
      </button>
      {all && <AllKeys keys={keys} onClose={() => setAll(false)} />}
      <button type="button" className="link" aria-pressed={single} onClick={() => setSingleKeys(!single)}>
        {t(single ? 'turnOff' : 'turnOn')}
      </button>
    </aside>
  );
}
