import type { GuideFact } from '@yimen/core/catalogue';
import { Mixed } from '@yimen/ui';

/** Both limits always together, large: what is promised and what the law commands. The same facts as everywhere else. */
export function LimitsPanel({ facts }: { readonly facts: readonly GuideFact[] }): React.JSX.Element {
  return (
    <ul className="limits">
      {facts.map(({ id, label, text, notes }) => (
        <li key={id} data-fact={id}>
          <strong className="fact-label limit-name">{label}</strong>
          <span className="fact-text limit-figure">
            <Mixed text={text} />
          </span>
          <ul className="limit-notes">
            {notes.map((note) => (
              <li key={note}>
                <Mixed text={note} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
