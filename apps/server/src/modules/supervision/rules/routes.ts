import { RuleSetRequest, RuleSetsView } from '@yimen/contract';
import { z } from 'zod';
import { refuseWith, type App } from '../../../platform/http/index.ts';
import { askingOf } from '../asking.ts';
import type { Supervision } from '../world.ts';
import { publishRuleSet } from './publish.ts';
import { ruleSetsView } from './view.ts';

const tags = ['supervision'];
const AT = '/api/v1/desk/supervision/rules';
/** Whoever is judged by the rules may read them. */
const staff = { policy: 'staff' } as const;
const supervisor = { policy: { roles: ['supervisor'] } } as const;

/** 监察规则: what cases are judged by, read by everybody, laid down by a supervisor from a later day on. */
export function ruleRoutes(world: Supervision, app: App): void {
  const read = { tags, summary: '监察规则 / the rules', response: { 200: RuleSetsView } };
  app.get(AT, { config: staff, schema: read }, (request) =>
    askingOf(world, request).then(({ jurisdiction, actor }) =>
      ruleSetsView(world, jurisdiction, actor.roles.includes('supervisor')),
    ),
  );
  const publish = { tags, summary: '发布监察规则 / lay rules down', body: RuleSetRequest, response: { 204: z.null() } };
  app.post(AT, { config: supervisor, schema: publish }, async (request, reply) => {
    const { jurisdiction, standing } = await askingOf(world, request);
    const done = await publishRuleSet(world, { jurisdiction, standing, ...request.body });
    return done.ok ? reply.code(204).send(null) : refuseWith(reply, done.error);
  });
}
