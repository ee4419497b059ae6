import type { GuideSection, GuideSheet } from './fact.ts';
import type { GuideDetail, GuideFacts } from './facts.ts';
import {
  basisSection,
  conditionSection,
  formSection,
  itemSection,
  materialSection,
  quantitySection,
} from './sections.ts';
import { limitSection, procedureSection, specialSection } from './procedureSections.ts';
import {
  contactSection,
  feeSection,
  intermediarySection,
  questionSection,
  remedySection,
  resultSection,
} from './serviceSections.ts';
import { speechOf, type Speech } from './words.ts';

type Make = (facts: GuideFacts, detail: GuideDetail, speech: Speech) => GuideSection;

/** Art. 30: basis, conditions, quantity, procedure, limits, materials, the form's model; then what else people ask. */
const order: readonly Make[] = [
  limitSection,
  basisSection,
  conditionSection,
  quantitySection,
  materialSection,
  formSection,
  procedureSection,
  specialSection,
  feeSection,
  resultSection,
  intermediarySection,
  contactSection,
  remedySection,
  questionSection,
];

/** The facts in the words of one language. Laws, names and conditions exist in Chinese only and stay so. */
export function guideSheet(facts: GuideFacts, language: 'zh' | 'en'): GuideSheet {
  const speech = speechOf(language);
  const { detail } = facts;
  const rest = detail === undefined ? [] : order.map((make) => make(facts, detail, speech));
  return {
    title: facts.name,
    sections: [itemSection(facts, speech), ...rest].filter((section) => section.facts.length > 0),
  };
}
