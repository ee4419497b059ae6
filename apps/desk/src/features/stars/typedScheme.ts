import { starRuleIds } from '@yimen/core/catalogue';
import type { Typed } from '../../shared/drafts/KeptForm.tsx';
import type { Scheme, Wish } from './api.ts';

/** The stars a scheme has a step for. */
export const STEPS = [2, 3, 4, 5] as const;
export const stepName = (stars: number): string => `step-${String(stars)}`;

const numberIn = (typed: Typed, name: string): number => Number(typed[name] ?? '');

/** The sum of what is typed for the rules, which has to be a hundred. */
export const totalOf = (typed: Typed): number => starRuleIds.reduce((sum, id) => sum + (numberIn(typed, id) || 0), 0);

/** What is typed in the form, as the server wants it; its shapes are the server's to judge. */
export function wishIn(typed: Typed): Wish {
  const at = (name: string): number => numberIn(typed, name);
  const [two, three, four, five] = STEPS;
  const most: Scheme['most'] = {
    depth: at('depth'),
    visits: at('visits'),
    instant: at('instant'),
    materials: at('materials'),
    limit: at('limit'),
    rating: at('rating'),
  };
  const steps: Scheme['steps'] = [at(stepName(two)), at(stepName(three)), at(stepName(four)), at(stepName(five))];
  return {
    scheme: { most, steps, leastRatings: at('leastRatings') },
    effectiveFrom: typed['effectiveFrom'] ?? '',
    reason: (typed['reason'] ?? '').trim(),
  };
}
