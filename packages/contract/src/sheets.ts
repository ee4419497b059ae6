import { z } from 'zod';
import { FormAnswers_ } from './facts.ts';
import { Guide, Question_ } from './items.ts';

const Fact = z.object({ id: z.string(), label: z.string(), text: z.string(), notes: z.array(z.string()).readonly() });

/** Facts of a guide under one heading, in the words of one language. */
export const GuideSection_ = z.object({
  id: z.string(),
  title: z.string(),
  numbered: z.boolean(),
  facts: z.array(Fact).readonly(),
});

const Language_ = z.enum(['zh', 'en']);

/** Answers to the questions of the item's situations; what is not answered is not guessed. Nothing of the person. */
export const ChecklistRequest = z.strictObject({
  answers: FormAnswers_.refine((answers) => Object.keys(answers).length <= 60, { error: 'too_many' }),
  language: Language_.exactOptional(),
});
export type ChecklistRequest = z.infer<typeof ChecklistRequest>;

/** What one person brings, pays and waits for, and where; with the hash of the guide it was chosen from. */
export const Checklist = z.object({
  guide: Guide.pick({ jurisdiction: true, id: true, name: true, version: true, hash: true }),
  questions: z.array(Question_).readonly(),
  sections: z.array(GuideSection_).readonly(),
});
export type Checklist = z.infer<typeof Checklist>;

/** 业务手册 on the screen: the very facts of the printed one, under the hash of the guide both are made of. */
export const Manual = z.object({
  guide: Guide.pick({
    jurisdiction: true,
    id: true,
    name: true,
    kindName: true,
    authorityName: true,
    version: true,
    effectiveFrom: true,
    hash: true,
  }),
  demonstration: z.string().exactOptional(),
  /** The version new cases get today; absent where the item is on the list no more. */
  inForce: z.int().exactOptional(),
  sections: z.array(GuideSection_).readonly(),
});
export type Manual = z.infer<typeof Manual>;
