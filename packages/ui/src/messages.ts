import { useLanguage, type Language, type Words } from './language.tsx';

export type Catalogue = { readonly [key: string]: Words };
export type Values = { readonly [name: string]: string | number };
export type Say<C extends Catalogue> = (key: keyof C & string, values?: Values) => string;

const HOLE = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

/**
 * Fills the holes of a message: `{name}`, or `{n|day|days}` where English needs a plural (the number is put before the
 * form it takes). A hole nobody filled stays visible, so that a test or an eye finds it.
 */
export function fill(template: string, values: Values = {}): string {
  return template.replace(HOLE, (hole, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return hole;
    if (one === undefined || many === undefined) return String(value);
    return `${String(value)} ${Number(value) === 1 ? one : many}`;
  });
}

/** The words of a catalogue in one language. */
export function speak<C extends Catalogue>(catalogue: C, language: Language): Say<C> {
  return (key, values) => {
    const words = catalogue[key];
    return words === undefined ? key : fill(words[language], values);
  };
}

/** The words of a catalogue in the language of the screen. */
export function useMessages<C extends Catalogue>(catalogue: C): Say<C> {
  return speak(catalogue, useLanguage());
}
