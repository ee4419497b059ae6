import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProofStatus } from '@yimen/contract';
import { instantFromMillis, millisOf, type Instant } from '@yimen/kernel';
import { freshDatabase } from '@yimen/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseVerifierKey } from '../../platform/checkpoint/index.ts';
import { connect } from '../../platform/database/index.ts';
import { advanceProof, openProof, tellWitnesses } from '../../proof.ts';
import { buildServer } from '../../server.ts';
import { cast, intake } from '../../test/cases.ts';
import type { TestHall } from '../../test/hall.ts';
import { wire } from '../../wiring.ts';
import { log, newest, openProvedHall, unwitnessed, type ProvedHall } from './test/world.ts';

let shift = 0;
const realNow = (): Instant => instantFromMillis(Date.now() + shift);

let hall: TestHall;
let signed: ProvedHall['proof'];
let proofOf: ProvedHall['proofOf'];
let other: Awaited<ReturnType<typeof openOther>>;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yimen-witness-'));
  ({ hall, proof: signed, proofOf } = await openProvedHall(realNow));
  other = await openOther();
});
afterAll(async () => {
  await other.close();
  await hall.close();
  await rm(folder, { recursive: true, force: true });
});

const keyOf = (text: string) => {
  const key = parseVerifierKey(text);
  if (key === undefined) throw new Error(text);
  return key;
};

/** A server over a database and keys of its own, that vouches for the hall's log. */
async function openOther() {
  const fresh = await freshDatabase();
  const database = connect<unknown>({ connectionString: fresh.connectionString, applicationName: 'other' });
  const { verifierKey = '' } = await newest(hall.app);
  const shell = { ...hall.shell, db: database.kysely };
  const proof = openProof(
    { db: database.kysely, realNow },
    {
      dataFolder: join(folder, 'other'),
      publicUrl: 'https://b.example',
      proof: { ...unwitnessed, logs: [keyOf(verifierKey)] },
    },
  );
  const worlds = await wire({ ...hall.parts, shell });
  const { app } = await buildServer({
    shell,
    worlds,
    demoClock: undefined,
    moved: () => undefined,
    witnessing: proof.witnessing,
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    app,
    url,
    db: database.kysely,
    close: async () => {
      await app.close();
      await database.close();
      await fresh.drop();
    },
  };
}

const status = async () => ProofStatus.parse((await hall.as(cast.supervisor).get('/desk/proof')).json());
const push = (payload: object) => other.app.inject({ method: 'POST', url: '/api/v1/witness/checkpoints', payload });

describe('a witness', () => {
  test('signs what grew from what it saw, over HTTP, and its line stands under the note', async () => {
    const key = keyOf((await newest(other.app)).witnessKey ?? '');
    const proof = proofOf({ others: [{ url: other.url, key }] });
    for (const _round of [1, 2, 3]) {
      await tellWitnesses(proof, log);
      expect((await newest(hall.app)).note).toContain(`\n— b.example/witness `);
      expect((await status()).witnesses).toMatchObject([
        { witness: `yimen ${other.url}`, problem: null, alarm: false, pendingSince: null },
      ]);
      await intake(hall);
      await advanceProof(proof, log);
    }
    // Its memory of what the other has seen is gone: the other says, and it goes on from there.
    await sql`update proof.deliveries set size = 0`.execute(hall.shell.db);
    await tellWitnesses(proof, log);
    expect((await newest(hall.app)).note).toContain(`\n— b.example/witness `);
  });

  test('refuses a log it does not know, a forged signature, another size and another history', async () => {
    const { note = '' } = await newest(hall.app);
    const code = async (payload: object) => {
      const { type, status: answered } = (await push(payload)).json<{ type: string; status: number }>();
      return [type.split(':').at(-1), answered];
    };
    const seen = (await sql<{ size: number }>`select size from proof.witnessed`.execute(other.db)).rows[0]?.size ?? 0;
    expect(await code({ note: note.replace(/^[^\n]+/, 'c.example/1'), old: seen, proof: [] })).toEqual([
      'log_unknown',
      404,
    ]);
    expect(await code({ note: note.replace(/\ntime 2/, '\ntime 3'), old: seen, proof: [] })).toEqual([
      'note_not_signed',
      403,
    ]);
    expect(await code({ note, old: seen + 1, proof: [] })).toEqual(['witness_conflict', 409]);
    await intake(hall);
    await advanceProof(signed, log);
    const grown = (await newest(hall.app)).note ?? '';
    expect(await code({ note: grown, old: seen, proof: [Buffer.alloc(32).toString('base64')] })).toEqual([
      'not_consistent',
      422,
    ]);
  });

  test('that has seen more than we have says so: our end was cut', async () => {
    await sql`update proof.witnessed set size = 1000000`.execute(other.db);
    const key = keyOf((await newest(other.app)).witnessKey ?? '');
    await tellWitnesses(proofOf({ others: [{ url: other.url, key }] }), log);
    expect((await status()).witnesses[0]?.problem).toContain('has seen more entries');
  });

  test('that cannot be reached is tried again, shown, and an alarm after an hour; then gets the newest', async () => {
    const dead = proofOf({ folder: join(hall.folder, 'keys', 'checkpoint.note', 'no-folder') });
    await tellWitnesses(dead, log);
    const first = (await status()).witnesses.find(({ witness }) => witness.startsWith('folder'));
    expect(first).toMatchObject({ attempts: 1, alarm: false });
    expect(first?.problem).not.toBeNull();
    await tellWitnesses(dead, log);
    expect((await status()).witnesses.find(({ witness }) => witness.startsWith('folder'))).toMatchObject({
      attempts: 1,
    });
    shift = 6000;
    await tellWitnesses(dead, log);
    await sql`update proof.deliveries set pending_since = pending_since - interval '1 hour' where witness like 'folder%'`.execute(
      hall.shell.db,
    );
    shift = 0;
    const late = ProofStatus.parse((await hall.as(cast.supervisor).get('/desk/proof')).json());
    expect(late.witnesses.find(({ witness }) => witness.startsWith('folder'))).toMatchObject({ attempts: 2 });
    expect(
      millisOf(late.witnesses.find(({ witness }) => witness.startsWith('folder'))?.pendingSince ?? realNow()),
    ).toBeLessThan(Date.now() - 3_590_000);
  });

  test('is nobody to a clerk', async () => {
    expect((await hall.as(cast.clerk).get('/desk/proof')).statusCode).toBe(403);
  });
});
