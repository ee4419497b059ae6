import type { Department } from '@yimen/core/network';
import { authorityId } from '@yimen/core/people';
import type { ItemRow } from './checkRow.ts';

/** A department as a list of items names it. Its name is its id: the only thing every row has and no edition changes. */
export type ListedDepartment = Omit<Department, 'creditCode' | 'jurisdiction'> & { readonly creditCode?: string };

/** The departments the rows name, in the order of the list. */
export function departmentsIn(rows: readonly ItemRow[]): readonly ListedDepartment[] {
  const byName = Map.groupBy(rows, ({ cells }) => cells.department);
  return [...byName].map(([name, own]) => {
    const creditCode = commonest(own.map(({ cells }) => cells.dept_uscc));
    return {
      id: authorityId(name),
      name,
      // The list has no 机关简称; a department that only publishes numbers no papers here.
      shortName: name,
      kind: name.endsWith('行政审批局') ? 'approvalBureau' : 'department',
      ...(creditCode === undefined ? {} : { creditCode }),
    };
  });
}

/** Bodies under a department carry codes of their own (12 事业单位); the department's begins with 11, the commonest of them. */
function commonest(codes: readonly string[]): string | undefined {
  const counts = Map.groupBy(
    codes.filter((code) => code.startsWith('11')),
    (code) => code,
  );
  const ranked = [...counts].toSorted(
    ([left, many], [right, few]) => few.length - many.length || left.localeCompare(right),
  );
  return ranked[0]?.[0];
}
