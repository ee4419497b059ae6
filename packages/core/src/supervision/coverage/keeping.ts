import type { CardActor } from '../card/index.ts';
import { HALL, keepers, type KeeperOfLedgers } from './keepers.ts';
import { ledgerKinds, type LedgerKind } from './kinds.ts';
import { coverageRefusal, type CoverageRefusal } from './refusals.ts';

export const keeperOf = (kind: LedgerKind): KeeperOfLedgers => keepers[ledgerKinds[kind].keptBy];

/** Is there such a ledger at all: the hall keeps its kinds and departments theirs. */
export const keepsKind = (authority: string, kind: LedgerKind): boolean =>
  (authority === HALL) === (ledgerKinds[kind].keptBy === 'hall');

export interface KeptLedger {
  readonly kind: LedgerKind;
  readonly authority: string;
  /** Laid down by whoever watches the hall; the head where absent. */
  readonly owner?: string | undefined;
}

/** May this person hand the ledger in: its owner or the head; without an owner the head and their deputies. */
export function whyNotHandIn(actor: CardActor, { kind, authority, owner }: KeptLedger): CoverageRefusal | undefined {
  const { head, handsIn, placesOf, refusal } = keeperOf(kind);
  const named = owner === undefined ? actor.roles.some((role) => handsIn.includes(role)) : owner === actor.person;
  const may = placesOf(actor).includes(authority) && (named || actor.roles.includes(head));
  return may ? undefined : coverageRefusal(refusal);
}

/** Is handing this ledger in the duty of this person: the owner's, or the head's; of a kind that is no standing duty only once laid down. */
export function owesLedger(
  actor: CardActor,
  kind: LedgerKind,
  duty: { readonly owner?: string | undefined } | undefined,
): boolean {
  const isHead = actor.roles.includes(keeperOf(kind).head);
  if (duty === undefined) return isHead && ledgerKinds[kind].standing;
  return duty.owner === undefined ? isHead : duty.owner === actor.person;
}
