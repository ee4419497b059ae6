import type { JSX } from 'react';
import { useSay, type Words } from './language.tsx';

export type Light = 'green' | 'amber' | 'red' | 'paused';

/** Never colour alone: each light has its own word and its own shape, legible in greyscale. */
const LIGHTS: Readonly<Record<Light, { readonly words: Words; readonly shape: JSX.Element }>> = {
  green: {
    words: { zh: '正常', en: 'On time' },
    shape: <path d="M6.6 11.2 3.4 8l1.1-1.1 2.1 2.1 4.9-4.9L12.6 5.2z" />,
  },
  amber: {
    words: { zh: '临期', en: 'Due soon' },
    shape: <path d="M8 2 15 14H1zM7.3 6v4h1.4V6zm0 5.2v1.4h1.4v-1.4z" fillRule="evenodd" />,
  },
  red: {
    words: { zh: '超期', en: 'Overdue' },
    shape: <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5zm2.2 3v5h1.6V4zm0 6.2v1.6h1.6v-1.6z" fillRule="evenodd" />,
  },
  paused: { words: { zh: '暂停计时', en: 'Paused' }, shape: <path d="M4 3h3v10H4zm5 0h3v10H9z" /> },
};

export interface StatusLightProps {
  readonly light: Light;
  /** Other words than the light's own, e.g. 今日到期. */
  readonly words?: string;
}

export function StatusLight({ light, words }: StatusLightProps): JSX.Element {
  const say = useSay();
  return (
    <span className={`ym-light ym-light--${light}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" fill="currentColor" aria-hidden="true" focusable="false">
        {LIGHTS[light].shape}
      </svg>
      {words ?? say(LIGHTS[light].words)}
    </span>
  );
}
