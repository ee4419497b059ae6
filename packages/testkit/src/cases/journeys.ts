import { day } from '@yimen/kernel';
import type { CommandOf } from '@yimen/core/casework';
import type { ServiceItem } from '@yimen/core/catalogue';
import { cast } from './cast.ts';
import { completing, filing, serving, typical } from './commands.ts';
import { givenCase, type GivenCase } from './givenCase.ts';
import { licence } from './items.ts';

/** Cases at each stage, all on 2026-03-02, by the right people; the next act is for the test. */
export const aCase = {
  filed: (item: ServiceItem = licence, more: Partial<CommandOf<'file'>> = {}): GivenCase =>
    givenCase(item).does(filing(more, item)),
  received: (item?: ServiceItem, more: Partial<CommandOf<'file'>> = {}): GivenCase =>
    aCase.filed(item, more).does({ ...typical.receive, materials: more.materials ?? typical.receive.materials }),
  awaitingCorrection: (item?: ServiceItem): GivenCase => aCase.received(item).does(typical.notifyCorrection),
  corrected: (item?: ServiceItem): GivenCase => aCase.awaitingCorrection(item).does(typical.deliverCorrection),
  accepted: (item?: ServiceItem, more?: Partial<CommandOf<'file'>>): GivenCase =>
    aCase.received(item, more).does(typical.accept).by(cast.examiner),
  examined: (item?: ServiceItem): GivenCase =>
    aCase.accepted(item).does(completing('examine')).by(cast.approver).does(completing('approve')),
  proposed: (item?: ServiceItem, proposal: CommandOf<'proposeDecision'> = typical.proposeDecision): GivenCase =>
    aCase.examined(item).by(cast.examiner).does(proposal).by(cast.chief),
  signed: (item?: ServiceItem, proposal?: CommandOf<'proposeDecision'>): GivenCase =>
    aCase.proposed(item, proposal).does(typical.sign).by(cast.sealKeeper),
  sealed: (item?: ServiceItem, proposal?: CommandOf<'proposeDecision'>): GivenCase =>
    aCase.signed(item, proposal).does(typical.seal).by(cast.deliveryClerk),
  issued: (item?: ServiceItem): GivenCase => aCase.sealed(item).does(typical.issue),
  served: (item?: ServiceItem): GivenCase => aCase.issued(item).does(serving()),
  closed: (item?: ServiceItem): GivenCase => aCase.served(item).does(typical.close),
} as const;

/** Filed over the wire on a day and so received on it. */
export function filedOnline(on: string, item: ServiceItem = licence): GivenCase {
  return givenCase(item)
    .on(day(on))
    .by(cast.applicant)
    .does(filing({ channel: 'web' }, item))
    .by(cast.clerk);
}
