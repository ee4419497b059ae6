import type { ServiceItem } from '@yimen/core/catalogue';
import type { Applicant, Defect, FormAnswers } from '@yimen/core/casework';
import { personId } from '@yimen/core/people';
import { applicantOf, type ApplicantKey } from '../applicants.ts';
import { remedies } from '../centre.ts';
import { departmentKeys, type DepartmentKey } from '../departments.ts';
import { items } from '../items/index.ts';
import { departmentStaff, type Duty } from '../staffTable.ts';
import { handedIn, sampleAnswers } from './samples.ts';
import type { ScenarioStep, ScriptedCommand } from './shape.ts';

/** The clerk of the project window takes in for every department. */
const CLERK = 'zhou.min';

export function itemOf(id: string): ServiceItem {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new RangeError(`no such demonstration item: ${id}`);
  return found;
}

function keyOf(item: ServiceItem): DepartmentKey {
  const key = departmentKeys.find((candidate) => candidate === item.authority);
  if (key === undefined) throw new RangeError(`no such demonstration department: ${item.authority}`);
  return key;
}

/** Who holds a duty of the department; departments without a seal of their own leave it with the hall. */
function holderOf(key: DepartmentKey, duty: Duty): string {
  const held = departmentStaff[key].find(([name]) => name === duty)?.[1];
  if (held !== undefined) return held;
  if (duty === 'seal') return 'han.yin';
  if (duty === 'examiner2') return holderOf(key, 'approver');
  throw new RangeError(`${key} has nobody for ${duty}`);
}

/** The acts of one case in the words of the hall; each is done so many working days ago. */
export interface Script {
  online(ago: number, own?: Filing): readonly ScenarioStep[];
  atCounter(ago: number, own?: Filing): readonly ScenarioStep[];
  receive(ago: number, own?: Filing): readonly ScenarioStep[];
  askCorrection(ago: number, requirementIds: readonly string[]): readonly ScenarioStep[];
  correct(ago: number, requirementIds: readonly string[]): readonly ScenarioStep[];
  accept(ago: number): readonly ScenarioStep[];
  examine(ago: number): readonly ScenarioStep[];
  consult(ago: number, department: DepartmentKey): readonly ScenarioStep[];
  approve(ago: number): readonly ScenarioStep[];
  propose(ago: number, outcome?: 'grant' | 'partialGrant' | 'refuse'): readonly ScenarioStep[];
  reviewLegality(ago: number): readonly ScenarioStep[];
  meet(ago: number): readonly ScenarioStep[];
  sign(ago: number): readonly ScenarioStep[];
  seal(ago: number): readonly ScenarioStep[];
  issue(ago: number): readonly ScenarioStep[];
  serve(ago: number): readonly ScenarioStep[];
  close(ago: number): readonly ScenarioStep[];
  /** An act none of the above names. */
  act(
    ago: number,
    by: Duty | 'applicant' | 'system' | { readonly user: string },
    command: ScriptedCommand,
  ): readonly ScenarioStep[];
}

export interface Filing {
  readonly without?: readonly string[];
  readonly answers?: FormAnswers;
}

const step = (by: string, ago: number, command: ScriptedCommand): readonly ScenarioStep[] => [{ by, ago, command }];

/** Who and what a script is about, and who does which duty in it. */
interface Cast {
  readonly item: ServiceItem;
  readonly applicant: Applicant;
  readonly clerk: string;
  readonly by: (duty: Duty) => string;
}

/** Begins a script for one applicant and one item. `clerk` is who stands at the counter. */
export function scriptOf(itemId: string, applicant: ApplicantKey, clerk = CLERK): Script {
  const item = itemOf(itemId);
  const key = keyOf(item);
  const by = (duty: Duty): string => (item.handling === 'instant' ? clerk : holderOf(key, duty));
  const cast: Cast = { item, applicant: applicantOf(applicant), clerk, by };
  return {
    ...intakeOf(cast),
    ...examinationOf(cast),
    ...decisionOf(cast),
    ...deliveryOf(cast),
    act: (ago, actor, command) => step(nameOf(actor, by), ago, command),
  };
}

function filing({ item, applicant }: Cast, over: 'counter' | 'web', own: Filing = {}): ScriptedCommand {
  return {
    type: 'file',
    itemId: item.id,
    applicant,
    answers: sampleAnswers(item, own.answers),
    materials: handedIn(item, over, own.without),
    channel: over === 'web' ? 'web' : 'window',
  };
}

function intakeOf(
  cast: Cast,
): Pick<Script, 'online' | 'atCounter' | 'receive' | 'askCorrection' | 'correct' | 'accept'> {
  const { item, clerk } = cast;
  return {
    online: (ago, own) => step('applicant', ago, filing(cast, 'web', own)),
    atCounter: (ago, own) => step(clerk, ago, filing(cast, 'counter', own)),
    receive: (ago, own) => step(clerk, ago, { type: 'receive', materials: handedIn(item, 'counter', own?.without) }),
    askCorrection: (ago, ids) => {
      const defects = ids.map((id) => defectOf(item, id));
      return step(clerk, ago, { type: 'notifyCorrection', defects, contact: '周敏（演示） 0372-0000100' });
    },
    correct: (ago, ids) => {
      const materials = handedIn(item, 'web').filter(({ requirementId }) => ids.includes(requirementId));
      return step('applicant', ago, { type: 'deliverCorrection', materials, complete: true });
    },
    accept: (ago) => step(clerk, ago, { type: 'accept' }),
  };
}

function defectOf(item: ServiceItem, requirementId: string): Defect {
  const material = item.materials.find(({ id }) => id === requirementId);
  if (material === undefined) throw new RangeError(`${item.id} asks for no ${requirementId}`);
  const standard = material.acceptanceRules.join('；');
  return { requirementId, defect: `未提交${material.name}`, standard };
}

function examinationOf({ by }: Cast): Pick<Script, 'examine' | 'consult' | 'approve'> {
  const complete = (stepId: string, opinion: string): ScriptedCommand => ({
    type: 'completeStep',
    stepId,
    agreed: true,
    opinion,
  });
  return {
    examine: (ago) => step(by('examiner'), ago, complete('examine', '材料齐全，内容一致，建议准予。')),
    consult: (ago, asked) =>
      step(holderOf(asked, 'examiner'), ago, complete(`consult-${asked}`, '经研究，无不同意见。')),
    approve: (ago) => step(by('approver'), ago, complete('approve', '逐条对照许可条件，均已符合，同意。')),
  };
}

function decisionOf({
  item,
  applicant,
  by,
}: Cast): Pick<Script, 'propose' | 'reviewLegality' | 'meet' | 'sign' | 'seal' | 'issue'> {
  return {
    propose: (ago, outcome = 'grant') => step(by('approver'), ago, proposal(item, outcome)),
    reviewLegality: (ago) =>
      step(by('legal'), ago, { type: 'reviewLegality', agreed: true, opinion: '主体适格，程序合法，依据准确。' }),
    meet: (ago) =>
      step(by('approver'), ago, {
        type: 'attachMinutes',
        title: `${item.name}集体讨论纪要（演示）`,
        conclusion: '一致同意审批意见。',
      }),
    sign: (ago) => step(by('chief'), ago, { type: 'sign', opinion: '同意，请制作决定。' }),
    seal: (ago) => step(by('seal'), ago, { type: 'seal' }),
    issue: (ago) =>
      step(by('seal'), ago, {
        type: 'issue',
        licenceNumber: `演示${item.codes.basic ?? ''}-${String(ago)}${applicant.phone.slice(-3)}`,
      }),
  };
}

function deliveryOf({ item, applicant, clerk }: Cast): Pick<Script, 'serve' | 'close'> {
  const by = item.handling === 'instant' ? clerk : 'tan.song';
  return {
    serve: (ago) =>
      step(by, ago, {
        type: 'serve',
        method: 'inPerson',
        receiver: applicant.name,
        receiverIsApplicant: true,
        proof: '申请人在送达回证上签收（演示）',
      }),
    close: (ago) => step(by, ago, { type: 'close' }),
  };
}

function nameOf(actor: Parameters<Script['act']>[1], by: (duty: Duty) => string): string {
  if (typeof actor === 'object') return actor.user;
  return actor === 'applicant' || actor === 'system' ? actor : by(actor);
}

function proposal(item: ServiceItem, outcome: 'grant' | 'partialGrant' | 'refuse'): ScriptedCommand {
  const basis = item.bases.map(({ law, article }) => `《${law}》${article}`).join('、');
  if (outcome === 'grant') {
    return { type: 'proposeDecision', outcome, facts: '申请材料齐全，经审查符合法定条件。', basis, conditions: [] };
  }
  const reason =
    outcome === 'refuse' ? `不符合许可条件：${item.conditions[0] ?? ''}。` : '申请内容超出核定能力的部分不予准予。';
  return {
    type: 'proposeDecision',
    outcome,
    facts: '经审查，申请不完全符合法定条件。',
    basis,
    conditions: [],
    reason,
    remedies,
  };
}

/** For officers a special procedure names: two people, where the law wants two. */
export function visitors(key: DepartmentKey): readonly ReturnType<typeof personId>[] {
  return [personId(holderOf(key, 'examiner')), personId(holderOf(key, 'examiner2'))];
}
