import { createHash } from 'node:crypto';
import { dayOf, type Instant } from '@yimen/kernel';
import { anyang, items, scenarios, scheduleOf } from '@yimen/demo';
import { ledgerKinds, monthBefore, monthOf, type Month } from '@yimen/core/supervision';
import { importLedger } from '../modules/supervision/index.ts';
import { wire, type WiringParts } from '../wiring.ts';

const DEPARTMENT = 'zhujian';
const HEAD = 'gao.jun';

/** Licences the demonstration's cases of this department issued in a month, as its ledger would list them. */
async function issuedIn({ calendar }: WiringParts, month: Month, loadedAt: Instant): Promise<readonly string[]> {
  const working = await calendar.current();
  return scenarios.flatMap((scenario) =>
    scheduleOf(scenario, dayOf(loadedAt), working).flatMap(({ command, at }) => {
      const item = items.find(({ id, authority }) => id === scenario.itemId && authority === DEPARTMENT);
      const serial = command.type === 'issue' ? command.licenceNumber : undefined;
      const mine = item !== undefined && serial !== undefined && monthOf(dayOf(at)) === month;
      return mine ? [`${serial},${item.name},${dayOf(at)},`] : [];
    }),
  );
}

/**
 * The ledger of last month, handed in by the real act: what the cases issued, and two invented lines, labelled so, that no
 * case accounts for. Without it the supervisor's page of ledgers would show nothing to try.
 */
export async function handInDemoLedger(parts: WiringParts, loadedAt: Instant): Promise<void> {
  const { supervision } = await wire(parts);
  const month = monthBefore(monthOf(dayOf(loadedAt)));
  const { serial, item, issuedOn, caseNumber } = ledgerKinds.licence.columns;
  const [permit] = items.filter(({ authority }) => authority === DEPARTMENT);
  const stray = ['001', '002'].map((at) => `演示无办件${at},${permit?.name ?? ''},${month}-1${at.at(-1) ?? '1'},`);
  const lines = [...(await issuedIn(parts, month, loadedAt)), ...stray];
  const text = [[serial, item, issuedOn, caseNumber].join(','), ...lines].join('\n');
  const standing = await supervision.near.standingOf(anyang, HEAD);
  if (standing === undefined) throw new Error(`nobody called ${HEAD} works in the demonstration`);
  const done = await importLedger(supervision, {
    jurisdiction: anyang,
    authority: DEPARTMENT,
    kind: 'licence',
    month,
    standing,
    bytes: new TextEncoder().encode(text),
    commandId: `demo-ledger-${createHash('sha256').update(month).digest('hex').slice(0, 16)}`,
  });
  // Loaded again on another day after an interruption, the ledger handed in then stands.
  if (!done.ok && done.error.code !== 'ledger_there') throw new Error(`the ledger: ${JSON.stringify(done.error)}`);
}
