import type pg from 'pg';

/** The tables a loader writes; a partition follows its parent. */
const TABLES = [
  'ledger.heads',
  'ledger.commands',
  'ledger.entries',
  'casework.cases',
  'casework.tasks',
  'casework.case_files',
  'casework.look_ups',
  'documents.papers',
];

interface Made {
  readonly drop: string;
  readonly make: string;
}

/**
 * Does `work` while the loaded tables have no index and no key, and makes them again as they were: a million rows in an order of their own are
 * sorted once instead of being looked up a page at a time. Keys are checked when they are made again, so that nothing doubled stays
 * unseen. `owner` owns the tables. No act can be done meanwhile.
 */
export async function withoutIndexes<T>(owner: pg.Client, work: () => Promise<T>): Promise<T> {
  const made = [...(await foreignKeys(owner)), ...(await keys(owner)), ...(await indexes(owner))];
  for (const { drop } of made) await owner.query(drop);
  try {
    return await work();
  } finally {
    await owner.query(`set maintenance_work_mem = '512MB'`);
    for (const { make } of made.toReversed()) await owner.query(make);
  }
}

/** Keys of other tables upon the loaded ones; the last to be made again. */
const foreignKeys = (owner: pg.Client): Promise<readonly Made[]> => constraints(owner, `contype = 'f' and confrelid`);

const keys = (owner: pg.Client): Promise<readonly Made[]> => constraints(owner, `contype in ('p', 'u') and conrelid`);

async function constraints(owner: pg.Client, of: string): Promise<readonly Made[]> {
  const { rows } = await owner.query<Made>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
     from pg_constraint where ${of} = any($1::regclass[]) order by conrelid::regclass::text, conname`,
    [TABLES],
  );
  return rows;
}

/** What belongs to no constraint. The index of a partitioned table is said to be `ON ONLY` it, and is wanted on its partitions too. */
async function indexes(owner: pg.Client): Promise<readonly Made[]> {
  const { rows } = await owner.query<Made>(
    `select format('drop index %s', indexrelid::regclass) as drop,
       regexp_replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ') as make
     from pg_index where indrelid = any($1::regclass[])
       and not exists (select from pg_constraint where conindid = indexrelid) order by indexrelid::regclass::text`,
    [TABLES],
  );
  return rows;
}
