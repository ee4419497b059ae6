import { isObject, readPath } from '../jsonPaths.ts';
import type { Json } from '@yimen/kernel';
import type { ChangeEffect } from '../diff/effect.ts';

/**
 * What a county may make of a part of its city's template (同一事项无差别受理、同标准办理, 优化营商环境条例 Art. 35):
 * `own` says whose item it is, and is no difference; `local` differs freely; `noted` too, but the city's change of it is
 * told; `better` may only ask less of the citizen; `standard` are fees: which there are is the city's, how much may be
 * local; `marked` may be added to where the county names its own basis; `binding` is the same in the whole city.
 */
export type TemplateRole = 'own' | 'local' | 'noted' | 'better' | 'standard' | 'marked' | 'binding';

/**
 * The whole table; the longest row that fits holds, and what no row names is binding. `*` is the id of an entry. A part
 * stands before the parts within it.
 */
export const templateParts: readonly (readonly [path: string, role: TemplateRole])[] = [
  ['jurisdiction', 'own'],
  ['id', 'own'],
  ['version', 'own'],
  ['effectiveFrom', 'own'],
  ['effectiveTo', 'own'],
  ['level', 'own'],
  ['authority', 'own'],
  ['codes', 'own'],
  ['codes.basic', 'binding'],
  ['implementation.tree.parent', 'own'],
  ['implementation.body', 'own'],
  ['implementation.lists', 'own'],
  ['implementation.town', 'own'],
  ['implementation.village', 'own'],
  ['acceptedWarnings', 'own'],
  ['demonstration', 'own'],
  ['availability', 'noted'],
  ['implementation.state', 'noted'],
  ['everydayWords', 'local'],
  ['theme', 'local'],
  ['service', 'local'],
  ['remedies', 'local'],
  ['implementation.entrustment', 'local'],
  ['implementation.jointBodies', 'local'],
  ['implementation.questions', 'local'],
  ['implementation.userTopics', 'local'],
  ['implementation.companyTopics', 'local'],
  ['implementation.otherCodes', 'local'],
  ['implementation.resultSample', 'local'],
  ['implementation.promisedNote', 'local'],
  ['implementation.service', 'local'],
  ['implementation.service.visits', 'better'],
  ['implementation.intermediaries', 'better'],
  ['handling', 'better'],
  ['limits.acceptance', 'better'],
  ['limits.promised', 'better'],
  ['limits.delivery', 'better'],
  ['materials.*', 'marked'],
  ['materials.*.name', 'binding'],
  ['materials.*.basis', 'binding'],
  ['materials.*.localBasis', 'binding'],
  ['materials.*.source', 'binding'],
  ['materials.*.form', 'binding'],
  ['materials.*.type', 'binding'],
  ['materials.*.medium', 'binding'],
  ['materials.*.trustGrade', 'binding'],
  ['materials.*.pageFormat', 'binding'],
  ['materials.*.condition', 'better'],
  ['materials.*.necessity', 'better'],
  ['materials.*.copies', 'better'],
  ['materials.*.acceptanceRules', 'better'],
  ['materials.*.shareable', 'better'],
  ['materials.*.sourceNote', 'local'],
  ['materials.*.fillNotes', 'binding'],
  ['materials.*.blankForm', 'local'],
  ['materials.*.sample', 'local'],
  ['fees.*', 'standard'],
  ['procedure.examination.*.name', 'local'],
  ['procedure.examination.*.authority', 'local'],
  ['procedure.examination.*.limitDays', 'local'],
  ['procedure.examination.*.integrityRiskPoint', 'local'],
];

const rows = templateParts
  .map(([path, role]) => ({ keys: path.split('.'), role }))
  .toSorted((left, right) => right.keys.length - left.keys.length);

const fits = (pattern: readonly string[], field: readonly string[]): boolean =>
  pattern.length <= field.length && pattern.every((key, at) => key === '*' || key === field[at]);

/** The role of a field as differences name it, `materials.lease.copies`. */
export function templateRole(field: string): TemplateRole {
  const place = field.split('.');
  return rows.find(({ keys }) => fits(keys, place))?.role ?? 'binding';
}

interface Compared {
  readonly field: string;
  readonly effect: ChangeEffect;
  readonly before?: Json | undefined;
  readonly after?: Json | undefined;
}

/** Limits of another unit or start are no fewer days, whatever their number says. */
function isMeasuredAlike(left: Json | undefined, right: Json | undefined): boolean {
  if (!isObject(left) || !isObject(right) || left['unit'] === undefined) return false;
  return ['unit', 'startsOn'].every((key) => readPath(left, key) === readPath(right, key));
}

/** Whether a difference in a `better` part asks no more of the citizen than the template. */
export function isBetter({ field, effect, before, after }: Compared): boolean {
  if (!field.startsWith('limits.')) return effect === 'looser';
  return effect !== 'tighter' && isMeasuredAlike(before, after);
}
