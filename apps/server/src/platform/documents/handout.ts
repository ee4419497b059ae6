import { qrSvg } from './qr.ts';
import { printable } from './sheet.ts';

export interface HandoutFact {
  readonly label: string;
  readonly text: string;
  readonly notes: readonly string[];
}

/** Facts counted, as label and text, or with a box to tick. */
export type HandoutStyle = 'numbered' | 'fields' | 'boxes';

export interface HandoutSection {
  readonly title: string;
  readonly style: HandoutStyle;
  readonly facts: readonly HandoutFact[];
}

/**
 * A sheet to take along, without number, signature or seal: what it says is known by the hash at its foot. The templates
 * decide nothing but where it stands.
 */
export interface Handout {
  readonly language: 'zh' | 'en';
  /** What kind of sheet: 服务告知单. */
  readonly name: string;
  readonly title: string;
  readonly kicker: string;
  /** Said above everything, as that something is invented for a demonstration; empty where there is nothing. */
  readonly note: string;
  /** A few facts large and side by side. */
  readonly lead: readonly HandoutFact[];
  readonly sections: readonly HandoutSection[];
  /** Codes at the head, each with what it leads to. */
  readonly codes: readonly { readonly content: string; readonly caption: string }[];
  readonly hash: string;
  readonly version: string;
  /** The day the version begins; for the file's metadata, so that the same content is the same bytes. */
  readonly made: string;
  readonly demonstration: boolean;
  /** Pages it should keep to by smaller type; it never loses a line for it. */
  readonly most: number;
}

/** As the one JSON text handed to Typst, in a type size. */
export function handoutJson(handout: Handout, size: number): string {
  const made = handout.made.split('-').map(Number);
  const codes = handout.codes.map(({ content, caption }) => ({ caption, svg: qrSvg(content) }));
  return JSON.stringify({ ...handout, made, codes, size }, (_, value: unknown) =>
    typeof value === 'string' ? printable(value) : value,
  );
}
