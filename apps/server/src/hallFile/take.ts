import { createHash } from 'node:crypto';
import { divisionCode, type ApprovalOffice, type DivisionCode, type Station, type Window } from '@yimen/core/network';
import { authorityId, postId, type Authorisation, type Post } from '@yimen/core/people';
import { day } from '@yimen/kernel';
import { findHall, loadNetwork, type Hall } from '../modules/network/index.ts';
import { loadPeople } from '../modules/people/index.ts';
import { COMMAND_LINE, recordAuditIn } from '../platform/audit/index.ts';
import type { Shell, Tx } from '../platform/shell.ts';
import type { HallFile } from './shape.ts';

/**
 * Takes a hall's file, whole or not at all, with an entry that has its digest. Taken again it changes only what differs; what is no
 * longer in it stays, for cases of the past name it: a post ends with its term, an authorisation with its last day.
 */
export async function takeHall(
  { db, realNow, newId }: Pick<Shell, 'db' | 'realNow' | 'newId'>,
  jurisdiction: string,
  file: HallFile,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await loadNetwork(tx, await networkOf(tx, jurisdiction, file));
    const papers = { authorisations: file.authorisations.map(authorisationOf), posts: file.posts.map(postOf) };
    const nobody = { people: [], postings: [], delegations: [], accounts: [] };
    await loadPeople(tx, jurisdiction, { ...papers, ...nobody }, realNow());
    const sha256 = createHash('sha256').update(JSON.stringify(file)).digest('hex');
    const counts = Object.fromEntries(
      (['departments', 'windows', 'posts', 'authorisations'] as const).map((list) => [list, file[list].length]),
    );
    await recordAuditIn(
      tx,
      { realNow, newId },
      {
        jurisdiction,
        stream: `settings:${jurisdiction}`,
        type: 'hallFileTaken',
        actor: COMMAND_LINE,
        from: 'command line',
        body: { sha256, ...counts },
      },
    );
  });
}

async function networkOf(tx: Tx, jurisdiction: string, { hall, departments, offices, windows, stations }: HallFile) {
  const known = await findHall(tx, jurisdiction);
  const id = known?.id ?? `hall-${jurisdiction}`;
  const made: Hall = { ...hall, jurisdiction, id, demonstration: known?.demonstration ?? false };
  return {
    hall: made,
    departments: departments.map(({ creditCode, phone, ...one }) => ({
      ...one,
      id: authorityId(one.id),
      ...(creditCode === undefined ? {} : { creditCode }),
      ...(phone === undefined ? {} : { phone }),
    })),
    offices: offices.map((office): ApprovalOffice => ({ ...office, authority: authorityId(office.authority) })),
    windows: windows.map((window): Window => windowOf(window, id)),
    stations: stations.map((station): Station => ({
      ...station,
      centre: id,
      division: divisionOf(station.division),
    })),
  };
}

function divisionOf(text: string): DivisionCode {
  const code = divisionCode(text);
  if (code === undefined) throw new Error(`${text} passed the shape of the file and is no division`);
  return code;
}

function windowOf(window: HallFile['windows'][number], centre: string): Window {
  if (window.kind === 'department') return { ...window, centre, authority: authorityId(window.authority) };
  const [first = '', ...rest] = window.classes;
  return { ...window, centre, classes: [first, ...rest] };
}

const postOf = ({ id, authority, ...post }: HallFile['posts'][number]): Post => ({
  ...post,
  id: postId(id),
  ...(authority === undefined ? {} : { authority: authorityId(authority) }),
});

const authorisationOf = (paper: HallFile['authorisations'][number]): Authorisation => ({
  ...paper,
  authority: authorityId(paper.authority),
  post: postId(paper.post),
  from: day(paper.from),
  to: day(paper.to),
});
