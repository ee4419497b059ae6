import { dayOf } from '@yimen/kernel';
import { sql } from 'kysely';
import type { StoredEntry } from '../../platform/ledger/index.ts';
import type { Tx } from '../../platform/shell.ts';

interface Output {
  readonly jurisdiction: string;
  readonly kind: 'licence' | 'document';
  readonly serial: string;
  readonly case_id: string;
  readonly on_day: string;
}

interface Said {
  readonly licenceNumber?: string;
  readonly number?: string | null;
  readonly caseId?: string;
}

/** The serial of a licence issued, or the number of a paper: each stands in the ledger under its case and nowhere else. */
function outputOf(stored: StoredEntry): readonly Output[] {
  const { jurisdiction, stream, type, at } = stored;
  const said = stored.body as Said;
  const found =
    type === 'resultIssued' && stream.startsWith('case:')
      ? ({ kind: 'licence', serial: said.licenceNumber, case_id: stream.slice('case:'.length) } as const)
      : ({ kind: 'document', serial: type === 'paperNumbered' ? said.number : null, case_id: said.caseId } as const);
  const { kind, serial = null, case_id: id = '' } = found;
  return serial === null || serial === '' ? [] : [{ jurisdiction, on_day: dayOf(at), kind, serial, case_id: id }];
}

/** What these entries let out of the hall, for reconciling; an entry read again changes nothing. */
export async function writeOutputs(tx: Tx, entries: readonly StoredEntry[]): Promise<void> {
  const outputs = entries.flatMap(outputOf);
  if (outputs.length === 0) return;
  await sql`insert into supervision.outputs (jurisdiction, kind, serial, case_id, on_day)
    select jurisdiction, kind, serial, case_id, on_day
    from json_to_recordset(${JSON.stringify(outputs)}::json) as r(jurisdiction text, kind text, serial text, case_id text, on_day date)
    on conflict do nothing`.execute(tx);
}
