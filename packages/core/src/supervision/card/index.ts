export {
  cardActs,
  decideCard,
  nextEscalation,
  tickCard,
  type CardAct,
  type CardCommand,
  type CardContext,
  type CardTick,
} from './decide.ts';
export {
  appealGrounds,
  cardId,
  closeReasons,
  excuseGrounds,
  silences,
  type AppealGround,
  type CardActor,
  type CardFact,
  type CardFactType,
  type CardId,
  type CardMatter,
  type CloseReason,
  type ExcuseGround,
  type Silence,
} from './facts.ts';
export { raiseCard, type Raising } from './raise.ts';
export { cardRefusals, type CardRefusal, type CardRefusalCode } from './refusals.ts';
export { evolveCard, foldCard, phases, type Card, type CardPhase, type Verdict } from './state.ts';
export { urgeRefusal, urgingAnswer, urgingAnswers, type UrgingAnswer } from './urging.ts';
