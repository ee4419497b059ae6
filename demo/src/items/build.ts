import { day } from '@yimen/kernel';
import {
  itemId,
  itemKinds,
  type AllowedSpecialProcedure,
  type DecisionTable,
  type ExaminationNode,
  type FeeLine,
  type ImplementationFacts,
  type ItemKind,
  type LegalBasis,
  type MaterialRequirement,
  type Procedure,
  type Question,
  type QuestionGroup,
  type ServiceItem,
  type Situations,
  type StepNode,
} from '@yimen/core/catalogue';
import { licensingLimits, type Limit } from '@yimen/core/clock';
import { anyang, centre, remedies } from '../centre.ts';
import { departmentId, departmentKeys, departmentOf, type DepartmentKey } from '../departments.ts';
import { windowOf } from '../windows.ts';

/** What differs from item to item; the rest follows from the department and the Licensing Law. */
export interface ItemSpec {
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
  readonly theme: string;
  readonly department: DepartmentKey;
  readonly kind?: ItemKind;
  readonly serves: ServiceItem['serves'];
  /** `county` where the law gives the decision to the county; said in the demonstration note. */
  readonly level?: 'city' | 'county';
  readonly handling?: ServiceItem['handling'];
  readonly bases: readonly LegalBasis[];
  readonly conditions: readonly string[];
  readonly materials: readonly MaterialRequirement[];
  readonly form: readonly QuestionGroup[];
  readonly steps: readonly [ExaminationNode, ...ExaminationNode[]];
  readonly special?: readonly AllowedSpecialProcedure[];
  readonly legalReview?: boolean;
  readonly meeting?: boolean;
  readonly statutory: Limit;
  /** In the unit of the statutory limit. */
  readonly promised: number;
  /** Only where the item's own law has one; see {@link limitsOf}. */
  readonly extension?: Limit;
  readonly fees?: readonly FeeLine[];
  readonly result: ServiceItem['result'];
  readonly situations?: Situations;
  readonly discretion?: readonly DecisionTable[];
  readonly note?: string;
}

/** The ordinary limit of a licence whose own law is silent, and the only one Art. 42 lets the head extend by ten days. */
export const ordinaryLimit = licensingLimits.decision;

function numberOf(spec: ItemSpec): string {
  const kind = itemKinds[spec.kind ?? 'licence'].code;
  const department = String(departmentKeys.indexOf(spec.department) + 1).padStart(2, '0');
  // Three digits out of the name: stable when items are added, and never taken for a number of the national catalogue.
  const serial = [...spec.id].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1000, 7);
  return `41${kind}9${department}${String(serial).padStart(3, '0')}00`;
}

const promise = { law: '优化营商环境条例', article: '第三十六条', text: '安阳市市民之家公开承诺的办结时限（演示值）' };

/** The Licensing Law binds licences only; for the rest the hall follows it by its own rule, and says so. */
function byAnalogy(spec: ItemSpec, limit: Limit): Limit {
  if ((spec.kind ?? 'licence') === 'licence') return limit;
  return {
    ...limit,
    basis: { law: '安阳市市民之家窗口服务规范（演示）', article: `参照行政许可法${limit.basis.article}` },
  };
}

/** A law that sets its own limit displaces Art. 42 with its extension ("法律、法规另有规定的，依照其规定"). */
function limitsOf(spec: ItemSpec): ServiceItem['limits'] {
  const extension = spec.extension ?? (spec.statutory === ordinaryLimit ? licensingLimits.extension : undefined);
  return {
    acceptance: byAnalogy(spec, licensingLimits.acceptance),
    statutory: spec.statutory,
    promised: { ...spec.statutory, count: spec.promised, basis: promise },
    delivery: byAnalogy(spec, licensingLimits.delivery),
    ...(extension === undefined ? {} : { extension }),
  };
}

function demonstrationOf(spec: ItemSpec): string {
  const county = spec.level === 'county' ? '依法由县级机关实施，演示中由市级机关代为演示；' : '';
  const note = spec.note === undefined ? '' : `${spec.note}；`;
  return `${county}${note}承诺时限、环节时限、表单问题、实施编码、地址、电话为演示值；法定时限、受理条件与依据取自所列法条。`;
}

function procedureOf({ steps, special = [], legalReview = false, meeting = false }: ItemSpec): Procedure {
  return { examination: steps, specialProcedures: special, legalReview, meeting };
}

function serviceAt(department: DepartmentKey): ServiceItem['service'] {
  const window = windowOf(department);
  return {
    windows: [`${window.number} ${window.name}`],
    address: centre.address,
    hours: centre.hours,
    phone: departmentOf(department).phone,
    complaintPhone: centre.complaintPhone,
  };
}

/** What the national list wants to know; nobody has to come, for papers can be handed in online and are sent by courier. */
function implementationOf(spec: ItemSpec): ImplementationFacts {
  const { name, creditCode } = departmentOf(spec.department);
  const instant = spec.handling === 'instant';
  return {
    state: 'inForce',
    tree: { mainItem: spec.name },
    body: { name, code: creditCode, nature: 'statutory', powerSource: 'own' },
    lists: { power: numberOf(spec), responsibility: `${numberOf(spec)}-Z` },
    service: {
      modes: ['window', 'online', 'express'],
      visits: instant ? 1 : 0,
      ...(instant ? { visitReason: '当场核对原件、当场领取结果（演示）' } : {}),
      onlineDepth: 'handling',
      online: true,
      inCentre: true,
      appointment: true,
      onlinePayment: false,
      express: true,
      selfService: false,
      singleSignOn: false,
      sameCity: spec.level !== 'county',
    },
  };
}

/** Completes a specification to a published service item of the demonstration hall. */
export function item(spec: ItemSpec): ServiceItem {
  const basic = numberOf(spec);
  const level = spec.level ?? 'city';
  const department = departmentOf(spec.department);
  return {
    jurisdiction: anyang,
    id: itemId(spec.id),
    version: 1,
    effectiveFrom: day('2020-01-01'),
    name: spec.name,
    everydayWords: spec.words,
    theme: spec.theme,
    kind: spec.kind ?? 'licence',
    codes: { implementation: `${department.creditCode}${level === 'city' ? '3' : '4'}${basic}`, basic },
    level,
    serves: spec.serves,
    authority: departmentId(spec.department),
    handling: spec.handling ?? 'promised',
    availability: 'applicable',
    bases: spec.bases,
    conditions: spec.conditions,
    materials: spec.materials,
    form: spec.form,
    procedure: procedureOf(spec),
    limits: limitsOf(spec),
    fees: spec.fees ?? [],
    result: spec.result,
    service: serviceAt(spec.department),
    remedies,
    demonstration: demonstrationOf(spec),
    implementation: implementationOf(spec),
    ...(spec.situations === undefined ? {} : { situations: spec.situations }),
    ...(spec.discretion === undefined ? {} : { discretion: spec.discretion }),
  };
}

/** A material of the applicant's own; `rules` are what a clerk who is not of the trade can check. */
export function material(
  id: string,
  name: string,
  basis: string,
  rest: Partial<MaterialRequirement> & Pick<MaterialRequirement, 'acceptanceRules'>,
): MaterialRequirement {
  return { id, name, basis, source: 'applicant', form: 'original', copies: 1, necessity: 'required', ...rest };
}

type Extra = Partial<Omit<Question, 'id' | 'label' | 'type'>>;

/** One question; required unless said otherwise. */
export function ask(id: string, label: string, type: Question['type'], extra: Extra = {}): Question {
  return { id, label, type, required: true, ...extra };
}

export function choose(id: string, label: string, options: readonly string[], extra: Extra = {}): Question {
  return { id, label, type: 'choice', required: true, options, ...extra };
}

export function page(id: string, title: string, ...questions: readonly [Question, ...Question[]]): QuestionGroup {
  return { id, title, questions };
}

/** 一审一核: one examines, another approves; limits in working days. */
export function examineAndApprove(examineDays: number, approveDays: number): readonly [StepNode, StepNode] {
  return [examine(examineDays), approve(approveDays)];
}

export function examine(limitDays: number, rest: Partial<StepNode> = {}): StepNode {
  return { kind: 'step', id: 'examine', name: '审核', duty: 'examination', limitDays, ...rest };
}

export function approve(limitDays: number): StepNode {
  return {
    kind: 'step',
    id: 'approve',
    name: '审批',
    duty: 'approval',
    limitDays,
    integrityRiskPoint: '自由裁量：审批意见应当逐条对应许可条件',
  };
}

/** Another department is asked within its own limit. */
export function consult(department: DepartmentKey, limitDays: number): StepNode {
  return {
    kind: 'step',
    id: `consult-${department}`,
    name: `征求${departmentOf(department).name}意见`,
    duty: 'consultation',
    authority: departmentId(department),
    limitDays,
  };
}

/** A procedure of Art. 45 whose time does not count, once its notice is served. */
export function uncounted(
  procedure: AllowedSpecialProcedure['procedure'],
  plannedDays: number,
  basis = '行政许可法第四十五条',
): AllowedSpecialProcedure {
  return { procedure, basis, plannedDays, stopsStatutory: true, stopsPromise: true };
}

/** Uncounted because a law other than Art. 45 says so. */
export function uncountedByLaw(
  procedure: AllowedSpecialProcedure['procedure'],
  plannedDays: number,
  namedLaw: string,
): AllowedSpecialProcedure {
  return { procedure, basis: namedLaw, plannedDays, stopsStatutory: true, stopsPromise: true, namedLaw };
}

/** A visit stops the promise, because the guide says so, and never the law's own limit. */
export function siteVisit(plannedDays: number, basis: string): AllowedSpecialProcedure {
  return { procedure: 'siteVisit', basis, plannedDays, stopsStatutory: false, stopsPromise: true };
}
