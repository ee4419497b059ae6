import type { JSX } from 'react';

const ROWS = [1, 2, 3, 4, 5, 6];

/** Grey lines where the content will stand, so that nothing jumps when it comes; said in words to whoever cannot see them. */
export function Loading({ words }: { readonly words: string }): JSX.Element {
  return (
    <div className="page" role="status">
      <span className="ym-hidden">{words}</span>
      <div className="skeleton" aria-hidden="true">
        {ROWS.map((row) => (
          <span key={row} />
        ))}
      </div>
    </div>
  );
}
