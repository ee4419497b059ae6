/**
 * A paper as words in order, without any look: what the template sets and what a screen can show. The wording of the
 * law is here, in the core, so that it is tested without a printer and is the same on paper and on screen.
 */
export interface PaperText {
  readonly layout: 'official' | 'form' | 'certificate' | 'cover';
  readonly issuer: string;
  /** 发文机关标志: red on official papers, plain on forms; an application has nobody's name at its head. */
  readonly head: string | null;
  readonly title: string;
  /** Under the title, e.g. 视为受理. */
  readonly subtitle: string | null;
  readonly number: string | null;
  readonly salutation: string | null;
  readonly blocks: readonly PaperBlock[];
  /** Below the issuer's name, date and seal: remarks (附注) and the lines others sign on. */
  readonly after: readonly PaperBlock[];
  /** Date of making, 2026年3月2日; printed with the issuer's name under the seal. */
  readonly date: string;
  /** Whether issuer and date are set as a signature at the end. */
  readonly signed: boolean;
}

export type PaperBlock =
  | { readonly block: 'paragraph'; readonly text: string }
  | { readonly block: 'numbered'; readonly items: readonly string[] }
  | { readonly block: 'heading'; readonly text: string }
  | { readonly block: 'fields'; readonly rows: readonly FieldRow[] }
  | { readonly block: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  /** Blank lines to sign on, side by side. */
  | { readonly block: 'signatures'; readonly labels: readonly string[] }
  /** 附注, set in brackets. */
  | { readonly block: 'remark'; readonly text: string }
  | { readonly block: 'note'; readonly text: string }
  /** A square code with what it says beside it. */
  | { readonly block: 'code'; readonly text: string; readonly caption: string };

export interface FieldRow {
  readonly label: string;
  readonly value: string;
}

/** `width` is a share of what the other columns leave. */
export interface Column {
  readonly title: string;
  readonly width: number;
  readonly align: 'left' | 'center';
}

export const paragraph = (text: string): PaperBlock => ({ block: 'paragraph', text });
export const heading = (text: string): PaperBlock => ({ block: 'heading', text });
export const numbered = (items: readonly string[]): PaperBlock => ({ block: 'numbered', items });
export const remark = (text: string): PaperBlock => ({ block: 'remark', text });
export const note = (text: string): PaperBlock => ({ block: 'note', text });
export const signatures = (...labels: readonly string[]): PaperBlock => ({ block: 'signatures', labels });
export const field = (label: string, value: string): FieldRow => ({ label, value });
export const fields = (...rows: readonly FieldRow[]): PaperBlock => ({ block: 'fields', rows });
export const column = (title: string, width: number, align: Column['align'] = 'left'): Column => ({
  title,
  width,
  align,
});

export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): PaperBlock {
  return { block: 'table', columns, rows };
}
