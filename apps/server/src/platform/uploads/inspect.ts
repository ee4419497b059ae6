import { ok, refuse, type Result } from '@yimen/kernel';
import { imageProblem } from './image.ts';
import { endingOf, plainName, sameEnding } from './names.ts';
import { ofdProblem } from './ofd.ts';
import { pdfProblem } from './pdf.ts';
import { LARGEST_FILE, type UploadRefusal } from './refusals.ts';

/** A file as it was taken for, under a name that is safe to show. */
export interface Inspected {
  readonly name: string;
  readonly mediaType: string;
}

interface Kind {
  readonly mediaType: string;
  readonly ending: string;
  readonly starts: readonly number[];
  readonly problem: (bytes: Uint8Array) => Promise<UploadRefusal | undefined>;
}

/** Everything that is taken. Anything else, whatever it is called, is not. */
const KINDS: readonly Kind[] = [
  { mediaType: 'application/pdf', ending: 'pdf', starts: [0x25, 0x50, 0x44, 0x46, 0x2d], problem: pdfProblem },
  {
    mediaType: 'image/jpeg',
    ending: 'jpg',
    starts: [0xff, 0xd8, 0xff],
    problem: (bytes) => Promise.resolve(imageProblem(bytes, 'jpeg')),
  },
  {
    mediaType: 'image/png',
    ending: 'png',
    starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    problem: (bytes) => Promise.resolve(imageProblem(bytes, 'png')),
  },
  { mediaType: 'application/ofd', ending: 'ofd', starts: [0x50, 0x4b, 0x03, 0x04], problem: ofdProblem },
];

/**
 * What an uploaded file is, told by what is in it: its first bytes, then its structure, then that its name does not claim
 * something else. Nothing of it is executed, decoded to pixels or looked up elsewhere.
 */
export async function inspect(bytes: Uint8Array, name: string): Promise<Result<Inspected, UploadRefusal>> {
  if (bytes.length === 0) return refuse('empty_file');
  if (bytes.length > LARGEST_FILE) return refuse('too_large');
  const kind = KINDS.find(({ starts }) => starts.every((byte, at) => bytes[at] === byte));
  if (kind === undefined) return refuse('file_type_not_taken');
  const problem = await kind.problem(bytes);
  if (problem !== undefined) return refuse(problem);
  const ending = endingOf(name);
  if (ending !== undefined && !sameEnding(ending, kind.ending)) return refuse('file_name_mismatch');
  return ok({ name: plainName(name, kind.ending), mediaType: kind.mediaType });
}
