import { checkSpecialProcedure, specialProcedureRules } from '../../clock/index.ts';
import type { ServiceItem } from '../item.ts';
import type { AllowedSpecialProcedure, ExaminationNode, StepNode } from '../procedure.ts';
import { lanesOf, stepsOf } from '../steps.ts';
import { finding, foundWhen, isBlank, repeated, type ItemFinding } from './findings.ts';

/**
 * Types keep most unlawful shapes out; this finds what types cannot say, and what came in as data: a table imported, a
 * version typed by an editor.
 */
export function procedureFindings({ procedure, handling }: ServiceItem): readonly ItemFinding[] {
  const ids = [...stepsOf(procedure), ...procedure.examination.filter(({ kind }) => kind !== 'step')].map(
    ({ id }) => id,
  );
  const special = procedure.specialProcedures.map(({ procedure: name }) => name);
  return [
    ...repeated(ids).map((id) => finding('procedure.examination', 'duplicate_id', id)),
    ...procedure.examination.flatMap((node, at) => nodeFindings(node, `procedure.examination.${at}`)),
    ...(handling === 'instant' ? [] : examinedAndApproved(procedure.examination)),
    ...repeated(special).map((name) => finding('procedure.specialProcedures', 'special_procedure_twice', name)),
    ...procedure.specialProcedures.flatMap((one, at) => specialFindings(one, `procedure.specialProcedures.${at}`)),
  ];
}

function nodeFindings(node: ExaminationNode, field: string): readonly ItemFinding[] {
  const lanes = lanesOf(node);
  return [
    ...foundWhen(node.kind === 'parallel' && lanes.length < 2, field, 'parallel_too_few'),
    ...foundWhen(
      lanes.some((lane) => lane.length === 0),
      field,
      'branch_empty',
    ),
    ...foundWhen(node.kind === 'when' && isBlank(node.condition), `${field}.condition`, 'condition_blank'),
    ...lanes
      .flat()
      .flatMap(({ limitDays, id }) =>
        foundWhen(!Number.isInteger(limitDays) || limitDays < 1, `${field}.${id}.limitDays`, 'step_limit'),
      ),
  ];
}

/** 一审一核: on every path an examination, and after it an approval. What hangs on a condition is not on every path. */
function examinedAndApproved(nodes: readonly ExaminationNode[]): readonly ItemFinding[] {
  const everywhere = nodes.filter(({ kind }) => kind !== 'when');
  const does = (node: ExaminationNode, duty: StepNode['duty']): boolean =>
    lanesOf(node).some((lane) => lane.some((step) => step.duty === duty));
  const approval = everywhere.findLastIndex((node) => does(node, 'approval'));
  const field = 'procedure.examination';
  if (approval < 0) return [finding(field, 'approval_missing')];
  const before = everywhere.slice(0, approval).some((node) => does(node, 'examination'));
  return foundWhen(!before && !inOneLane(everywhere[approval]), field, 'examination_missing');
}

/** Within one branch of a parallel group an approval may follow its own examination. */
function inOneLane(node: ExaminationNode | undefined): boolean {
  const lanes = node === undefined ? [] : lanesOf(node);
  return lanes.some((lane) => {
    const approval = lane.findIndex(({ duty }) => duty === 'approval');
    return lane.slice(0, Math.max(0, approval)).some(({ duty }) => duty === 'examination');
  });
}

function specialFindings(one: AllowedSpecialProcedure, field: string): readonly ItemFinding[] {
  const { procedure, stopsStatutory, stopsPromise, namedLaw, basis, plannedDays } = one;
  const name = specialProcedureRules[procedure].zh;
  const named = namedLaw === undefined || isBlank(namedLaw) ? {} : { namedLaw: { law: namedLaw, article: basis } };
  const lawful = checkSpecialProcedure({
    procedure,
    stopsStatutory,
    stopsPromise,
    guideSays: stopsPromise,
    ...named,
  }).ok;
  return [
    ...foundWhen(!lawful, field, 'special_procedure_unlawful', name),
    ...foundWhen(isBlank(basis), `${field}.basis`, 'special_procedure_basis', name),
    ...foundWhen(
      !Number.isInteger(plannedDays) || plannedDays < 1,
      `${field}.plannedDays`,
      'special_procedure_days',
      name,
    ),
  ];
}
