import type { MaterialView } from '@yimen/contract';
import type { Defect, FormAnswers, HandedIn } from '@yimen/core/casework';
import { isAskedFor } from './condition.ts';

/** One requirement as the clerk sees it at the counter: handed in or not, and which points hold. */
export interface Handed {
  readonly in: boolean;
  readonly copies: number;
  readonly form: HandedIn['form'];
  readonly file?: HandedIn['file'] | undefined;
  readonly rulesMet: readonly number[];
}
export type Materials = { readonly [requirementId: string]: Handed };

const untouched = (requirement: MaterialView): Handed => ({
  in: false,
  copies: Math.max(1, requirement.copies),
  form: requirement.form,
  rulesMet: [],
});

/** The editor's first state: what was handed in before, else nothing. */
export function startMaterials(requirements: readonly MaterialView[], before: readonly HandedIn[] = []): Materials {
  return Object.fromEntries(
    requirements.map((requirement) => {
      const found = before.find(({ requirementId }) => requirementId === requirement.id);
      if (found === undefined) return [requirement.id, untouched(requirement)];
      const { copies, form, file, rulesMet = [] } = found;
      return [requirement.id, { in: true, copies, form, file, rulesMet }];
    }),
  );
}

export function handedOf(materials: Materials, requirement: MaterialView): Handed {
  return materials[requirement.id] ?? untouched(requirement);
}

/** Every point of the requirement holds and it is handed in. */
export function allMet(requirement: MaterialView, handed: Handed): Handed {
  return { ...handed, in: true, rulesMet: requirement.acceptanceRules.map((_, index) => index) };
}

export function toHandedIn(materials: Materials): readonly HandedIn[] {
  return Object.entries(materials)
    .filter(([, handed]) => handed.in)
    .map(([requirementId, { copies, form, file, rulesMet }]) => ({
      requirementId,
      copies,
      form,
      rulesMet,
      ...(file === undefined ? {} : { file }),
    }));
}

const titled = (name: string): string => (name.includes('《') ? name : `《${name}》`);

function absent(requirement: MaterialView, answers: FormAnswers): readonly Defect[] {
  // 容缺 materials may follow later; a condition that cannot be told here is left to the clerk and the server.
  if (requirement.necessity !== 'required' || isAskedFor(requirement, answers) !== true) return [];
  const standard = [requirement.basis, ...requirement.acceptanceRules].filter((text) => text !== '').join('；');
  return [{ requirementId: requirement.id, defect: `未提交${titled(requirement.name)}`, standard: bounded(standard) }];
}

const bounded = (text: string): string => (text.length > 500 ? `${text.slice(0, 499)}…` : text || '见办事指南');

/** The union of everything not ticked: one notice, all of it (行政许可法 Art. 32(1)(4)). */
export function defectsOf(
  requirements: readonly MaterialView[],
  materials: Materials,
  answers: FormAnswers,
): readonly Defect[] {
  return requirements.flatMap((requirement) => {
    const handed = handedOf(materials, requirement);
    if (!handed.in) return absent(requirement, answers);
    return requirement.acceptanceRules
      .filter((_, index) => !handed.rulesMet.includes(index))
      .map((rule) => ({
        requirementId: requirement.id,
        defect: bounded(`${titled(requirement.name)}不符合要求：${rule}`),
        standard: bounded(rule),
      }));
  });
}
