import {
  AccountNamed,
  Accounts,
  AccountSwitch,
  AuditQuery,
  AuditRecord,
  NewAccountBody,
  PasswordProfileChoice,
  PostEnded,
  PostGiven,
  SystemState,
} from '@yimen/contract';
import { dayOf, type Result } from '@yimen/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { staffOf, type App } from '../../../platform/http/index.ts';
import { accountsOf, disableAccount, enableAccount, makeAccount, systemState, type By } from '../accounts.ts';
import { auditRecord } from '../audit.ts';
import { chooseProfile, endPost, givePost, resetFactors, unlockAccount } from '../security.ts';
import type { AccountRefusal } from '../refusals.ts';
import type { PeopleWorld } from '../world.ts';
import { refuseAs, refusePassword } from './answers.ts';
import type { SessionNeighbours } from './session.ts';

const tags = ['administration'];
const system = { policy: { roles: ['systemAdministrator'] } } as const;
const security = { policy: { roles: ['securityAdministrator'] } } as const;
const audit = { policy: { roles: ['auditAdministrator'] } } as const;
/** Every change is made by somebody who proved a moment ago who they are, and answers nothing. */
const change = { proved: true, answers: { status: 204 } } as const;

/** Three administrators, three sets of routes; none of them leads to a case (三员分立). */
export function administrationRoutes(world: PeopleWorld, near: SessionNeighbours): (app: App) => void {
  return (app) => {
    systemRoutes(app, world, near);
    accountRoutes(app, world);
    securityRoutes(app, world);
    postRoutes(app, world);
    auditRoutes(app, world);
  };
}

interface Task {
  readonly holder: { readonly jurisdiction: string; readonly person: string };
  readonly how: Required<By>;
}

function taskOf(request: FastifyRequest, person: string): Task {
  const { jurisdiction, person: by } = staffOf(request);
  return { holder: { jurisdiction, person }, how: { by, from: request.ip } };
}

function answer(reply: FastifyReply, done: Result<unknown, AccountRefusal | 'not_found'>): FastifyReply {
  return done.ok ? reply.code(204).send() : refuseAs(reply, done.error);
}

function systemRoutes(app: App, world: PeopleWorld, near: SessionNeighbours): void {
  const { shell } = world;
  app.get(
    '/api/v1/administration/system',
    { config: system, schema: { tags, summary: '系统状态 / the system', response: { 200: SystemState } } },
    async (request, reply) => {
      const lastBackupAt = await world.lastBackup?.();
      return reply.send({
        ...(await systemState(shell, staffOf(request).jurisdiction)),
        ...(lastBackupAt === undefined ? {} : { lastBackupAt }),
        demonstration: shell.demo,
      });
    },
  );
  app.get(
    '/api/v1/administration/accounts',
    {
      config: { policy: { roles: ['systemAdministrator', 'securityAdministrator'] } },
      schema: { tags, summary: '账号 / the accounts', response: { 200: Accounts } },
    },
    (request) => listAccounts(world, near, staffOf(request).jurisdiction),
  );
}

async function listAccounts({ shell }: PeopleWorld, near: SessionNeighbours, jurisdiction: string): Promise<Accounts> {
  const authorities = await near.authorityNames(jurisdiction);
  return accountsOf(shell, { jurisdiction, authorities, today: dayOf(shell.now()) });
}

function accountRoutes(app: App, world: PeopleWorld): void {
  const { shell } = world;
  app.post(
    '/api/v1/administration/accounts',
    { config: { ...system, ...change }, schema: { tags, summary: '新建账号 / a new account', body: NewAccountBody } },
    async (request, reply) => {
      const { holder, how } = taskOf(request, request.body.username);
      const made = await makeAccount(world, { jurisdiction: holder.jurisdiction, ...request.body }, how);
      if (made.ok) return reply.code(204).send();
      const { error } = made;
      return error === 'username_taken' ? refuseAs(reply, error) : refusePassword(reply, error, 'password');
    },
  );
  app.post(
    '/api/v1/administration/accounts/switch',
    { config: { ...system, ...change }, schema: { tags, summary: '启用、停用 / switch', body: AccountSwitch } },
    async (request, reply) => {
      const { holder, how } = taskOf(request, request.body.person);
      if (holder.person === how.by) return refuseAs(reply, 'not_oneself');
      const done = await (request.body.enabled ? enableAccount : disableAccount)(shell, holder, how);
      return done ? reply.code(204).send() : refuseAs(reply, 'not_found');
    },
  );
}

function securityRoutes(app: App, world: PeopleWorld): void {
  app.post(
    '/api/v1/administration/unlock',
    { config: { ...security, ...change }, schema: { tags, summary: '解锁 / unlock', body: AccountNamed } },
    async (request, reply) => {
      const { holder, how } = taskOf(request, request.body.person);
      return answer(reply, await unlockAccount(world, holder, how));
    },
  );
  app.post(
    '/api/v1/administration/factor-reset',
    { config: { ...security, ...change }, schema: { tags, summary: '重置第二因素 / reset', body: AccountNamed } },
    async (request, reply) => {
      const { holder, how } = taskOf(request, request.body.person);
      if (holder.person === how.by) return refuseAs(reply, 'not_oneself');
      return answer(reply, await resetFactors(world, holder, how));
    },
  );
  app.post(
    '/api/v1/administration/password-profile',
    {
      config: { ...security, ...change },
      schema: { tags, summary: '口令策略 / passwords', body: PasswordProfileChoice },
    },
    async (request, reply) => {
      const { holder, how } = taskOf(request, staffOf(request).person);
      const profile = request.body.passwordProfile;
      await chooseProfile(world, { jurisdiction: holder.jurisdiction, profile, ...how });
      return reply.code(204).send();
    },
  );
}

function postRoutes(app: App, world: PeopleWorld): void {
  const { shell } = world;
  app.post(
    '/api/v1/administration/posts/give',
    { config: { ...security, ...change }, schema: { tags, summary: '授予岗位 / give a post', body: PostGiven } },
    async (request, reply) => {
      const { holder, how } = taskOf(request, request.body.person);
      if (holder.person === how.by) return refuseAs(reply, 'not_oneself');
      const { post, from, to } = request.body;
      const today = dayOf(shell.now());
      return answer(reply, await givePost(world, holder, { post, today, term: { from: from ?? today, to }, ...how }));
    },
  );
  app.post(
    '/api/v1/administration/posts/end',
    { config: { ...security, ...change }, schema: { tags, summary: '免去岗位 / end a post', body: PostEnded } },
    async (request, reply) => {
      const { holder, how } = taskOf(request, request.body.person);
      if (holder.person === how.by) return refuseAs(reply, 'not_oneself');
      const { post } = request.body;
      return answer(reply, await endPost(world, holder, { post, today: dayOf(shell.now()), ...how }));
    },
  );
}

function auditRoutes(app: App, { shell }: PeopleWorld): void {
  app.get(
    '/api/v1/administration/record',
    {
      config: audit,
      schema: {
        tags,
        summary: '审计记录 / the record',
        querystring: AuditQuery,
        response: { 200: AuditRecord },
      },
    },
    (request) => auditRecord(shell.db, { jurisdiction: staffOf(request).jurisdiction, ...request.query }),
  );
}
