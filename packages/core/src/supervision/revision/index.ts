export { ladderNames, ladderWords, thresholdWords } from './ladderWords.ts';
export { ruleSetRefusals, type RuleSetRefusal, ruleSetRefusal } from './refusals.ts';
export { differences as ruleSetDifferences, revise, type RuleRevision } from './revise.ts';
