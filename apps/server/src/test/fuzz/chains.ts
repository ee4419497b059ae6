import { ActAnswer, CaseView } from '@yimen/contract';
import { commands } from '@yimen/testkit/cases';
import fc from 'fast-check';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { commandId, fileCommand, intakeCommands } from '../hall.ts';
import type { Operation } from './document.ts';
import { replyProblem } from './replies.ts';
import type { JsonSchema } from './schema.ts';
import type { Target } from './target.ts';
import { arbitraryOf } from './valid.ts';

/** One thing somebody does to the case: mostly what they may, with a body that mostly makes sense. */
export interface Link {
  readonly officer: string;
  readonly pick: number;
  readonly wild: boolean;
  readonly lawful: boolean;
  /** A body of any act, made from the document. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** What an act needs to make sense, where chance would hardly find it. */
const sensible: Readonly<Record<string, (on: string, today: string) => object>> = {
  receive: () => ({ materials: fileCommand().materials }),
  notifyCorrection: () => ({
    ...commands.typical.notifyCorrection,
    defects: [{ defect: '地址不详', standard: '写到门牌' }],
  }),
  deliverCorrection: () => ({ materials: fileCommand().materials, complete: true }),
  claimStep: (stepId) => ({ stepId }),
  releaseStep: (stepId) => ({ stepId, reason: '出差' }),
  completeStep: (stepId) => ({ stepId, agreed: true, opinion: '符合条件' }),
  returnToStep: (fromStepId) => ({ fromStepId, toStepId: 'examine', reason: '有误' }),
  endSpecialProcedure: (procedureId, receivedOn) => ({ procedureId, receivedOn, result: '通过' }),
  extend: () => commands.typical.extend,
  proposeDecision: () => commands.refusing,
  attachMinutes: (_on, heldOn) => ({ ...commands.typical.attachMinutes, heldOn }),
  sign: () => commands.typical.sign,
  issue: () => ({ licenceNumber: '豫E-001' }),
  serve: (_on, servedOn) => commands.serving({ servedOn: servedOn as never }),
};

/** The bodies of all acts, by name, as the document has them. */
function actShapes(operation: Operation): readonly JsonSchema[] {
  const body = operation.requestBody?.content['application/json']?.schema;
  return body?.properties?.['commands']?.items?.oneOf ?? [];
}

export function chains(acts: Operation, officers: readonly string[]): fc.Arbitrary<readonly Link[]> {
  const bodies = actShapes(acts).map((shape) => arbitraryOf(shape) as fc.Arbitrary<Link['body']>);
  const link = fc.record({
    officer: fc.constantFrom(...officers),
    pick: fc.nat({ max: 1000 }),
    wild: fc.nat({ max: 4 }).map((roll) => roll === 0),
    lawful: fc.nat({ max: 4 }).map((roll) => roll > 0),
    body: fc.oneof(...bodies),
  });
  return fc.array(link, { minLength: 12, maxLength: 40, size: 'max' });
}

/** One case from intake on, acted on by whoever comes; gives what was wrong with the replies. */
export async function walk(
  target: Target,
  operations: readonly Operation[],
  links: readonly Link[],
): Promise<readonly string[]> {
  const problems: string[] = [];
  const ask = async (name: string, request: InjectOptions): Promise<LightMyRequestResponse> => {
    const operation = operations.find((one) => one.name === name);
    const reply = await target.app.inject(request);
    const wrong =
      operation === undefined
        ? `${name} is not in the document`
        : replyProblem(operation, { allowed: true, request }, reply);
    if (wrong !== undefined) problems.push(`${wrong}: ${JSON.stringify(request)} → ${reply.payload.slice(0, 500)}`);
    return reply;
  };
  const headers = { cookie: target.officers['zhou.min'] ?? '' };
  const payload = { commandId: commandId(), commands: intakeCommands().slice(0, 1 + (links.length % 3)) };
  const begun = await ask('post /api/v1/desk/cases', { method: 'POST', url: '/api/v1/desk/cases', headers, payload });
  const { caseId } = ActAnswer.parse(begun.json());
  for (const link of links) await follow(target, caseId, link, ask);
  await ask('get /api/v1/desk/cases/{caseId}/file.pdf', { url: `/api/v1/desk/cases/${caseId}/file.pdf`, headers });
  return problems;
}

type Ask = (name: string, request: InjectOptions) => Promise<LightMyRequestResponse>;

async function follow(target: Target, caseId: string, link: Link, ask: Ask): Promise<void> {
  const url = `/api/v1/desk/cases/${caseId}`;
  const headers = { cookie: target.officers[link.officer] ?? '' };
  const seen = await ask('get /api/v1/desk/cases/{caseId}', { url, headers });
  if (seen.statusCode !== 200) return;
  const view = CaseView.parse(seen.json());
  const may = view.acts.filter(({ available, act }) => available && !ENDING.has(act));
  const chosen = may[link.pick % Math.max(1, may.length)];
  const command = link.wild || chosen === undefined ? link.body : bodyFor(link, chosen, target.hall.today());
  const payload = { commandId: commandId(), revision: view.revision, commands: [command] };
  await ask('post /api/v1/desk/cases/{caseId}/acts', { method: 'POST', url: `${url}/acts`, headers, payload });
}

/** Left to the wild moves, or no case would grow old. */
const ENDING = new Set([
  'withdraw',
  'terminate',
  'void',
  'declineAcceptance',
  'declareLicenceNotRequired',
  'proposeReturn',
]);

function bodyFor(
  link: Link,
  { act, on = '' }: { readonly act: string; readonly on?: string | undefined },
  today: string,
): object {
  const made = link.body['type'] === act && !link.lawful ? link.body : {};
  return { ...made, ...sensible[act]?.(on, today), type: act };
}
