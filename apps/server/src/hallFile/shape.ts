import { departmentKinds, officeForms } from '@yimen/core/network';
import { officerActs, roles } from '@yimen/core/people';
import { parseDay } from '@yimen/kernel';
import { z } from 'zod';

const keys = <T extends string>(table: Readonly<Record<T, unknown>>) => z.enum(Object.keys(table) as [T, ...T[]]);
const Id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,59}$/i, '编号只能用字母、数字和 . _ - / letters, digits and . _ - only');
const Name = z.string().trim().min(1).max(200);
const OnDay = z
  .string()
  .refine((text) => parseDay(text).ok, '应为存在的日期，如 2026-03-02 / must be a day that exists, such as 2026-03-02');
const Division = z.string().regex(/^[1-9]\d{11}$/, '应为十二位区划代码 / twelve digits of the division');

/** What a place sets up once and keeps true: the hall, who decides in it, where, in which posts, under which authorisations. No people. */
export const HallFile = z.strictObject({
  format: z.literal('yimen-hall-1'),
  hall: z.strictObject({
    name: Name,
    division: Division,
    divisionName: Name,
    address: Name,
    hours: Name,
    phone: Name,
    complaintPhone: Name,
  }),
  departments: z.array(
    z.strictObject({
      id: Id,
      name: Name,
      shortName: Name,
      creditCode: z.string().optional(),
      kind: keys(departmentKinds),
      phone: Name.optional(),
    }),
  ),
  offices: z.array(z.strictObject({ id: Id, authority: Id, name: Name, form: keys(officeForms) })),
  windows: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('department'), id: Id, number: Name, name: Name, authority: Id }),
      z.strictObject({
        kind: z.literal('comprehensive'),
        id: Id,
        number: Name,
        name: Name,
        classes: z.array(Name).min(1),
      }),
    ]),
  ),
  stations: z.array(z.strictObject({ id: Id, division: Division, name: Name })),
  posts: z.array(
    z.strictObject({ id: Id, authority: Id.optional(), name: Name, roles: z.array(z.enum(roles)).min(1) }),
  ),
  authorisations: z.array(
    z.strictObject({
      id: Id,
      number: Name,
      authority: Id,
      post: Id,
      acts: z.array(z.enum(officerActs)).min(1),
      items: z.union([z.literal('all'), z.array(z.string().min(1).max(120)).min(1)]),
      handling: z.enum(['direct', 'consulted']),
      instant: z.boolean(),
      from: OnDay,
      to: OnDay,
    }),
  ),
});
export type HallFile = z.infer<typeof HallFile>;
