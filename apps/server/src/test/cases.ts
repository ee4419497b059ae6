import { ActAnswer, CaseView, Queue } from '@yimen/contract';
import type { CaseCommand } from '@yimen/core/casework';
import { authorisations, items, postings } from '@yimen/demo';
import { expect } from 'vitest';
import { commandId, intakeCommands, type TestHall } from './hall.ts';

/** The people of the construction permit, by what they do. */
export const cast = {
  clerk: 'zhou.min',
  examiner: 'li.qing',
  approver: 'wang.lei',
  chief: 'zhao.yan',
  head: 'gao.jun',
  seal: 'qin.lan',
  delivery: 'tan.song',
  windowHead: 'luo.gang',
  dutyManager: 'peng.zhi',
  supervisor: 'yu.cha',
} as const;

export async function intake(hall: TestHall, itemId?: string, last?: CaseCommand): Promise<ActAnswer> {
  const commands = intakeCommands(itemId, last);
  const response = await hall.as(cast.clerk).post('/desk/cases', { commandId: commandId(), commands });
  expect(response.statusCode, response.body).toBe(201);
  return ActAnswer.parse(response.json());
}

/** Tries; whether it may be is the test's question. */
export function attempt(hall: TestHall, person: string, caseId: string, ...commands: readonly CaseCommand[]) {
  return hall.as(person).post(`/desk/cases/${caseId}/acts`, { commandId: commandId(), commands });
}

export async function act(hall: TestHall, person: string, caseId: string, ...commands: readonly CaseCommand[]) {
  const response = await attempt(hall, person, caseId, ...commands);
  expect(response.statusCode, response.body).toBe(200);
  return ActAnswer.parse(response.json());
}

export async function view(hall: TestHall, person: string, caseId: string): Promise<CaseView> {
  const response = await hall.as(person).get(`/desk/cases/${caseId}`);
  expect(response.statusCode, response.body).toBe(200);
  return CaseView.parse(response.json());
}

export async function queue(hall: TestHall, person: string, query = ''): Promise<Queue> {
  return Queue.parse((await hall.as(person).get(`/desk/queue${query}`)).json());
}

/** An item whose procedure allows an expert review, and the officer who may start one. */
export function expertReview(): { readonly itemId: string; readonly officer: string } {
  const item = items.find(({ procedure }) =>
    procedure.specialProcedures.some((one) => one.procedure === 'expertReview'),
  );
  const paper = authorisations.find(
    ({ authority, acts }) => authority === item?.authority && acts.includes('specialProcedure'),
  );
  const holder = postings.find(({ post, rank }) => post === paper?.post && rank === 'A');
  if (item === undefined || holder === undefined) throw new Error('the demonstration has no expert review');
  return { itemId: item.id, officer: holder.person };
}

const proposal = {
  type: 'proposeDecision',
  outcome: 'grant',
  facts: '申请材料齐全，符合法定条件。',
  basis: '《中华人民共和国建筑法》第八条',
  conditions: [],
} as const satisfies CaseCommand;

/** Examined and approved; the decision is proposed as told. */
export async function proposed(hall: TestHall, caseId: string, decision: CaseCommand = proposal): Promise<void> {
  await act(hall, cast.examiner, caseId, {
    type: 'completeStep',
    stepId: 'examine',
    agreed: true,
    opinion: '符合条件',
  });
  await act(hall, cast.approver, caseId, { type: 'completeStep', stepId: 'approve', agreed: true, opinion: '同意' });
  await act(hall, cast.approver, caseId, decision);
}
