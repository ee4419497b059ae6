import type { JSX } from 'react';
import { Mixed } from './Zh.tsx';

interface ShownFact {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly notes: readonly string[];
}

/** Facts of a guide under one heading, as the server puts them into words. */
export interface ShownSection {
  readonly id: string;
  readonly title: string;
  readonly numbered: boolean;
  readonly facts: readonly ShownFact[];
}

/**
 * The sections of a guide, each fact marked with its id: web, touch screen and desk show the same facts as the printed sheets
 * and the open data, and a test reads them back by these marks.
 */
export function Sections({ sections }: { readonly sections: readonly ShownSection[] }): JSX.Element {
  return (
    <>
      {sections.map((section) => (
        <section key={section.id} aria-labelledby={section.id}>
          <h2 id={section.id}>
            <Mixed text={section.title} />
          </h2>
          <Facts section={section} />
        </section>
      ))}
    </>
  );
}

function Facts({ section: { id, numbered, facts } }: { readonly section: ShownSection }): JSX.Element {
  const List = numbered ? 'ol' : 'ul';
  return (
    <List className={`facts facts-${id}`}>
      {facts.map((fact) => (
        <Fact key={fact.id} fact={fact} />
      ))}
    </List>
  );
}

function Fact({ fact: { id, label, text, notes } }: { readonly fact: ShownFact }): JSX.Element {
  return (
    <li data-fact={id}>
      {label !== '' && (
        <strong className="fact-label">
          <Mixed text={label} />
        </strong>
      )}
      {text !== '' && (
        <span className="fact-text">
          <Mixed text={text} />
        </span>
      )}
      {notes.length > 0 && (
        <ul className="points">
          {notes.map((note) => (
            <li key={note}>
              <Mixed text={note} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
