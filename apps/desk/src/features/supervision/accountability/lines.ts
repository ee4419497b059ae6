import type { MisconductView } from '@yimen/contract';
import { ok, refuse, type Result } from '@yimen/kernel';

type Kind = MisconductView['kinds'][number];
type Names = MisconductView['fieldNames'];

/** A dictionary as text to be edited: `code|field|conduct|English|article`, one kind a line, fields by their Chinese names. */
export const linesOf = ({ kinds, fieldNames }: Pick<MisconductView, 'kinds' | 'fieldNames'>): string =>
  kinds
    .map(({ code, field, name, article }) =>
      [code, fieldNames[field]?.zh ?? field, name.zh, name.en, article].join('|'),
    )
    .join('\n');

const cellsOf = (line: string): readonly string[] => line.split(/[|｜\t]/).map((cell) => cell.trim());

function kindOf(cells: readonly string[], fields: ReadonlyMap<string, Kind['field']>): Kind | undefined {
  const [code = '', named = '', zh = '', en = '', article = ''] = cells;
  const field = fields.get(named);
  if (field === undefined || cells.length !== 5) return undefined;
  return { code, field, name: { zh, en: en === '' ? zh : en }, article };
}

/** The kinds in such a text, from a spreadsheet too (tabs); or the number of the first line that is none. */
export function readLines(text: string, names: Names): Result<readonly Kind[], number> {
  const fields = new Map(Object.entries(names).map(([field, { zh }]) => [zh, field as Kind['field']]));
  const lines = text.split('\n').map((line) => ({ blank: line.trim() === '', kind: kindOf(cellsOf(line), fields) }));
  const bad = lines.findIndex(({ blank, kind }) => !blank && kind === undefined);
  return bad >= 0 ? refuse(bad + 1) : ok(lines.flatMap(({ kind }) => kind ?? []));
}
