import { StarDecided, StarDecision, StarRules, StarTrial, StarTrialFound } from '@yimen/contract';
import { checkScheme, starRules, type StarScheme } from '@yimen/core/catalogue';
import { dayOf } from '@yimen/kernel';
import { refuseWith, staffOf, type App, type Refusal, type Staff } from '../../../platform/http/index.ts';
import type { Shell } from '../../../platform/shell.ts';
import type { StarNeighbours } from './facts.ts';
import { decideScheme, schemeOn, schemesOf, type DecideRefusal } from './schemes.ts';
import { tryScheme } from './trial.ts';

const tags = ['catalogue desk'];
const reading = { policy: { roles: ['catalogueEditor', 'authorityHead'] } } as const;
const writing = { policy: { roles: ['catalogueEditor'] } } as const;
const AT = '/api/v1/desk/catalogue/star-rules';

/** 星级标准 at the desk: read in words, tried on the items of today, decided for a later day. */
export function starRuleRoutes(shell: Shell, near: StarNeighbours): (app: App) => void {
  return (app) => {
    readRoute(app, shell);
    trialRoute(app, shell, near);
    decideRoute(app, shell);
  };
}

function readRoute(app: App, shell: Shell): void {
  const schema = { tags, summary: '星级标准 / rules of the stars', response: { 200: StarRules } };
  app.get(AT, { config: reading, schema }, (request) => rulesView(shell, staffOf(request)));
}

async function rulesView(shell: Shell, { jurisdiction, roles }: Staff): Promise<StarRules> {
  const today = dayOf(shell.now());
  const scheme = await schemeOn(shell.db, { jurisdiction, on: today });
  return {
    today,
    scheme: viewOf(scheme),
    rules: starRules(scheme),
    decided: (await schemesOf(shell.db, jurisdiction)).map((one) => ({ ...one, scheme: viewOf(one.scheme) })),
    mayDecide: roles.includes('catalogueEditor'),
  };
}

function trialRoute(app: App, shell: Shell, near: StarNeighbours): void {
  const schema = { tags, summary: '试算星级标准 / try rules', body: StarTrial, response: { 200: StarTrialFound } };
  app.post(`${AT}/trial`, { config: writing, schema }, async (request, reply) => {
    const { jurisdiction } = staffOf(request);
    const checked = checkScheme(request.body.scheme);
    if (!checked.ok) return refuseWith(reply, refusalOf(checked.error));
    return reply.send(await tryScheme(shell.db, near, { jurisdiction, on: dayOf(shell.now()) }, checked.value));
  });
}

function decideRoute(app: App, shell: Shell): void {
  const schema = { tags, summary: '决定星级标准 / decide rules', body: StarDecision, response: { 200: StarDecided } };
  app.post(AT, { config: writing, schema }, async (request, reply) => {
    const { jurisdiction, person, name } = staffOf(request);
    const decided = await decideScheme(shell, { ...request.body, jurisdiction, person, name });
    return decided.ok ? reply.send(decided.value) : refuseWith(reply, refusalOf(decided.error));
  });
}

/** The contract's shapes are of lists that may change; the core's may not. */
const viewOf = ({ most, steps: [two, three, four, five], leastRatings }: StarScheme): StarRules['scheme'] => ({
  most: { ...most },
  steps: [two, three, four, five],
  leastRatings,
});

const fixed = {
  steps_not_rising: {
    code: 'steps_not_rising',
    field: 'steps',
    words: {
      zh: '各星级的门槛须逐级升高，最高不超过 100%。',
      en: 'Each step must be above the one before it, and none above 100 %.',
    },
  },
  not_later: {
    code: 'not_later',
    field: 'effectiveFrom',
    words: {
      zh: '今天的星级已经按现行标准统计，新标准最早自明天起施行。',
      en: 'Today was counted by the rules in force; others hold from tomorrow at the earliest.',
    },
  },
  nothing_changed: {
    code: 'nothing_changed',
    field: 'most',
    words: { zh: '与那一天的标准相同，无需决定。', en: 'These are the rules of that day already.' },
  },
  command_reused: { code: 'command_reused' },
} as const;

function refusalOf(error: DecideRefusal): Refusal {
  if (error.code !== 'not_hundred') return fixed[error.code];
  const total = String(error.total);
  return {
    code: 'not_hundred',
    field: 'most',
    words: {
      zh: `各项分值之和须为 100 分，现为 ${total} 分。`,
      en: `The rules together must be worth 100 points; these are ${total}.`,
    },
  };
}
