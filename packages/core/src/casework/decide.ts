import { accept, declareLicenceNotRequired, declineAcceptance, lapse } from './acceptance.ts';
import type { CaseAct, CaseCommand } from './commands.ts';
import type { CaseContext, Decision } from './context.ts';
import { deliverCorrection, notifyCorrection } from './correction.ts';
import { attachMinutes, declineToSign, proposeDecision, reviewLegality, seal, sign } from './decision.ts';
import { close, issue, serve } from './delivery.ts';
import { terminate, voidCase, withdraw } from './endings.ts';
import { file, receive } from './filing.ts';
import type { ActRule } from './guards.ts';
import { confirmReturn, proposeReturn } from './returning.ts';
import type { CaseState } from './state.ts';
import { claimStep, completeStep, handOverStep, releaseStep, returnToStep } from './steps.ts';
import { endSpecialProcedure, extend, startSpecialProcedure } from './suspension.ts';

/** Every act there is. */
export const acts: { readonly [A in CaseAct]: ActRule<A> } = {
  file,
  receive,
  notifyCorrection,
  deliverCorrection,
  accept,
  declineAcceptance,
  declareLicenceNotRequired,
  proposeReturn,
  confirmReturn,
  lapse,
  claimStep,
  releaseStep,
  handOverStep,
  completeStep,
  returnToStep,
  startSpecialProcedure,
  endSpecialProcedure,
  extend,
  proposeDecision,
  reviewLegality,
  attachMinutes,
  sign,
  declineToSign,
  seal,
  issue,
  serve,
  close,
  withdraw,
  terminate,
  void: voidCase,
};

/**
 * What follows from a command: the facts to append, or the refusal the person at the screen must be able to read.
 * Pure; the actor and the time are in the context. Throws only on a bug (filing without a number).
 */
export function decide<A extends CaseAct>(state: CaseState, command: CommandOfAct<A>, context: CaseContext): Decision {
  return acts[command.type].decide(state, command, context);
}

/** The commands of some acts; written so that the table above can be entered by a command's type. */
type CommandOfAct<A extends CaseAct> = {
  [T in A]: Extract<CaseCommand, { readonly type: T }> & { readonly type: T };
}[A];
