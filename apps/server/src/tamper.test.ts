import { rounds } from '@yimen/testkit/cases';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { coverOf, dice, plants, type Dice, type Plant } from './test/tamper/plant.ts';
import { hasPython, unlessPython, verify, type Verdict } from './test/tamper/verifier.ts';
import { openWitnessed, type Witnessed } from './test/tamper/world.ts';

const { tamper: runs, seed, report } = rounds();

describe.skipIf(!hasPython)(`the independent verifier${unlessPython}`, () => {
  let world: Witnessed;
  beforeAll(async () => {
    world = await openWitnessed();
  }, 180_000);
  afterAll(() => world.close());

  const judged = (text: string): Promise<Verdict> =>
    verify(['-', '--key', world.key, '--witness', world.witness, '--files', world.files], text);

  test('raises no alarm over what the program wrote', async () => {
    const verdict = await judged(await world.exported(world.owner.kysely));
    expect(verdict.findings).toEqual([]);
    expect(verdict.counts).toMatchObject({ checkpoints: 5, witnessed: 6, 'newer than the tree': 0 });
    expect(verdict.counts['files']).toBeGreaterThan(5);
    expect(verdict.counts['rows recomputed']).toBeGreaterThan(10);
  });

  test('raises none over an older export that no witness contradicts', async () => {
    expect((await verify(['-', '--key', world.key], world.earlier)).findings).toEqual([]);
  });

  test(
    `finds every one of ${String(runs)} tamperings by the database's superuser, however well covered`,
    async () => {
      const roll = dice(seed);
      const found: Record<string, number> = {};
      const missed: string[] = [];
      for (let n = 0; n < runs; n += 1) {
        const plant = plants[n % plants.length];
        if (plant === undefined) break;
        const { name, caught } = await tried(plant, roll);
        if (caught) found[name] = (found[name] ?? 0) + 1;
        else missed.push(`#${String(n)} ${name}, seed ${String(seed)}`);
      }
      if (report !== '') process.stdout.write(`\nFIGURES ${JSON.stringify({ runs, seed, found })}\n`);
      expect(missed).toEqual([]);
    },
    runs * 5000 + 20_000,
  );

  async function tried(plant: Plant, roll: Dice): Promise<{ readonly name: string; readonly caught: boolean }> {
    const cover = coverOf(roll);
    const verdict = await spoiled(plant, roll, cover);
    // An export it cannot read is no finding: the forger leaves a readable one.
    return { name: plant.name, caught: !verdict.ok && verdict.findings.every(([code]) => code !== 'unreadable') };
  }

  async function spoiled(plant: Plant, roll: Dice, cover: ReturnType<typeof coverOf>): Promise<Verdict> {
    const tx = await world.owner.kysely.startTransaction().execute();
    try {
      const spoilt = await plant.spoil(tx, world, roll, cover);
      try {
        return await judged(spoilt?.instead ?? (await world.exported(tx)));
      } finally {
        await spoilt?.mend?.();
      }
    } finally {
      await tx.rollback().execute();
    }
  }
});
