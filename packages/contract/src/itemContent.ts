import { itemKinds, type GuideEntry, type ItemId, type ServiceItem } from '@yimen/core/catalogue';
import type { AuthorityId, Jurisdiction } from '@yimen/core/people';
import { z } from 'zod';
import { branded, Day_, JurisdictionCode } from './primitives.ts';
import {
  line,
  text,
  word,
  expression,
  count,
  keysOf,
  basis,
  limit,
  file,
  material,
  question,
  group,
  node,
  special,
  fee,
  table,
} from './itemParts.ts';

const place = z.object({ code: line, name: line });
const service = z.object({
  modes: z.array(z.enum(['window', 'online', 'express'])).exactOptional(),
  visits: z.int().min(0).max(99).exactOptional(),
  visitReason: line.exactOptional(),
  onlineDepth: z
    .enum(['enquiry', 'receipt', 'preReview', 'acceptance', 'handling', 'resultNotice', 'electronicLicence', 'other'])
    .exactOptional(),
  online: z.boolean().exactOptional(),
  inCentre: z.boolean().exactOptional(),
  appointment: z.boolean().exactOptional(),
  onlinePayment: z.boolean().exactOptional(),
  express: z.boolean().exactOptional(),
  selfService: z.boolean().exactOptional(),
  singleSignOn: z.boolean().exactOptional(),
  sameCity: z.boolean().exactOptional(),
  area: z
    .enum(['nation', 'acrossProvinces', 'acrossCities', 'acrossCounties', 'acrossTowns', 'acrossVillages'])
    .exactOptional(),
  desktopUrl: line.exactOptional(),
  mobileUrl: line.exactOptional(),
});
const implementation = z.object({
  state: z.enum(['inForce', 'suspended', 'abolished']).exactOptional(),
  tree: z
    .object({
      mainItem: line.exactOptional(),
      mainItemCode: line.exactOptional(),
      subItem: line.exactOptional(),
      handlingOption: line.exactOptional(),
      handlingOptionCode: line.exactOptional(),
      parent: line.exactOptional(),
    })
    .exactOptional(),
  body: z
    .object({
      name: line.exactOptional(),
      code: line.exactOptional(),
      nature: z.enum(['statutory', 'authorised', 'entrusted']).exactOptional(),
      powerSource: z
        .enum(['own', 'handedDown', 'granted', 'grantedBySame', 'entrustedFromAbove', 'entrustedBySame'])
        .exactOptional(),
    })
    .exactOptional(),
  entrustment: z
    .object({
      principal: line,
      agent: line,
      basis: line,
      announced: Day_.exactOptional(),
      from: Day_,
      to: Day_.exactOptional(),
    })
    .exactOptional(),
  jointBodies: z.array(line).max(60).exactOptional(),
  intermediaries: z
    .array(z.object({ name: line, basis: line, paidBy: z.enum(['applicant', 'authority']) }))
    .max(30)
    .exactOptional(),
  lists: z
    .object({
      power: line.exactOptional(),
      responsibility: line.exactOptional(),
      supervision: line.exactOptional(),
      intermediary: line.exactOptional(),
    })
    .exactOptional(),
  serverTypes: z
    .array(
      z.enum([
        'naturalPerson',
        'company',
        'publicInstitution',
        'socialOrganisation',
        'unincorporated',
        'authority',
        'organisation',
      ]),
    )
    .exactOptional(),
  service: service.exactOptional(),
  statutoryNote: text.exactOptional(),
  promisedNote: text.exactOptional(),
  userTopics: z.array(line).max(60).exactOptional(),
  companyTopics: z.array(line).max(60).exactOptional(),
  town: place.exactOptional(),
  village: place.exactOptional(),
  resultSample: file.exactOptional(),
  questions: z
    .array(z.object({ question: text, answer: text }))
    .max(100)
    .exactOptional(),
  otherCodes: z
    .array(z.object({ scheme: line, code: line }))
    .max(60)
    .exactOptional(),
});

const levels = z.enum(['province', 'city', 'county', 'town', 'village']);
const common = {
  jurisdiction: branded<Jurisdiction>(JurisdictionCode),
  id: branded<ItemId>(word),
  version: z.int().min(1).max(100_000),
  effectiveFrom: Day_,
  effectiveTo: Day_.exactOptional(),
  name: line,
  kind: keysOf(itemKinds),
  level: levels,
  authority: branded<AuthorityId>(word),
};

/** The whole of a service item, as an editor's draft, a workbook or an exchange file has it. Its law is the lint's business. */
export const ItemContent: z.ZodType<ServiceItem, unknown> = z.object({
  ...common,
  everydayWords: z.array(line).max(100),
  theme: line,
  codes: z.object({
    implementation: line.exactOptional(),
    basic: line.exactOptional(),
    local: line.exactOptional(),
    localBasic: line.exactOptional(),
  }),
  serves: z.array(z.enum(['naturalPerson', 'organisation'])).max(2),
  handling: z.enum(['instant', 'promised']),
  availability: z.enum(['applicable', 'guideOnly']),
  bases: z.array(basis).max(60),
  conditions: z.array(text).max(60),
  quantityLimit: line.exactOptional(),
  materials: z.array(material).max(100),
  form: z.array(group).max(30),
  procedure: z.object({
    examination: z.tuple([node], node),
    specialProcedures: z.array(special).max(20),
    legalReview: z.boolean(),
    meeting: z.boolean(),
  }),
  limits: z.object({
    acceptance: limit,
    statutory: limit,
    promised: limit,
    delivery: limit,
    extension: limit.exactOptional(),
  }),
  fees: z.array(fee).max(60),
  result: z.object({
    name: line,
    form: z.enum(['licence', 'approval', 'certificate', 'other']),
    validYears: count.exactOptional(),
  }),
  service: z.object({
    windows: z.array(line).max(60),
    address: line,
    hours: line,
    phone: line,
    complaintPhone: line,
  }),
  remedies: z.object({ reconsiderationBody: line, court: line }),
  demonstration: text.exactOptional(),
  implementation: implementation.exactOptional(),
  situations: z
    .object({
      questions: z.array(question).max(60),
      limits: z
        .array(
          z.object({
            id: word,
            when: expression,
            statutory: limit.exactOptional(),
            promised: limit.exactOptional(),
          }),
        )
        .max(60)
        .exactOptional(),
    })
    .exactOptional(),
  discretion: z.array(table).max(20).exactOptional(),
  acceptedWarnings: z
    .array(z.object({ rule: word, field: line, reason: line, by: word, on: Day_ }))
    .max(100)
    .exactOptional(),
});

/** An entry of a published list, of which no more is known. */
export const EntryContent: z.ZodType<GuideEntry, unknown> = z.object({
  ...common,
  availability: z.literal('guideOnly'),
  authorityName: line,
  mainItem: line.exactOptional(),
  codes: z.object({ local: line, catalogue: line.exactOptional(), body: line.exactOptional() }),
  sourceUrl: line,
});
