import { sql } from 'kysely';
import type { Db } from '../platform/shell.ts';
import type { HallFile } from './shape.ts';

/** A hall as it stands, in the shape it is taken in; undefined where there is none. Administrators' posts are not in it. */
export async function writeHall(db: Db, jurisdiction: string): Promise<HallFile | undefined> {
  const { rows } = await sql<{ file: HallFile }>`select jsonb_build_object('format', 'yimen-hall-1',
      'hall', jsonb_build_object('name', c.name, 'division', c.division, 'divisionName', c.division_name,
        'address', c.address, 'hours', c.hours, 'phone', c.phone, 'complaintPhone', c.complaint_phone),
      'departments', (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', id, 'name', name, 'shortName', short_name,
        'creditCode', credit_code, 'kind', kind, 'phone', phone)) order by id), '[]') from network.department where jurisdiction = ${jurisdiction}),
      'offices', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'authority', authority, 'name', name, 'form', form) order by id), '[]')
        from network.approval_office where jurisdiction = ${jurisdiction}),
      'windows', (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', kind, 'id', id, 'number', number, 'name', name,
        'authority', authority, 'classes', classes)) order by id), '[]') from network.service_window where jurisdiction = ${jurisdiction}),
      'stations', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'division', division, 'name', name) order by id), '[]')
        from network.station where jurisdiction = ${jurisdiction}),
      'posts', (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', id, 'authority', authority, 'name', name, 'roles', roles))
          order by id), '[]') from people.post where jurisdiction = ${jurisdiction} and not roles && ${ADMINISTRATORS}::text[]),
      'authorisations', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'number', number, 'authority', authority, 'post', post,
          'acts', acts, 'items', coalesce(to_jsonb(items), '"all"'), 'handling', handling, 'instant', instant,
          'from', from_day::text, 'to', to_day::text) order by id), '[]') from people.authorisation where jurisdiction = ${jurisdiction})) as file
    from network.centre c where c.jurisdiction = ${jurisdiction} order by id limit 1`.execute(db);
  return rows[0]?.file;
}

const ADMINISTRATORS = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'];
