import { z } from 'zod';
import type { GuideFacts } from '@yimen/core/catalogue';
import { specialProcedures, startEvents, type StartEvent } from '@yimen/core/clock';
import { Day_, JurisdictionCode, Sha256 } from './primitives.ts';

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

// Object.keys forgets which keys it was given.
const starts = Object.keys(startEvents) as readonly StartEvent[];

export const Limit_ = z.object({
  count: z.int(),
  unit: z.enum(['workingDay', 'calendarDay', 'month']),
  startsOn: z.enum(starts),
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
  /** Where nothing was found: the themes whose items come nearest. */
  nearest: z.array(z.object({ theme: z.string(), count: z.int() })).exactOptional(),
});
export type ItemList = z.infer<typeof ItemList>;

const LegalBasis_ = z.object({
  law: z.string(),
  article: z.string(),
  version: Day_.exactOptional(),
  rank: z.enum(['law', 'administrativeRegulation', 'localRegulation', 'departmentRule', 'normativeDocument']),
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
  acceptanceRules: z.array(z.string()).readonly(),
  fillNotes: z.string().exactOptional(),
});
export type MaterialView = z.infer<typeof Material>;

export const Question_ = z.object({
  id: z.string(),
  label: z.string(),
  type: z.enum(['text', 'longText', 'number', 'day', 'choice', 'yesNo']),
  required: z.boolean(),
  hint: z.string().exactOptional(),
  options: z.array(z.string()).readonly().exactOptional(),
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
  parallel: z.string().exactOptional(),
  condition: z.string().exactOptional(),
  integrityRiskPoint: z.string().exactOptional(),
});

export const SpecialProcedureView = z.object({
  procedure: z.enum(specialProcedures),
  name: z.object({ zh: z.string(), en: z.string() }),
  basis: z.string(),
  plannedDays: z.int(),
  stopsStatutory: z.boolean(),
  stopsPromise: z.boolean(),
});

const Fee = z.object({
  name: z.string(),
  standard: z.string(),
  basis: LegalBasis_,
  condition: z.string().exactOptional(),
  relief: z.object({ standard: z.string(), basis: z.string() }).exactOptional(),
});

const Modes = z.object({
  visits: z.int().exactOptional(),
  visitReason: z.string().exactOptional(),
  online: z.boolean().exactOptional(),
  express: z.boolean().exactOptional(),
  sameCity: z.boolean().exactOptional(),
  appointment: z.boolean().exactOptional(),
  selfService: z.boolean().exactOptional(),
});

const GuideDetail = z.object({
  serves: z.array(z.enum(['naturalPerson', 'organisation'])).readonly(),
  bases: z.array(LegalBasis_).readonly(),
  conditions: z.array(z.string()).readonly(),
  quantityLimit: z.string().exactOptional(),
  materials: z.array(Material).readonly(),
  form: z.array(z.object({ id: z.string(), title: z.string(), questions: z.array(Question_).readonly() })).readonly(),
  situationQuestions: z.array(Question_).readonly(),
  steps: z.array(Step).readonly(),
  legalReview: z.boolean(),
  meeting: z.boolean(),
  specialProcedures: z.array(SpecialProcedureView).readonly(),
  limits: z.object({
    acceptance: Limit_,
    statutory: Limit_,
    promised: Limit_,
    delivery: Limit_,
    extension: Limit_.exactOptional(),
  }),
  limitVariants: z
    .array(
      z.object({
        id: z.string(),
        when: z.string(),
        statutory: Limit_.exactOptional(),
        promised: Limit_.exactOptional(),
      }),
    )
    .readonly(),
  statutoryNote: z.string().exactOptional(),
  promisedNote: z.string().exactOptional(),
  fees: z.array(Fee).readonly(),
  result: z.object({
    name: z.string(),
    form: z.enum(['licence', 'approval', 'certificate', 'other']),
    validYears: z.int().exactOptional(),
  }),
  service: z.object({
    windows: z.array(z.string()).readonly(),
    address: z.string(),
    hours: z.string(),
    phone: z.string(),
    complaintPhone: z.string(),
  }),
  remedies: z.object({ reconsiderationBody: z.string(), court: z.string() }),
  modes: Modes.exactOptional(),
  entrustment: z.object({ principal: z.string(), agent: z.string(), basis: z.string() }).exactOptional(),
  jointBodies: z.array(z.string()).readonly().exactOptional(),
  intermediaries: z
    .array(z.object({ name: z.string(), basis: z.string(), paidBy: z.enum(['applicant', 'authority']) }))
    .readonly()
    .exactOptional(),
  questions: z
    .array(z.object({ question: z.string(), answer: z.string() }))
    .readonly()
    .exactOptional(),
  demonstration: z.string().exactOptional(),
});

/** What the public may read of an item: the eight things of Art. 30 and more. `detail` is absent for guide-only items. */
export const GuideFacts_ = ItemSummary.omit({ matched: true, handling: true, statutory: true, promised: true }).extend({
  handling: z.enum(['instant', 'promised']).exactOptional(),
  statutory: Limit_.exactOptional(),
  promised: Limit_.exactOptional(),
  version: z.int(),
  effectiveFrom: Day_,
  kindName: z.string(),
  level: z.enum(['province', 'city', 'county', 'town', 'village']),
  codes: z.object({
    implementation: z.string().exactOptional(),
    basic: z.string().exactOptional(),
    local: z.string().exactOptional(),
  }),
  sourceUrl: z.string().exactOptional(),
  detail: GuideDetail.exactOptional(),
}) satisfies z.ZodType<GuideFacts>;

/** The facts and what they are known by: SHA-256 of their canonical JSON, the same on the web, on paper and in the hall. */
export const Guide = GuideFacts_.extend({ hash: Sha256 });
export type Guide = z.infer<typeof Guide>;
