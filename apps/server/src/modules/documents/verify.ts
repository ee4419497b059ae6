import { parseVerificationCode, paperRules, type PaperKind } from '@yimen/core/documents';
import type { Verification } from '@yimen/contract';
import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { titleOf, type PaperRow } from './papers.ts';
import type { PaperWorld } from './world.ts';

const WORDS = {
  genuine: { zh: '本文书真实有效，由所列机关制作。', en: 'This paper is genuine and was made by the authority named.' },
  altered: {
    zh: '文件内容与制作时不一致，请勿采信。',
    en: 'The file is not what was made: something in it has been changed.',
  },
  revoked: { zh: '本文书已经撤销，不再有效。', en: 'This paper has been revoked and no longer holds.' },
  unknown: { zh: '没有查到这份文书，请核对验证码。', en: 'No such paper is known; check the code.' },
} as const;

type Shown = Pick<PaperRow, 'kind' | 'content' | 'number' | 'issuer' | 'issued_on' | 'state'>;

/** Genuine, revoked or unknown, with the least that lets a reader compare it with the paper in hand: no person is named. */
export async function verifyCode(world: PaperWorld, typed: string): Promise<Verification> {
  const code = parseVerificationCode(typed);
  const row = code.ok ? await findBy(world, sql`verification_code = ${code.value}`) : undefined;
  return answer(world, row, row === undefined ? 'unknown' : stateOf(row));
}

/**
 * The same for a file: by its hash, which no change survives. A file that carries one of our codes and is not the one
 * we sealed was altered; any other is unknown to us.
 */
export async function verifyFile(world: PaperWorld, pdf: Uint8Array): Promise<Verification> {
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const same = await findBy(world, sql`sha256 = ${sha256}`);
  if (same !== undefined) return answer(world, same, stateOf(same));
  for (const code of codesIn(pdf)) {
    const named = await findBy(world, sql`verification_code = ${code}`);
    if (named !== undefined) return answer(world, named, 'altered');
  }
  return answer(world, undefined, 'unknown');
}

/**
 * Hash of the entry that the paper with this code stands on, as the record has it; undefined where no paper has the code.
 * Whoever holds the paper asks; it tells nothing of the case.
 */
export async function entryOfPaper({ shell }: PaperWorld, typed: string): Promise<string | undefined> {
  const code = parseVerificationCode(typed);
  if (!code.ok) return undefined;
  const { rows } = await sql<{ hash: string }>`select encode(e.hash, 'hex') as hash from documents.papers p
    join ledger.entries e on e.jurisdiction = p.jurisdiction and e.stream = 'case:' || p.case_id and e.revision = p.revision
    where p.verification_code = ${code.value} and p.state in ('ready', 'revoked')`.execute(shell.db);
  return rows[0]?.hash;
}

const stateOf = ({ state }: Shown): 'genuine' | 'revoked' => (state === 'revoked' ? 'revoked' : 'genuine');

async function findBy(world: PaperWorld, condition: RawBuilder<unknown>): Promise<Shown | undefined> {
  const { rows } = await sql<Shown>`select kind, content, number, issuer, issued_on, state from documents.papers
    where ${condition} and state in ('ready', 'revoked') limit 1`.execute(world.shell.db);
  return rows[0];
}

function answer(world: PaperWorld, row: Shown | undefined, state: Verification['state']): Verification {
  const demonstration = world.shell.demo;
  if (row === undefined) return { state, words: WORDS[state], demonstration };
  const { number, issuer, issued_on: issuedOn } = row;
  return {
    state,
    words: WORDS[state],
    kind: { zh: titleOf(row), en: englishName(row.kind) },
    ...(number === null ? {} : { number }),
    ...(issuer === null ? {} : { issuer }),
    ...(issuedOn === null ? {} : { issuedOn }),
    demonstration,
  };
}

const englishName = (kind: PaperKind): string => paperRules[kind].en;

/** Codes written into the seal's reason, which stands in the open as UTF-16 in hexadecimal or as plain text. */
function codesIn(pdf: Uint8Array): readonly string[] {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const reasons = [...text.matchAll(/\/Reason\s*(?:<([0-9A-Fa-f]{8,4000})>|\(([^)]{4,2000})\))/g)].map(
    ([, hex, plain]) => (hex === undefined ? (plain ?? '') : utf16(hex)),
  );
  const codes = reasons.flatMap((reason) => reason.match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/g) ?? []);
  return codes.flatMap((typed) => {
    const code = parseVerificationCode(typed);
    return code.ok ? [code.value] : [];
  });
}

function utf16(hex: string): string {
  return Buffer.from(hex.slice(0, hex.length - (hex.length % 4)), 'hex')
    .swap16()
    .toString('utf16le');
}
