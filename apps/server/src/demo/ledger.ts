import { createHash } from 'node:crypto';
import { dayOf, type Day, type Instant } from '@yimen/kernel';
import { anyang, items, scenarios, scheduleOf, type Scenario, type ScheduledAct } from '@yimen/demo';
import { columnsOf, HALL, monthBefore, monthOf, type LedgerKind, type Month } from '@yimen/core/supervision';
import { findCase } from '../modules/casework/index.ts';
import { importLedger } from '../modules/supervision/index.ts';
import { wire, type WiringParts, type Worlds } from '../wiring.ts';
import { demoCaseId } from './caseId.ts';

/** An act of the month before, with its case. */
interface Done {
  readonly scenario: Scenario;
  readonly command: ScheduledAct['command'];
  readonly on: Day;
}

interface MonthDone {
  readonly parts: WiringParts;
  readonly month: Month;
  readonly done: readonly Done[];
}

interface DemoLedger {
  readonly kind: LedgerKind;
  readonly authority: string;
  readonly by: string;
  readonly rows: (month: MonthDone) => Promise<readonly (readonly string[])[]> | readonly (readonly string[])[];
}

const itemOf = (id: string) => items.find((one) => one.id === id);
const nameOf = (id: string): string => itemOf(id)?.name ?? '';
const numberOf = async ({ shell }: WiringParts, { key }: Scenario): Promise<string> =>
  (await findCase(shell.db, { jurisdiction: anyang, caseId: demoCaseId(key) }))?.number ?? '';

/** Licences the department's cases issued, and two invented lines no case accounts for. */
const licences: DemoLedger = {
  kind: 'licence',
  authority: 'zhujian',
  by: 'gao.jun',
  rows: ({ month, done }) => [
    ...done.flatMap(({ scenario, command, on }) => {
      const item = itemOf(scenario.itemId);
      return command.type === 'issue' && item?.authority === 'zhujian'
        ? [[command.licenceNumber ?? '', item.name, on, '']]
        : [];
    }),
    ['演示无办件001', nameOf('construction-permit'), `${month}-11`, ''],
    ['演示无办件002', nameOf('construction-permit'), `${month}-12`, ''],
  ],
};

/** Fees of accepted registrations by their receipts; one receipt that names no case, and one for an item that costs nothing. */
const fees: DemoLedger = {
  kind: 'fee',
  authority: 'ziran',
  by: 'yan.zhen',
  rows: async ({ parts, month, done }) => {
    const accepted = done.filter(
      ({ scenario, command }) => command.type === 'accept' && scenario.itemId === 'real-estate-registration',
    );
    const paid = accepted.map(async ({ scenario, on }, at) => {
      const serial = `演示票据${String(at + 1).padStart(3, '0')}`;
      return [serial, nameOf(scenario.itemId), on, '80.00', await numberOf(parts, scenario)];
    });
    return [
      ...(await Promise.all(paid)),
      ['演示票据901', nameOf('real-estate-registration'), `${month}-12`, '80.00', ''],
      ['演示票据902', nameOf('planning-permit'), `${month}-13`, '200.00', ''],
    ];
  },
};

/** A ticket for all but one of those received at the window, questions beside them, and one handled that has no case. */
const tickets: DemoLedger = {
  kind: 'ticket',
  authority: HALL,
  by: 'luo.gang',
  rows: ({ month, done }) => {
    const windowOf = ({ steps }: Scenario): boolean =>
      steps.some(({ command }) => command.type === 'file' && command.channel === 'window');
    const received = done.filter(({ scenario, command }) => command.type === 'receive' && windowOf(scenario));
    return [
      ...received
        .slice(1)
        .map(({ scenario, on }, at) => [
          `演示${String(at + 1).padStart(3, '0')}`,
          nameOf(scenario.itemId),
          on,
          '办件',
          '',
        ]),
      ['演示901', nameOf('construction-permit'), `${month}-10 09:31`, '办件', ''],
      ['演示902', '', `${month}-10 09:40`, '咨询', ''],
      ['演示903', '', `${month}-11 10:02`, '咨询', ''],
      ['演示904', nameOf('construction-permit'), `${month}-11 15:20`, '过号', ''],
    ];
  },
};

async function handIn(
  { supervision }: Worlds,
  { kind, authority, by, rows }: DemoLedger,
  month: MonthDone,
): Promise<void> {
  const standing = await supervision.near.standingOf(anyang, by);
  if (standing === undefined) throw new Error(`nobody called ${by} works in the demonstration`);
  const header = columnsOf(kind).map(([, heading]) => heading);
  const text = [header, ...(await rows(month))].map((cells) => cells.join(',')).join('\n');
  const name = createHash('sha256').update(`${kind} ${month.month}`).digest('hex').slice(0, 16);
  const done = await importLedger(supervision, {
    jurisdiction: anyang,
    authority,
    kind,
    month: month.month,
    standing,
    bytes: new TextEncoder().encode(text),
    commandId: `demo-ledger-${name}`,
  });
  // Loaded again on another day after an interruption, the ledger handed in then stands.
  if (!done.ok && done.error.code !== 'ledger_there') throw new Error(`the ledger: ${JSON.stringify(done.error)}`);
}

/**
 * The ledgers of last month, handed in by the real act: what the cases issued, charged and received, and invented lines,
 * labelled so, that no case accounts for. Without them the supervisor's page of ledgers would show nothing to try.
 */
export async function handInDemoLedgers(parts: WiringParts, loadedAt: Instant): Promise<void> {
  const worlds = await wire(parts);
  const month = monthBefore(monthOf(dayOf(loadedAt)));
  const working = await parts.calendar.current();
  const done = scenarios.flatMap((scenario) =>
    scheduleOf(scenario, dayOf(loadedAt), working).map(({ command, at }) => ({ scenario, command, on: dayOf(at) })),
  );
  const ofMonth = { parts, month, done: done.filter(({ on }) => monthOf(on) === month) };
  for (const ledger of [licences, fees, tickets]) await handIn(worlds, ledger, ofMonth);
}
