export { checkItem } from './checkItem.ts';
export type { ItemFinding } from './check/findings.ts';
export { itemRules, type ItemRule } from './check/rules.ts';
export { expressionsOf, type ItemExpression, type ReadFeel } from './check/expressions.ts';
export {
  choicesOf,
  codeFor,
  codeSchemes,
  readCoded,
  type CodedValue,
  type CodeRefusal,
  type SchemeId,
} from './codeSchemes.ts';
export {
  decideTable,
  hitPolicies,
  type Decided,
  type DecisionRule,
  type DecisionTable,
  type HitPolicy,
  type TableFeel,
  type TableOutcome,
  type TableRefusal,
} from './discretion.ts';
export {
  elementLists,
  itemElements,
  readElement,
  writeElement,
  type ElementProblem,
  type ElementType,
  type ItemElement,
} from './elements.ts';
export type {
  Entrustment,
  FileReference,
  ImplementationFacts,
  ImplementingBody,
  IntermediaryService,
  ItemTree,
  ListLinks,
  ServerType,
  ServiceModes,
} from './implementation.ts';
export { isList, isObject, placeOf, readPath, toJson, wordOf, writePath, type JsonObject } from './jsonPaths.ts';
export { tablePlace, type TablePlace } from './tablePlace.ts';
export { situate, type Judge, type SituatedItem, type SituationRefusal } from './situations.ts';
export { isBasicCode, readImplementationCode, type CodeProblem, type ImplementationCode } from './codes.ts';
export { isGuideEntry, type GuideEntry, type PublishedItem } from './guideEntry.ts';
export {
  itemId,
  itemKinds,
  type AcceptedWarning,
  type FeeLine,
  type ItemId,
  type ItemKind,
  type LegalBasis,
  type LimitVariant,
  type MaterialRequirement,
  type Question,
  type QuestionGroup,
  type Remedies,
  type ServiceItem,
  type Situations,
} from './item.ts';
export type {
  AllowedSpecialProcedure,
  ConditionalNode,
  ExaminationNode,
  ParallelNode,
  Procedure,
  StepNode,
} from './procedure.ts';
export type { Answers, Evaluate } from './answers.ts';
export { requiredMaterials } from './materials.ts';
export { comesBefore, findStep, lanesOf, stepsOf } from './steps.ts';
export { isInForce, itemInForce } from './versions.ts';
export { conditionInWords } from './conditionWords.ts';
export { diffItems, type ItemChange } from './diff/diffItems.ts';
export { labelOf as fieldLabel } from './diff/labels.ts';
export type { ChangeEffect } from './diff/effect.ts';
export { mergeJson, sameJson, type Merged, type MergeConflict } from './merge.ts';
export {
  applicantLane,
  decisionLane,
  stepNode,
  windowLane,
  type Flow,
  type FlowEdge,
  type FlowNode,
} from './flow/flow.ts';
export { flowOf } from './flow/flowOf.ts';
export { layoutFlow, type Box, type FlowLayout, type Point } from './flow/layout.ts';
export { flowPicture, type FlowFigures, type FlowMark, type ShapeFigures } from './flow/picture.ts';
export { checkEntry, type EntryFinding } from './check/entry.ts';
export { guideFacts, limitOf, themeOf } from './guide/guideFacts.ts';
export type { GuideDetail, GuideFacts, GuideLimit, GuideMaterial, GuideStep } from './guide/facts.ts';
export type { GuideFact, GuideSection, GuideSheet } from './guide/fact.ts';
export { guideSheet } from './guide/sheet.ts';
export { levelNames } from './guide/words.ts';
export { checklistSheet, situationQuestions } from './guide/checklist.ts';
export * from './change/index.ts';
export { manualSheet } from './guide/manual.ts';
export {
  checkScheme,
  shippedStars,
  starRuleIds,
  starRules,
  starsOf,
  type SchemeRefusal,
  type StarFacts,
  type StarLine,
  type StarRuleId,
  type Stars,
  type StarScheme,
} from './stars/stars.ts';
export { catalogueCuts, catalogueFigures, type CatalogueFigure, type CutAmount } from './figures/figures.ts';
export { drawnShapes, type Drawn, type DrawnEdge, type DrawnNode, type DrawnShape } from './drawing/drawn.ts';
export { drawingFinding, drawingFindings, type DrawingCode, type DrawingFinding } from './drawing/findings.ts';
export { procedureFrom } from './drawing/procedureFrom.ts';
export * from './template/index.ts';
