import { z } from 'zod';
import { Day_, JurisdictionCode } from './primitives.ts';

export const Hall = z.object({
  jurisdiction: JurisdictionCode,
  name: z.string(),
  divisionName: z.string(),
  address: z.string(),
  hours: z.string(),
  phone: z.string(),
  itemCount: z.int(),
  demonstration: z.boolean(),
});
export type Hall = z.infer<typeof Hall>;

export const Limit_ = z.object({
  count: z.int(),
  unit: z.enum(['workingDay', 'calendarDay', 'month']),
  startsOn: z.string(),
  basis: z.string(),
});

export const ItemSummary = z.object({
  jurisdiction: JurisdictionCode,
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  theme: z.string(),
  authorityName: z.string(),
  handling: z.enum(['instant', 'promised']).optional(),
  availability: z.enum(['applicable', 'guideOnly']),
  statutory: Limit_.optional(),
  promised: Limit_.optional(),
  /** Which of the visitor's words it was found by. */
  matched: z.array(z.string()),
});
export type ItemSummary = z.infer<typeof ItemSummary>;

export const ItemList = z.object({
  items: z.array(ItemSummary),
  total: z.int(),
  next: z.string().optional(),
  themes: z.array(z.object({ theme: z.string(), count: z.int() })),
});
export type ItemList = z.infer<typeof ItemList>;

const LegalBasis_ = z.object({
  law: z.string(),
  article: z.string(),
  version: Day_.exactOptional(),
  rank: z.string(),
  text: z.string().exactOptional(),
});

const Material = z.object({
  id: z.string(),
  name: z.string(),
  basis: z.string(),
  source: z.enum(['applicant', 'government', 'other']),
  form: z.enum(['original', 'copy', 'originalAndCopy', 'electronic']),
  copies: z.int(),
  necessity: z.enum(['required', 'optional', 'acceptOnPromise']),
  condition: z.string().exactOptional(),
  acceptanceRules: z.array(z.string()),
});
export type MaterialView = z.infer<typeof Material>;

const Question_ = z.object({
  id: z.string(),
  label: z.string(),
  type: z.enum(['text', 'longText', 'number', 'day', 'choice', 'yesNo']),
  required: z.boolean(),
  hint: z.string().exactOptional(),
  options: z.array(z.string()).exactOptional(),
  maxLength: z.int().exactOptional(),
});
export type QuestionView = z.infer<typeof Question_>;

export const Step = z.object({
  id: z.string(),
  name: z.string(),
  duty: z.enum(['examination', 'approval', 'consultation']),
  authorityName: z.string(),
  limitDays: z.int(),
  /** Branch letter where steps run side by side; the condition in words where it is not always taken. */
  parallel: z.string().optional(),
  condition: z.string().optional(),
  integrityRiskPoint: z.string().optional(),
});

export const SpecialProcedureView = z.object({
  procedure: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  basis: z.string(),
  plannedDays: z.int(),
  stopsStatutory: z.boolean(),
  stopsPromise: z.boolean(),
});

/** What the public may read of an item: the eight things of Art. 30 and more. `detail` is absent for guide-only items. */
export const Guide = ItemSummary.omit({ matched: true }).extend({
  version: z.int(),
  effectiveFrom: Day_,
  kindName: z.string(),
  codes: z.object({
    implementation: z.string().exactOptional(),
    basic: z.string().exactOptional(),
    local: z.string().exactOptional(),
  }),
  sourceUrl: z.string().optional(),
  detail: z
    .object({
      serves: z.array(z.enum(['naturalPerson', 'organisation'])),
      bases: z.array(LegalBasis_),
      conditions: z.array(z.string()),
      quantityLimit: z.string().optional(),
      materials: z.array(Material),
      form: z.array(z.object({ id: z.string(), title: z.string(), questions: z.array(Question_) })),
      steps: z.array(Step),
      specialProcedures: z.array(SpecialProcedureView),
      limits: z.object({
        acceptance: Limit_,
        statutory: Limit_,
        promised: Limit_,
        delivery: Limit_,
        extension: Limit_.optional(),
      }),
      fees: z.array(z.object({ name: z.string(), standard: z.string(), basis: LegalBasis_ })),
      result: z.object({ name: z.string(), form: z.string(), validYears: z.int().exactOptional() }),
      service: z.object({
        windows: z.array(z.string()),
        address: z.string(),
        hours: z.string(),
        phone: z.string(),
        complaintPhone: z.string(),
      }),
      remedies: z.object({ reconsiderationBody: z.string(), court: z.string() }),
      demonstration: z.string().optional(),
    })
    .optional(),
});
export type Guide = z.infer<typeof Guide>;
