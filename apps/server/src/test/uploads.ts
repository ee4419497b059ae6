import { readdir } from 'node:fs/promises';
import { Draft } from '@yimen/contract';
import { anyang } from '@yimen/demo';
import { sql } from 'kysely';
import type { TestHall } from './hall.ts';
import { pdf } from './hostile/build.ts';
import { sender } from './sending.ts';

/** A file that is like no other. */
export const uniquePdf = (word: string): Buffer => pdf({ objects: `% ${word}` });

/** Ways to bring files into a hall, and to see what it kept of them. */
export function uploadsOf(hall: () => TestHall) {
  const { upload, endless } = sender(() => hall().app);
  return {
    upload,
    endless,
    byOfficer: (person: string, name: string, bytes: Buffer) =>
      upload('/desk/files', name, bytes, { cookie: `yimen_session=${person}` }),
    newDraft: async (): Promise<Draft> => {
      const body = { jurisdiction: anyang, itemId: 'construction-permit' };
      return Draft.parse((await hall().anybody().post('/drafts', body)).json());
    },
    /** Everything that is kept of uploads: rows and files. */
    kept: async (): Promise<readonly [rows: number, files: number]> => {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from casework.uploads`.execute(
        hall().shell.db,
      );
      const found = await readdir(hall().folder, { recursive: true, withFileTypes: true });
      const files = found.filter((entry) => entry.isFile() && entry.parentPath.includes('/files')).length;
      return [rows[0]?.count ?? 0, files];
    },
  };
}
