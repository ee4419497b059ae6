import type { ApprovalOffice, Department, Division, Station, Window } from '@yimen/core/network';
import { sql } from 'kysely';
import type { Tx } from '../../platform/shell.ts';

/** A hall as it is loaded and shown. */
export interface Hall {
  readonly jurisdiction: string;
  readonly id: string;
  readonly name: string;
  readonly division: string;
  /** 河南省安阳市 */
  readonly divisionName: string;
  readonly address: string;
  readonly hours: string;
  readonly phone: string;
  readonly complaintPhone: string;
  readonly demonstration: boolean;
}

/** A department as an import may give it: without a credit code where the source's fails its check character. */
export type LoadedDepartment = Omit<Department, 'creditCode' | 'jurisdiction'> & {
  readonly creditCode?: string;
  readonly phone?: string;
};

export interface NetworkData {
  readonly hall: Hall;
  readonly departments: readonly LoadedDepartment[];
  readonly offices: readonly ApprovalOffice[];
  readonly windows: readonly Window[];
  readonly stations: readonly Station[];
}

/** Writes one hall with its departments, offices, windows and stations; loading it again changes only what differs. */
export async function loadNetwork(
  tx: Tx,
  { hall, departments, offices, windows, stations }: NetworkData,
): Promise<void> {
  await loadHall(tx, hall);
  await loadDepartments(tx, hall.jurisdiction, departments);
  await loadPlaces(tx, hall.jurisdiction, { offices, windows, stations });
}

/** Writes a hall; what is known of it already is replaced. */
export async function loadHall(tx: Tx, hall: Hall): Promise<void> {
  await sql`insert into network.centre
      (jurisdiction, id, name, division, division_name, address, hours, phone, complaint_phone, demonstration)
    values (${hall.jurisdiction}, ${hall.id}, ${hall.name}, ${hall.division}, ${hall.divisionName}, ${hall.address},
      ${hall.hours}, ${hall.phone}, ${hall.complaintPhone}, ${hall.demonstration})
    on conflict (jurisdiction, id) do update set name = excluded.name, division = excluded.division,
      division_name = excluded.division_name, address = excluded.address, hours = excluded.hours, phone = excluded.phone,
      complaint_phone = excluded.complaint_phone, demonstration = excluded.demonstration`.execute(tx);
}

/** Writes departments of one hall. */
export async function loadDepartments(
  tx: Tx,
  jurisdiction: string,
  departments: readonly LoadedDepartment[],
): Promise<void> {
  await sql`insert into network.department (jurisdiction, id, name, short_name, credit_code, kind, phone)
    select ${jurisdiction}, id, name, "shortName", "creditCode", kind, phone
      from json_to_recordset(${JSON.stringify(departments)}::json)
      as d(id text, name text, "shortName" text, "creditCode" text, kind text, phone text)
    on conflict (jurisdiction, id) do update set name = excluded.name, short_name = excluded.short_name,
      credit_code = excluded.credit_code, kind = excluded.kind, phone = excluded.phone`.execute(tx);
}

type Places = Pick<NetworkData, 'offices' | 'windows' | 'stations'>;

async function loadPlaces(tx: Tx, jurisdiction: string, { offices, windows, stations }: Places): Promise<void> {
  await sql`insert into network.approval_office (jurisdiction, id, authority, name, form)
    select ${jurisdiction}, id, authority, name, form from json_to_recordset(${JSON.stringify(offices)}::json)
      as o(id text, authority text, name text, form text)
    on conflict (jurisdiction, id) do update
      set authority = excluded.authority, name = excluded.name, form = excluded.form`.execute(tx);
  await sql`insert into network.service_window (jurisdiction, id, centre, number, name, kind, authority, classes)
    select ${jurisdiction}, id, centre, number, name, kind, authority, classes
      from json_to_recordset(${JSON.stringify(windows)}::json)
      as w(id text, centre text, number text, name text, kind text, authority text, classes text[])
    on conflict (jurisdiction, id) do update set centre = excluded.centre, number = excluded.number, name = excluded.name,
      kind = excluded.kind, authority = excluded.authority, classes = excluded.classes`.execute(tx);
  await sql`insert into network.station (jurisdiction, id, centre, division, name)
    select ${jurisdiction}, id, centre, division, name from json_to_recordset(${JSON.stringify(stations)}::json)
      as s(id text, centre text, division text, name text)
    on conflict (jurisdiction, id) do update
      set centre = excluded.centre, division = excluded.division, name = excluded.name`.execute(tx);
}

export interface DivisionsLoaded {
  readonly taken: number;
  readonly unchanged: number;
}

/** Writes divisions, coarse before fine. They must have passed `checkDivision`. */
export async function loadDivisions(tx: Tx, divisions: readonly Division[]): Promise<DivisionsLoaded> {
  let taken = 0;
  // Parents first: the table refers to itself.
  for (const level of [1, 2, 3, 4, 5]) {
    const rows = divisions.filter((division) => division.level === level);
    const result = await sql`insert into network.division as d (code, name, level, parent)
      select code, name, level, parent from json_to_recordset(${JSON.stringify(rows)}::json)
        as r(code text, name text, level smallint, parent text)
      on conflict (code) do update set name = excluded.name, parent = excluded.parent
        where (d.name, d.parent) is distinct from (excluded.name, excluded.parent)
      returning 1`.execute(tx);
    taken += result.rows.length;
  }
  return { taken, unchanged: divisions.length - taken };
}
