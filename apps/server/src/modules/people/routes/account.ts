import {
  Account,
  Ended,
  NewPasskey,
  PasskeyOptions,
  PasswordChange,
  RecoveryCodes,
  TotpCode,
  TotpOffer,
} from '@yimen/contract';
import { needsSecondFactor } from '@yimen/core/people';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { staffOf, type App } from '../../../platform/http/index.ts';
import {
  accountOf,
  confirmPasskey,
  confirmTotp,
  endOthers,
  removeFactor,
  renewRecoveryCodes,
  type Removal,
} from '../account.ts';
import { newPasskeyOptions } from '../passkeys.ts';
import { changePassword } from '../passwordChange.ts';
import { offerTotp } from '../totp.ts';
import type { PeopleWorld } from '../world.ts';
import { holderOf, refuseAs, refusePassword, whereOf } from './answers.ts';

const tags = ['account'];
const config = { policy: 'account' } as const;
/** What guards the account is changed only by somebody who proved a moment ago that it is theirs. */
const proved = { ...config, proved: true, rateLimit: { max: 60, timeWindow: 60_000 } } as const;
const nothing = { ...proved, answers: { status: 204 } } as const;

/** One's own account: factors, password, sessions. */
export function accountRoutes(world: PeopleWorld): (app: App) => void {
  return (app) => {
    app.get(
      '/api/v1/account',
      { config, schema: { tags, summary: '我的账号 / my account', response: { 200: Account } } },
      (request) => accountOf(world.shell.db, staffOf(request)),
    );
    totpRoutes(app, world);
    passkeyRoutes(app, world);
    removalRoutes(app, world);
    passwordRoutes(app, world);
  };
}

function totpRoutes(app: App, world: PeopleWorld): void {
  app.post(
    '/api/v1/account/totp',
    { config: proved, schema: { tags, summary: '新的动态口令 / new one-time codes', response: { 200: TotpOffer } } },
    async (request, reply) => {
      const holder = holderOf(staffOf(request));
      const { username } = await accountOf(world.shell.db, staffOf(request));
      return reply.send(await offerTotp(world, holder, username));
    },
  );
  app.post(
    '/api/v1/account/totp/confirmation',
    {
      config: proved,
      schema: { tags, summary: '确认动态口令 / its first code', body: TotpCode, response: { 200: RecoveryCodes } },
    },
    async (request, reply) => {
      const staff = staffOf(request);
      const where = whereOf(world, request, staff);
      const done = await confirmTotp(world, holderOf(staff), { code: request.body.code, where });
      return done.ok ? reply.send({ codes: [...done.value] }) : refuseAs(reply, done.error);
    },
  );
}

function passkeyRoutes(app: App, world: PeopleWorld): void {
  app.post(
    '/api/v1/account/passkeys/options',
    { config: proved, schema: { tags, summary: '通行密钥登记参数 / options', response: { 200: PasskeyOptions } } },
    async (request, reply) => {
      const staff = staffOf(request);
      const { site, sessionId } = whereOf(world, request, staff);
      if (site === undefined) return refuseAs(reply, 'passkey_unavailable');
      const { username } = await accountOf(world.shell.db, staff);
      const options = await newPasskeyOptions(world, { holder: holderOf(staff), username, sessionId, site });
      return reply.send({ ...options });
    },
  );
  app.post(
    '/api/v1/account/passkeys',
    {
      config: proved,
      schema: { tags, summary: '登记通行密钥 / keep a passkey', body: NewPasskey, response: { 200: RecoveryCodes } },
    },
    async (request, reply) => {
      const staff = staffOf(request);
      const where = whereOf(world, request, staff);
      const { site, sessionId } = where;
      if (site === undefined) return refuseAs(reply, 'passkey_unavailable');
      const done = await confirmPasskey(world, { holder: holderOf(staff), sessionId, site, ...request.body }, where);
      return done.ok ? reply.send({ codes: [...done.value] }) : refuseAs(reply, done.error);
    },
  );
}

function removalRoutes(app: App, world: PeopleWorld): void {
  const remove = async (
    request: FastifyRequest,
    reply: FastifyReply,
    which: Removal['which'],
  ): Promise<FastifyReply> => {
    const staff = staffOf(request);
    const needed = needsSecondFactor(staff.roles) && staff.factorWaived !== true;
    const done = await removeFactor(world, holderOf(staff), { which, needed, from: request.ip });
    return done.ok ? reply.code(204).send() : refuseAs(reply, done.error);
  };
  app.delete(
    '/api/v1/account/totp',
    { config: nothing, schema: { tags, summary: '停用动态口令 / give up one-time codes' } },
    (request, reply) => remove(request, reply, 'totp'),
  );
  app.delete(
    '/api/v1/account/passkeys/:passkeyId',
    {
      config: nothing,
      schema: {
        tags,
        summary: '删除通行密钥 / remove a passkey',
        params: z.object({ passkeyId: z.string().max(300) }),
      },
    },
    (request, reply) => remove(request, reply, { passkey: request.params.passkeyId }),
  );
  app.post(
    '/api/v1/account/recovery-codes',
    { config: proved, schema: { tags, summary: '新的恢复码 / new recovery codes', response: { 200: RecoveryCodes } } },
    async (request, reply) => {
      const done = await renewRecoveryCodes(world, holderOf(staffOf(request)), request.ip);
      return done.ok ? reply.send({ codes: [...done.value] }) : refuseAs(reply, done.error);
    },
  );
}

function passwordRoutes(app: App, world: PeopleWorld): void {
  app.post(
    '/api/v1/account/password',
    {
      config: { ...config, answers: { status: 204 } },
      schema: { tags, summary: '更换密码 / change it', body: PasswordChange },
    },
    async (request, reply) => {
      const staff = staffOf(request);
      const where = whereOf(world, request, staff);
      const done = await changePassword(world, holderOf(staff), { ...request.body, where });
      return done.ok ? reply.code(204).send() : refusePassword(reply, done.error);
    },
  );
  app.post(
    '/api/v1/account/sessions/others/end',
    { config, schema: { tags, summary: '结束其他登录 / end the others', response: { 200: Ended } } },
    async (request, reply) => reply.send({ ended: await endOthers(world, staffOf(request), request.ip) }),
  );
}
