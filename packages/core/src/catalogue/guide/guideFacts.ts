import { specialProcedureRules, type Limit } from '../../clock/index.ts';
import { isGuideEntry, type PublishedItem } from '../guideEntry.ts';
import {
  itemKinds,
  type FeeLine,
  type LegalBasis,
  type LimitVariant,
  type MaterialRequirement,
  type ServiceItem,
} from '../item.ts';
import type { AllowedSpecialProcedure, ExaminationNode, StepNode } from '../procedure.ts';
import { lanesOf } from '../steps.ts';
import type {
  GuideDetail,
  GuideFacts,
  GuideFee,
  GuideLimit,
  GuideMaterial,
  GuideSpecial,
  GuideStep,
  GuideVariant,
} from './facts.ts';

type Names = ReadonlyMap<string, string>;

/** What a list is sorted by; a list without themes has only the kind of power. */
export function themeOf(entry: PublishedItem): string {
  return isGuideEntry(entry) ? itemKinds[entry.kind].zh : entry.theme;
}

/**
 * The one projection: what the public may read of a version, with the departments' names as they are called today. Only
 * the list's facts of an item that is merely listed. Nothing is added and nothing of a case is in it.
 */
export function guideFacts(entry: PublishedItem, authorities: Names): GuideFacts {
  const common = {
    jurisdiction: entry.jurisdiction,
    id: entry.id,
    version: entry.version,
    effectiveFrom: entry.effectiveFrom,
    name: entry.name,
    kind: entry.kind,
    kindName: itemKinds[entry.kind].zh,
    theme: themeOf(entry),
    level: entry.level,
    authorityName: authorities.get(entry.authority) ?? (isGuideEntry(entry) ? entry.authorityName : entry.authority),
    availability: entry.availability,
  };
  if (isGuideEntry(entry)) return { ...common, codes: { local: entry.codes.local }, sourceUrl: entry.sourceUrl };
  const { implementation, basic, local } = entry.codes;
  return {
    ...common,
    codes: present({ implementation, basic, local }),
    handling: entry.handling,
    statutory: limitOf(entry.limits.statutory),
    promised: limitOf(entry.limits.promised),
    detail: detailOf(entry, authorities),
  };
}

/** The members that are there: canonical JSON knows no `undefined`. */
function present<T extends object>(members: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const kept = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}

function detailOf(item: ServiceItem, authorities: Names): GuideDetail {
  const { serves, bases, conditions, service, remedies, result, procedure } = item;
  return {
    serves,
    bases: bases.map(basisOf),
    conditions,
    materials: item.materials.map(materialOf),
    form: item.form,
    situationQuestions: item.situations?.questions ?? [],
    steps: procedure.examination.flatMap((node) => stepsIn(node, item, authorities)),
    legalReview: procedure.legalReview,
    meeting: procedure.meeting,
    specialProcedures: procedure.specialProcedures.map(specialOf),
    limits: limitsOf(item.limits),
    limitVariants: (item.situations?.limits ?? []).map(variantOf),
    fees: item.fees.map(feeOf),
    result,
    service,
    remedies,
    ...beyond(item),
  };
}

/** What not every item has. */
function beyond({ quantityLimit, demonstration, implementation = {} }: ServiceItem): Partial<GuideDetail> {
  const { statutoryNote, promisedNote, entrustment, jointBodies, intermediaries, questions } = implementation;
  const entrusted =
    entrustment === undefined
      ? undefined
      : { principal: entrustment.principal, agent: entrustment.agent, basis: entrustment.basis };
  return present({
    quantityLimit,
    demonstration,
    statutoryNote,
    promisedNote,
    entrustment: entrusted,
    jointBodies,
    intermediaries,
    questions,
    modes: modesOf(implementation.service),
  });
}

function modesOf(service: NonNullable<ServiceItem['implementation']>['service']): GuideDetail['modes'] {
  if (service === undefined) return undefined;
  const { visits, visitReason, online, express, sameCity, appointment, selfService } = service;
  return present({ visits, visitReason, online, express, sameCity, appointment, selfService });
}

function materialOf(material: MaterialRequirement): GuideMaterial {
  const { id, name, basis, source, form, copies, necessity, acceptanceRules, condition, fillNotes } = material;
  return { id, name, basis, source, form, copies, necessity, acceptanceRules, ...present({ condition, fillNotes }) };
}

function basisOf({ law, article, rank, version, text }: LegalBasis): LegalBasis {
  return { law, article, rank, ...present({ version, text }) };
}

function feeOf({ name, standard, basis, condition, relief }: FeeLine): GuideFee {
  return { name, standard, basis: basisOf(basis), ...present({ condition, relief }) };
}

function variantOf({ id, when, statutory, promised }: LimitVariant): GuideVariant {
  return {
    id,
    when,
    ...(statutory === undefined ? {} : { statutory: limitOf(statutory) }),
    ...(promised === undefined ? {} : { promised: limitOf(promised) }),
  };
}

function specialOf({
  procedure,
  basis,
  plannedDays,
  stopsStatutory,
  stopsPromise,
}: AllowedSpecialProcedure): GuideSpecial {
  const { zh, en } = specialProcedureRules[procedure];
  return { procedure, name: { zh, en }, basis, plannedDays, stopsStatutory, stopsPromise };
}

/** Branches that run side by side are lettered; a step under a condition says it. */
function stepsIn(node: ExaminationNode, item: ServiceItem, authorities: Names): readonly GuideStep[] {
  return lanesOf(node).flatMap((lane, at) =>
    lane.map((step) => ({
      ...stepOf(step, authorities.get(step.authority ?? item.authority) ?? ''),
      ...(node.kind === 'parallel' ? { parallel: String.fromCodePoint(65 + at) } : {}),
      ...(node.kind === 'when' ? { condition: node.condition } : {}),
    })),
  );
}

function stepOf({ id, name, duty, limitDays, integrityRiskPoint }: StepNode, authorityName: string): GuideStep {
  return { id, name, duty, authorityName, limitDays, ...present({ integrityRiskPoint }) };
}

function limitsOf(limits: ServiceItem['limits']): GuideDetail['limits'] {
  const { acceptance, statutory, promised, delivery, extension } = limits;
  return {
    acceptance: limitOf(acceptance),
    statutory: limitOf(statutory),
    promised: limitOf(promised),
    delivery: limitOf(delivery),
    ...(extension === undefined ? {} : { extension: limitOf(extension) }),
  };
}

/** A limit as a guide states it, the law in its quotation marks. */
export function limitOf({ count, unit, startsOn, basis }: Limit): GuideLimit {
  return { count, unit, startsOn, basis: `《${basis.law}》${basis.article}` };
}
