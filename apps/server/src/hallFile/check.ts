import { isAdministrator, isCreditCode } from '@yimen/core/people';
import type { HallFile } from './shape.ts';

/** What does not hold together, and where in the file. */
export interface HallFault {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

/** What a whole file must keep that no single field shows; an empty list lets it be taken. */
export function hallFaults(file: HallFile): readonly HallFault[] {
  return [...twice(file), ...unknown(file), ...codes(file), ...posts(file), ...terms(file)];
}

const LISTS = ['departments', 'offices', 'windows', 'stations', 'posts', 'authorisations'] as const;

function twice(file: HallFile): readonly HallFault[] {
  return LISTS.flatMap((list) => {
    const ids = file[list].map(({ id }) => id);
    return ids.flatMap((id, at) =>
      ids.indexOf(id) === at
        ? []
        : [{ field: `${list}.${String(at)}.id`, zh: `编号“${id}”重复。`, en: `The id “${id}” is given twice.` }],
    );
  });
}

interface Named {
  readonly field: string;
  readonly id: string | undefined;
}

/** Every mention of a department or a post must be one of the file's: the file is the whole. */
function unknown({ departments, offices, windows, posts: given, authorisations }: HallFile): readonly HallFault[] {
  const named = (list: string, key: string, rows: readonly (string | undefined)[]): readonly Named[] =>
    rows.map((id, at) => ({ field: `${list}.${String(at)}.${key}`, id }));
  const ofDepartments = [
    ...named(
      'offices',
      'authority',
      offices.map(({ authority }) => authority),
    ),
    ...named(
      'windows',
      'authority',
      windows.map((window) => (window.kind === 'department' ? window.authority : undefined)),
    ),
    ...named(
      'posts',
      'authority',
      given.map(({ authority }) => authority),
    ),
    ...named(
      'authorisations',
      'authority',
      authorisations.map(({ authority }) => authority),
    ),
  ];
  const ofPosts = named(
    'authorisations',
    'post',
    authorisations.map(({ post }) => post),
  );
  return [
    ...absent(ofDepartments, new Set(departments.map(({ id }) => id)), { zh: '部门', en: 'department' }),
    ...absent(ofPosts, new Set(given.map(({ id }) => id)), { zh: '岗位', en: 'post' }),
  ];
}

const absent = (
  named: readonly Named[],
  known: ReadonlySet<string>,
  { zh, en }: { readonly zh: string; readonly en: string },
): readonly HallFault[] =>
  named.flatMap(({ field, id }) =>
    id === undefined || known.has(id)
      ? []
      : [{ field, zh: `文件中没有${zh}“${id}”。`, en: `The file has no ${en} “${id}”.` }],
  );

function codes({ departments }: HallFile): readonly HallFault[] {
  return departments.flatMap(({ creditCode }, at) =>
    creditCode === undefined || isCreditCode(creditCode)
      ? []
      : [
          {
            field: `departments.${String(at)}.creditCode`,
            zh: `统一社会信用代码“${creditCode}”的校验码不对（GB 32100—2015）。`,
            en: `The check character of “${creditCode}” is wrong (GB 32100—2015).`,
          },
        ],
  );
}

/** The three administrators are made by `admin create`, one person each (三员分立); posts of the centre itself have no department. */
function posts({ posts: given }: HallFile): readonly HallFault[] {
  return given.flatMap(({ roles: held }, at) =>
    isAdministrator(held)
      ? [
          {
            field: `posts.${String(at)}.roles`,
            zh: '三员由 admin create 分别创建，不在此文件中（GB/T 22239—2019 8.1.4.2）。',
            en: 'The three administrators are made by admin create, not by this file (GB/T 22239—2019 8.1.4.2).',
          },
        ]
      : [],
  );
}

function terms({ authorisations }: HallFile): readonly HallFault[] {
  return authorisations.flatMap(({ from, to }, at) =>
    from <= to
      ? []
      : [
          {
            field: `authorisations.${String(at)}.to`,
            zh: `授权止日 ${to} 早于起日 ${from}。`,
            en: `The authorisation ends on ${to}, before it begins on ${from}.`,
          },
        ],
  );
}
