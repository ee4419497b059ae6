import { millisOf, type Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import type { SealedColumn } from '../../platform/personal/index.ts';
import type { Db } from '../../platform/shell.ts';
import type { Holder, PeopleWorld } from './world.ts';

const ISSUER = 'Yimen';
const PERIOD_MS = 30_000;
/** RFC 4226 asks for 128 bits at least and recommends 160. */
const SECRET_BYTES = 20;

const placeOf = ({ jurisdiction, person }: Holder): string => `totp/${jurisdiction}/${person}`;

/** What this module keeps sealed, for the renewal of keys. */
export const sealedPeopleColumns: readonly SealedColumn[] = [
  {
    table: 'people.totp',
    keys: ['jurisdiction', 'person'],
    column: 'secret',
    json: false,
    place: (keys) => placeOf({ jurisdiction: keys['jurisdiction'] ?? '', person: keys['person'] ?? '' }),
  },
];

function generator(secret: Secret, label = ''): TOTP {
  return new TOTP({ issuer: ISSUER, label, secret, algorithm: 'SHA1', digits: 6, period: PERIOD_MS / 1000 });
}

/** The code of a moment; the demonstration shows those of its published secret. */
export function totpCode(base32: string, at: Instant): string {
  return generator(Secret.fromBase32(base32)).generate({ timestamp: millisOf(at) });
}

/** Offers a new secret, which opens nothing until {@link confirmTotp} has seen a code of it. */
export async function offerTotp(world: PeopleWorld, holder: Holder, username: string) {
  const secret = new Secret({ buffer: Uint8Array.from(world.shell.random(SECRET_BYTES)).buffer });
  await keepSecret(world, world.shell.db, holder, secret.base32);
  return { secret: secret.base32, uri: generator(secret, username).toString() };
}

/** Keeps a secret sealed, unconfirmed. One already confirmed is not touched. */
async function keepSecret(world: Omit<PeopleWorld, 'origins'>, db: Db, holder: Holder, base32: string): Promise<void> {
  const sealed = world.keeper.seal(base32, placeOf(holder));
  await sql`insert into people.totp as t (jurisdiction, person, secret, created_at)
    values (${holder.jurisdiction}, ${holder.person}, ${sealed}, ${world.shell.realNow()}::timestamptz)
    on conflict (jurisdiction, person) do update set secret = excluded.secret, created_at = excluded.created_at, last_step = 0
    where t.confirmed_at is null`.execute(db);
}

interface Row {
  readonly secret: string;
  readonly last_step: string;
  readonly confirmed: boolean;
}

/**
 * Takes a code once: the half minute it belongs to, or the one before or after, and never again, nor an older one. Of two
 * at the same moment one is taken.
 */
export async function takeTotp(
  { shell, keeper }: PeopleWorld,
  db: Db,
  holder: Holder,
  { code, confirmed }: { readonly code: string; readonly confirmed: boolean },
): Promise<boolean> {
  const { rows } = await sql<Row>`select secret, last_step::text, confirmed_at is not null as confirmed from people.totp
    where jurisdiction = ${holder.jurisdiction} and person = ${holder.person}`.execute(db);
  const row = rows[0];
  if (row?.confirmed !== confirmed) return false;
  const timestamp = millisOf(shell.realNow());
  const secret = Secret.fromBase32(keeper.open(row.secret, placeOf(holder)));
  const delta = generator(secret).validate({ token: code, timestamp, window: 1 });
  if (delta === null) return false;
  const step = Math.floor(timestamp / PERIOD_MS) + delta;
  const taken = await sql`update people.totp set last_step = ${step},
      confirmed_at = coalesce(confirmed_at, ${shell.realNow()}::timestamptz)
    where jurisdiction = ${holder.jurisdiction} and person = ${holder.person} and last_step < ${step} returning 1`.execute(
    db,
  );
  return taken.rows.length > 0;
}

/** Makes a known secret a factor at once: the demonstration's, which is published with it. */
export async function giveTotp(world: Omit<PeopleWorld, 'origins'>, holder: Holder, base32: string): Promise<void> {
  const { db, realNow } = world.shell;
  await keepSecret(world, db, holder, base32);
  await sql`update people.totp set confirmed_at = ${realNow()}::timestamptz
    where jurisdiction = ${holder.jurisdiction} and person = ${holder.person} and confirmed_at is null`.execute(db);
}

export async function removeTotp(db: Db, { jurisdiction, person }: Holder): Promise<boolean> {
  const { rows } = await sql`delete from people.totp where jurisdiction = ${jurisdiction} and person = ${person}
    returning 1`.execute(db);
  return rows.length > 0;
}
