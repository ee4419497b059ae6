export {
  itemId,
  itemKinds,
  type FeeLine,
  type ItemId,
  type ItemKind,
  type LegalBasis,
  type MaterialRequirement,
  type Question,
  type QuestionGroup,
  type Remedies,
  type ServiceItem,
} from './item.ts';
export type {
  AllowedSpecialProcedure,
  ConditionalNode,
  ExaminationNode,
  ParallelNode,
  Procedure,
  StepNode,
} from './procedure.ts';
