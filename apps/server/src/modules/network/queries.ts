import { sql } from 'kysely';
import type { Db } from '../../platform/shell.ts';
import type { Hall } from './load.ts';

/** A department as papers and screens name it. */
export interface DepartmentRow {
  readonly id: string;
  readonly name: string;
  /** 机关简称, the head of every document number. */
  readonly shortName: string;
  readonly creditCode?: string;
  readonly phone?: string;
}

/** Every hall, the demonstration’s first: where there is one, it is what people came to see. */
export async function listHalls(db: Db): Promise<readonly Hall[]> {
  const { rows } =
    await sql<Hall>`select jurisdiction, id, name, division, division_name as "divisionName", address, hours, phone,
    complaint_phone as "complaintPhone", demonstration from network.centre order by demonstration desc, jurisdiction, id`.execute(
      db,
    );
  return rows;
}

/** The hall of a jurisdiction; undefined where there is none. */
export async function findHall(db: Db, jurisdiction: string): Promise<Hall | undefined> {
  return (await listHalls(db)).find((hall) => hall.jurisdiction === jurisdiction);
}

/** The departments that decide in a jurisdiction, by id. */
export async function departmentsOf(db: Db, jurisdiction: string): Promise<ReadonlyMap<string, DepartmentRow>> {
  const { rows } = await sql<DepartmentRow & { creditCode: string | null; phone: string | null }>`
    select id, name, short_name as "shortName", credit_code as "creditCode", phone from network.department
    where jurisdiction = ${jurisdiction} order by id`.execute(db);
  return new Map(
    rows.map(({ creditCode, phone, ...row }) => [
      row.id,
      { ...row, ...(creditCode === null ? {} : { creditCode }), ...(phone === null ? {} : { phone }) },
    ]),
  );
}

/** Names of the departments by id. */
export async function authorityNames(db: Db, jurisdiction: string): Promise<ReadonlyMap<string, string>> {
  const departments = await departmentsOf(db, jurisdiction);
  return new Map([...departments.values()].map(({ id, name }) => [id, name]));
}

/** How many divisions of each level are loaded. */
export async function countDivisions(db: Db): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ level: number; count: number }>`select level, count(*)::int as count
    from network.division group by level order by level`.execute(db);
  return new Map(rows.map(({ level, count }) => [level, count]));
}

/** 四川省广安市广安区; undefined where the divisions are not loaded. */
export async function divisionNameOf(db: Db, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`with recursive up as (
      select name, parent, level from network.division where code = ${code}
      union all select d.name, d.parent, d.level from network.division d join up on d.code = up.parent
    ) select name from up order by level`.execute(db);
  return rows.length === 0 ? undefined : rows.map(({ name }) => name).join('');
}
