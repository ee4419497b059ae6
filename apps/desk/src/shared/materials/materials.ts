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
  /** A clerk has looked at it. What came over the web waits for that, and nothing is held against it until then. */
  readonly checked: boolean;
}
export type Materials = { readonly [requirementId: string]: Handed };

const untouched = (requirement: MaterialView): Handed => ({
  in: false,
  copies: Math.max(1, requirement.copies),
  form: requirement.form,
  rulesMet: [],
  checked: true,
});

/** The editor's first state: what was handed in before, else nothing. */
export function startMaterials(requirements: readonly MaterialView[], before: readonly HandedIn[] = []): Materials {
  return Object.fromEntries(
    requirements.map((requirement) => {
      const found = before.find(({ requirementId }) => requirementId === requirement.id);
      if (found === undefined) return [requirement.id, untouched(requirement)];
      const { copies, form, file, rulesMet } = found;
      return [
        requirement.id,
        { in: true, copies, form, file, rulesMet: rulesMet ?? [], checked: rulesMet !== undefined },
      ];
    }),
  );
}

export function handedOf(materials: Materials, requirement: MaterialView): Handed {
  return materials[requirement.id] ?? untouched(requirement);
}

/** Every point of the requirement holds and it is handed in. */
export function allMet(requirement: MaterialView, handed: Handed): Handed {
  return { ...handed, in: true, checked: true, rulesMet: requirement.acceptanceRules.map((_, index) => index) };
}

export function toHandedIn(materials: Materials): readonly HandedIn[] {
  return Object.entries(materials)
    .filter(([, handed]) => handed.in)
    .map(([requirementId, { copies, form, file, rulesMet, checked }]) => ({
      requirementId,
      copies,
      form,
      ...(checked ? { rulesMet } : {}),
      ...(file === undefined ? {} : { file }),
    }));
}

const titled = (name: string): string => (name.includes('《') ? name : `《${name}》`);

function absence(requirement: MaterialView): Defect {
  const standard = [requirement.basis, ...requirement.acceptanceRules].filter((text) => text !== '').join('；');
  return { requirementId: requirement.id, defect: `未提交${titled(requirement.name)}`, standard: bounded(standard) };
}

function failure(requirement: MaterialView, rule: string): Defect {
  const defect = bounded(`${titled(requirement.name)}不符合要求：${rule}`);
  return { requirementId: requirement.id, defect, standard: bounded(rule) };
}

function absent(requirement: MaterialView, answers: FormAnswers): readonly Defect[] {
  // 容缺 materials may follow later; a condition that cannot be told here is left to the clerk and the server.
  return requirement.necessity === 'required' && isAskedFor(requirement, answers) === true
    ? [absence(requirement)]
    : [];
}

/** Everything that could be said of these materials by the published rules: what a clerk picks from. */
export function possibleDefects(requirements: readonly MaterialView[]): readonly Defect[] {
  return requirements.flatMap((requirement) => [
    absence(requirement),
    ...requirement.acceptanceRules.map((rule) => failure(requirement, rule)),
  ]);
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
    if (!handed.checked) return [];
    return requirement.acceptanceRules
      .filter((_, index) => !handed.rulesMet.includes(index))
      .map((rule) => failure(requirement, rule));
  });
}
