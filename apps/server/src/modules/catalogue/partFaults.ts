import { tablePlace, type DecisionTable, type DrawingFinding, type ItemFinding } from '@yimen/core/catalogue';
import type { Words } from '@yimen/kernel';
import type { XmlProblem } from '../../platform/xml.ts';

/** What stands against a file of one part of an item: it is no XML that is read, a drawing is unlawful, a cell cannot be read. */
export type PartProblem =
  | XmlProblem
  | { readonly findings: readonly DrawingFinding[] }
  | { readonly tables: readonly DecisionTable[]; readonly cells: readonly ItemFinding[] };

/** One thing that stands against it: where, as the person who has the file open finds it, what, and by which article. */
export interface PartFault {
  readonly place: Words;
  readonly words: Words;
  readonly article?: string;
}

export function faultsOf(problem: PartProblem): readonly PartFault[] {
  if ('findings' in problem)
    return problem.findings.map(({ element, words, article }) => ({
      place: element === '' ? wholeFile : { zh: `元素 ${element}`, en: `element ${element}` },
      words,
      ...(article === undefined ? {} : { article }),
    }));
  if ('cells' in problem)
    return problem.cells.map(({ field, words, article }) => ({
      place: cellWords(problem.tables, field),
      words,
      ...(article === undefined ? {} : { article }),
    }));
  const { line, column, words } = problem;
  return [
    {
      place: {
        zh: `第 ${String(line)} 行第 ${String(column)} 列`,
        en: `line ${String(line)}, column ${String(column)}`,
      },
      words,
    },
  ];
}

const wholeFile: Words = { zh: '整个文件', en: 'the whole file' };

function cellWords(tables: readonly DecisionTable[], field: string): Words {
  const place = tablePlace(tables, field);
  if (place === undefined) return wholeFile;
  const { table, row, column } = place;
  if (column === undefined) return { zh: `表“${table}”`, en: `table “${table}”` };
  if (row === undefined)
    return { zh: `表“${table}”表头“${column}”列`, en: `table “${table}”, head of the column “${column}”` };
  return {
    zh: `表“${table}”第 ${String(row)} 行“${column}”列`,
    en: `table “${table}”, row ${String(row)}, column “${column}”`,
  };
}
