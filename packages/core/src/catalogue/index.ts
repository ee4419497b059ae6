export { checkItem } from './checkItem.ts';
export { itemRules, type ItemFinding, type ItemRule } from './check/findings.ts';
export { isBasicCode, readImplementationCode, type CodeProblem, type ImplementationCode } from './codes.ts';
export { isGuideEntry, type GuideEntry, type PublishedItem } from './guideEntry.ts';
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
export { requiredMaterials, type Answers, type Evaluate } from './materials.ts';
export { comesBefore, findStep, lanesOf, stepsOf } from './steps.ts';
export { isInForce, itemInForce } from './versions.ts';
export { conditionInWords } from './conditionWords.ts';
