import type { ConformanceAnswer } from '@yimen/contract';
import type { Conformance, Mined, ProcedureKey } from '@yimen/core/history';
import { ok, refuse, type Result } from '@yimen/kernel';
import type { Refusal } from '../../platform/http/index.ts';
import { conformanceView } from './conformanceView.ts';
import type { Wording } from './miner.ts';
import { bytesOf, minedOf, standing } from './reading.ts';
import type { Reading } from './readings.ts';
import type { StoredLog } from './store.ts';
import { ownWording, saidWording } from './wording.ts';
import type { AskedProcedure, History, PublishedProcedure } from './world.ts';

export const CONFORMANCE_REFUSALS = {
  procedure_unknown: {
    code: 'procedure_unknown',
    field: 'item',
    words: { zh: '没有这个事项，或者它没有公布流程', en: 'There is no such item, or it publishes no procedure' },
  },
} as const satisfies Readonly<Record<string, Refusal>>;

/** Which procedure a log is held against, and what its shapes are called there. */
export interface Asked extends AskedProcedure {
  readonly said: ReadonlyMap<string, string>;
  readonly language: 'zh' | 'en';
}

/** Holds a log against a published procedure; until it was read, how far it is. */
export async function conformance(
  world: History,
  log: StoredLog,
  asked: Asked,
): Promise<Result<ConformanceAnswer, Refusal>> {
  const procedure = await world.near.procedure(log.jurisdiction, asked);
  if (procedure === undefined) return refuse(CONFORMANCE_REFUSALS.procedure_unknown);
  const { answer: mined, read } = minedOf(world, log);
  if (mined === undefined) return ok({ state: 'reading', read });
  const judged = judge(world, log, { procedure, mined, said: asked.said });
  if (judged.answer === undefined) return ok({ state: 'reading', read: judged.read });
  const { near } = world;
  const names = { facts: near.factWords, steps: await near.stepNames(log.jurisdiction) };
  const { language } = asked;
  const view = conformanceView(judged.answer, { procedure, log, names, language, wording: judged.wording });
  return ok({ state: 'done', conformance: view });
}

interface Judging {
  readonly procedure: PublishedProcedure;
  readonly mined: Mined;
  readonly said: ReadonlyMap<string, string>;
}

type Judged = Omit<Reading<Conformance>, 'failed'> & { readonly wording: Wording };

function judge(world: History, log: StoredLog, { procedure, mined, said }: Judging): Judged {
  const { flow, itemId, version } = procedure;
  const own = log.format === 'ledger' || mined.procedures.length > 0;
  const activities = new Set(mined.steps.map(({ activity }) => activity));
  const wording = own ? ownWording(flow) : saidWording(flow, said, activities);
  const only: ProcedureKey | undefined = mined.procedures.length > 0 ? { itemId, version } : undefined;
  const process = {
    nodes: flow.nodes.map(({ id, shape }) => ({ id, shape })),
    edges: flow.edges.map(({ from, to }) => ({ from, to })),
  };
  const key = JSON.stringify([log.file, itemId, version, Object.entries(wording.called)]);
  const reading = world.conformances.of(key, async (told) =>
    world.miner.ask({ ask: 'conform', bytes: await bytesOf(world, log), process, only, wording }, told),
  );
  return { ...standing(reading), wording };
}
