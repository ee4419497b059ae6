import type { Day } from '@yimen/kernel';
import type { Role } from '../../people/index.ts';
import type { CardFact, CardFactType, CloseReason } from './facts.ts';

type FactOf<T extends CardFactType> = Extract<CardFact, { readonly type: T }>;

export const phases = {
  explanation: { zh: '待说明', en: 'explanation awaited' },
  verification: { zh: '待核实', en: 'verification awaited' },
  rectification: { zh: '待整改', en: 'rectification awaited' },
  acceptance: { zh: '整改待验收', en: 'rectification to be accepted' },
  closed: { zh: '已了结', en: 'closed' },
} as const;
export type CardPhase = keyof typeof phases;

export type Verdict = 'upheld' | 'rescinded' | 'excused';

export interface Card {
  readonly raised: FactOf<'cardRaised'>;
  readonly phase: CardPhase;
  /** The day on which whoever is waited for has been silent too long; absent where nobody is waited for. */
  readonly dueOn?: Day;
  readonly explanation?: FactOf<'explanationGiven'>;
  readonly appeal?: FactOf<'appealFiled'>;
  readonly verdict?: Verdict;
  readonly points: number;
  readonly escalatedTo: readonly Role[];
  readonly closed?: CloseReason;
}

const none = (): never => {
  throw new Error('a card begins with being raised');
};

/** Changes of a card by one fact; what is waited for, and until when, is always in one place. */
const evolvers: { readonly [T in Exclude<CardFactType, 'cardRaised'>]: (card: Card, fact: FactOf<T>) => Card } = {
  cardTold: (card) => card,
  explanationGiven: (card, fact) => ({ ...card, explanation: fact, ...waiting('verification', fact.verifyBy) }),
  appealFiled: (card, fact) => ({ ...card, appeal: fact, ...waiting('verification', fact.verifyBy) }),
  cardUpheld: (card, { rectifyBy }) => ({ ...card, verdict: 'upheld', ...waiting('rectification', rectifyBy) }),
  pointsEntered: (card, { points }) => ({ ...card, points }),
  cardRescinded: (card) => ({ ...card, verdict: 'rescinded' }),
  cardExcused: (card) => ({ ...card, verdict: 'excused' }),
  rectificationReported: (card, { verifyBy }) => ({ ...card, ...waiting('acceptance', verifyBy) }),
  rectificationAccepted: (card) => card,
  rectificationRejected: (card, { rectifyBy }) => ({ ...card, ...waiting('rectification', rectifyBy) }),
  cardEscalated: (card, { to }) => ({ ...card, escalatedTo: [...card.escalatedTo, to] }),
  cardClosed: ({ dueOn: _due, ...card }, { why }) => ({ ...card, phase: 'closed', closed: why }),
};

const waiting = (
  phase: CardPhase,
  dueOn: Day,
): Pick<Card, 'phase'> & { readonly dueOn: Day; readonly escalatedTo: [] } => ({
  phase,
  dueOn,
  escalatedTo: [],
});

type Later = Exclude<CardFactType, 'cardRaised'>;

function apply<T extends Later>(card: Card, fact: { readonly [K in T]: FactOf<K> }[T]): Card {
  return evolvers[fact.type](card, fact);
}

/** The card after one more fact; a card begins with `cardRaised`. */
export function evolveCard(card: Card | undefined, fact: CardFact): Card {
  if (fact.type !== 'cardRaised') return card === undefined ? none() : apply(card, fact);
  const due = fact.explainBy === undefined ? {} : { dueOn: fact.explainBy };
  return { raised: fact, phase: 'explanation', ...due, points: 0, escalatedTo: [] };
}

export function foldCard(facts: readonly CardFact[], from?: Card): Card | undefined {
  return facts.reduce<Card | undefined>(evolveCard, from);
}
