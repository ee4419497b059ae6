import { holderOf, holders, liveOf, stageWords } from '@yimen/core/casework';
import type { ClockView, EntryView, PaperView } from '@yimen/contract';
import { readStream } from '../../../platform/ledger/index.ts';
import { hideNumbers } from '../../../platform/personal/index.ts';
import { maskedName } from '../applicant.ts';
import { readClocks } from '../clocks.ts';
import { shownContextOf } from '../context.ts';
import { findCase, streamOf } from '../snapshot.ts';
import type { CaseKey } from '../tracking.ts';
import type { Reader } from '../world.ts';
import { clockView } from './clocks.ts';
import { entryView } from './entries.ts';
import { moveEntries } from './moves.ts';

/** A case for whoever runs the system: what happened and where its clocks stand, without the applicant's data. */
export interface CaseReport {
  readonly jurisdiction: string;
  readonly caseId: string;
  readonly number: string;
  readonly revision: number;
  readonly stage: string;
  readonly stageName: string;
  readonly holder: string;
  readonly item: string;
  readonly itemVersion: number;
  readonly authority: string;
  readonly applicant: string;
  readonly clocks: readonly Omit<ClockView, 'pictures' | 'words'>[];
  readonly entries: readonly EntryView[];
  readonly papers: readonly PaperView[];
}

export async function caseReport(world: Reader, key: CaseKey): Promise<CaseReport | undefined> {
  const { db } = world.shell;
  const row = await findCase(db, key);
  const live = row === undefined ? undefined : liveOf(row.state);
  if (row === undefined || live === undefined || row.state.stage === 'unfiled') return undefined;
  const item = await world.near.itemVersion(key.jurisdiction, row.item_id, row.item_version);
  const { calendar, now } = await shownContextOf(world, item, row.state);
  const stored = await readStream(db, { jurisdiction: key.jurisdiction, stream: streamOf(key.caseId) });
  const unnamed = {
    people: new Map<string, string>(),
    posts: new Map<string, string>(),
    item,
    masked: hideNumbers,
  };
  const clocks = readClocks({ state: row.state, item, calendar, now });
  return {
    ...key,
    number: row.number,
    revision: row.revision,
    stage: row.state.stage,
    stageName: stageWords[row.state.stage].zh,
    holder: holders[holderOf(row.state)].zh,
    item: item.name,
    itemVersion: item.version,
    authority: (await world.near.authorityNames(key.jurisdiction)).get(item.authority) ?? item.authority,
    applicant: maskedName(live.application.applicant),
    clocks: clocks.map((clock) => {
      const { pictures: _pictures, words: _words, ...rest } = clockView(clock, calendar, now);
      return rest;
    }),
    entries: [...stored.map((entry) => entryView(entry, unnamed)), ...(await moveEntries(db, key))],
    papers: await world.near.papersOf(key),
  };
}
