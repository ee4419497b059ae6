import type { JSX } from 'react';
import { useSay } from './language.tsx';

const MOST = 5;

/** So many stars of five: drawn for the eye, said in words for the ear. */
export function Stars({ stars }: { readonly stars: number }): JSX.Element {
  const say = useSay();
  return (
    <span
      className="ym-stars"
      role="img"
      aria-label={say({ zh: `${String(stars)} 星`, en: `${String(stars)} of 5 stars` })}
    >
      {'★'.repeat(stars)}
      {'☆'.repeat(MOST - stars)}
    </span>
  );
}
