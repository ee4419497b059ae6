import type { PasskeyAssertion, PasskeyAttestation } from '@yimen/contract';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticatorTransport,
} from '@simplewebauthn/server';
import { sql } from 'kysely';
import type { Db } from '../../platform/shell.ts';
import type { Holder, PeopleWorld } from './world.ts';

/** The address a browser has come by, when passkeys work there. */
export interface Site {
  readonly origin: string;
  readonly host: string;
}

/** Passkeys belong to a host's name; there are none for an address in digits or one this hall is not known by. */
export function siteOf({ origins }: PeopleWorld, host: string): Site | undefined {
  const origin = origins.find((one) => new URL(one).host === host);
  if (origin === undefined) return undefined;
  const { hostname } = new URL(origin);
  return /^[\d.]+$|:/.test(hostname) ? undefined : { origin, host: hostname };
}

const transportsOf = (transports: readonly string[]): AuthenticatorTransport[] =>
  KNOWN.filter((one) => transports.includes(one));
const KNOWN = ['ble', 'hybrid', 'internal', 'nfc', 'usb'] as const;

interface Row {
  readonly credential_id: string;
  readonly public_key: Buffer;
  readonly counter: string;
  readonly transports: readonly string[];
}

async function passkeysOf(db: Db, { jurisdiction, person }: Holder, site: Site): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`select credential_id, public_key, counter::text, transports from people.passkey
    where jurisdiction = ${jurisdiction} and person = ${person} and site = ${site.host} order by created_at`.execute(
    db,
  );
  return rows;
}

const named = ({ credential_id, transports }: Row) => ({ id: credential_id, transports: transportsOf(transports) });

/** Keeps the challenge with the session it was given to; it is taken once. */
async function keepChallenge(db: Db, sessionId: string, challenge: string): Promise<void> {
  await sql`update people.session set challenge = ${challenge} where id = ${sessionId}`.execute(db);
}

async function takeChallenge(db: Db, sessionId: string): Promise<string | undefined> {
  const { rows } = await sql<{ challenge: string | null }>`with given as (
      select id, challenge from people.session where id = ${sessionId} for update
    ) update people.session s set challenge = null from given where s.id = given.id
    returning given.challenge`.execute(db);
  return rows[0]?.challenge ?? undefined;
}

/** What the browser needs to make a new passkey. */
export async function newPasskeyOptions(
  { shell }: PeopleWorld,
  {
    holder,
    username,
    sessionId,
    site,
  }: { readonly holder: Holder; readonly username: string; readonly sessionId: string; readonly site: Site },
) {
  const there = await passkeysOf(shell.db, holder, site);
  const options = await generateRegistrationOptions({
    rpName: '一门 Yimen',
    rpID: site.host,
    userName: username,
    userID: Uint8Array.from(Buffer.from(`${holder.jurisdiction}/${holder.person}`, 'utf8')),
    attestationType: 'none',
    excludeCredentials: there.map(named),
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
  });
  await keepChallenge(shell.db, sessionId, options.challenge);
  return options;
}

export interface NewKey {
  readonly holder: Holder;
  readonly sessionId: string;
  readonly site: Site;
  readonly name: string;
  readonly answer: PasskeyAttestation;
}

/** Keeps a passkey the browser has made for this challenge; false when it was not, or is known already. */
export async function addPasskey({ shell }: PeopleWorld, db: Db, key: NewKey): Promise<boolean> {
  const challenge = await takeChallenge(db, key.sessionId);
  if (challenge === undefined) return false;
  const { response, ...answer } = key.answer;
  const { transports = [], ...said } = response;
  const verified = await verifyRegistrationResponse({
    response: { ...answer, clientExtensionResults: {}, response: said },
    expectedChallenge: challenge,
    expectedOrigin: key.site.origin,
    expectedRPID: key.site.host,
    requireUserVerification: true,
  }).catch(() => undefined);
  if (verified?.verified !== true) return false;
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  const { rows } = await sql`insert into people.passkey
      (credential_id, jurisdiction, person, site, public_key, counter, transports, name, created_at)
    values (${id}, ${key.holder.jurisdiction}, ${key.holder.person}, ${key.site.host}, ${Buffer.from(publicKey)}, ${counter},
      ${transportsOf(transports)}::text[], ${key.name}, ${shell.realNow()}::timestamptz)
    on conflict do nothing returning 1`.execute(db);
  return rows.length > 0;
}

/** What the browser needs to use a passkey of this person; undefined when they have none for this address. */
export async function passkeyOptions(
  { shell }: PeopleWorld,
  holder: Holder,
  at: { readonly sessionId: string; readonly site: Site },
) {
  const there = await passkeysOf(shell.db, holder, at.site);
  if (there.length === 0) return undefined;
  const options = await generateAuthenticationOptions({
    rpID: at.site.host,
    allowCredentials: there.map(named),
    userVerification: 'required',
  });
  await keepChallenge(shell.db, at.sessionId, options.challenge);
  return options;
}

export interface KeyUsed {
  readonly sessionId: string;
  readonly site: Site | undefined;
  readonly answer: PasskeyAssertion;
}

/** Did a passkey of this person answer this session's challenge? A counter that goes back betrays a copied key. */
export async function takePasskey({ shell }: PeopleWorld, db: Db, holder: Holder, used: KeyUsed): Promise<boolean> {
  const { site, sessionId, answer } = used;
  const challenge = await takeChallenge(db, sessionId);
  if (challenge === undefined || site === undefined) return false;
  const key = (await passkeysOf(db, holder, site)).find(({ credential_id }) => credential_id === answer.id);
  if (key === undefined) return false;
  const { userHandle, ...said } = answer.response;
  const verified = await verifyAuthenticationResponse({
    response: { ...answer, response: { ...said, ...(userHandle === undefined ? {} : { userHandle }) } },
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.host,
    requireUserVerification: true,
    credential: { id: key.credential_id, publicKey: Uint8Array.from(key.public_key), counter: Number(key.counter) },
  }).catch(() => undefined);
  if (verified?.verified !== true) return false;
  await sql`update people.passkey set counter = ${verified.authenticationInfo.newCounter},
    last_used_at = ${shell.realNow()}::timestamptz where credential_id = ${key.credential_id}`.execute(db);
  return true;
}

export async function removePasskey(db: Db, { jurisdiction, person }: Holder, id: string): Promise<boolean> {
  const { rows } = await sql`delete from people.passkey where credential_id = ${id} and jurisdiction = ${jurisdiction}
    and person = ${person} returning 1`.execute(db);
  return rows.length > 0;
}
