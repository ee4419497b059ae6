import { ok, refuse, type Day, type Instant, type Result, type Words } from '@yimen/kernel';
import type { Calendar } from '../calendar/index.ts';
import {
  findStep,
  requiredMaterials,
  stepsOf,
  type Evaluate,
  type MaterialRequirement,
  type ServiceItem,
} from '../catalogue/index.ts';
import { clocksOf, type Clock } from '../clock/index.ts';
import { clockFacts, clockRules } from './deadlines.ts';
import type { CaseFact } from './entries.ts';
import { isOpen, nextFacts } from './examination.ts';
import { isAccepted, isDecided, isEnded, type CaseState, type LiveCase } from './state.ts';

/** What moving to another version does to one case, and whether the applicant is better or worse off by it. */
export interface MigrationEffect {
  readonly about: 'limit' | 'material' | 'fee' | 'question' | 'step';
  readonly effect: 'better' | 'worse' | 'neutral';
  readonly words: Words;
}

/** Why a case keeps its version; the table behind `docs/refusals.md`. `{}` stands for what is named. */
export const migrationRefusals = {
  version_not_later: { zh: '只能迁移到更新的版本。', en: 'A case moves only to a later version.' },
  version_not_in_force: { zh: '新版本尚未生效。', en: 'The new version is not in force yet.' },
  version_other_authority: {
    zh: '新版本的实施主体不同，办件不能这样移交。',
    en: 'The new version belongs to another authority; a case is not handed over this way.',
  },
  version_decided: {
    zh: '已经作出决定或者已经办结，保留原版本。',
    en: 'It is decided or has ended; it keeps its version.',
  },
  version_step_open: {
    zh: '正在办理的环节“{}”在新版本中不存在或者顺序改变，办结该环节后再迁移。',
    en: 'The step “{}” now open is not there, or not next, in the new version; complete it first.',
  },
  version_worse: {
    zh: '迁移将使申请人处于更不利的地位：{}。没有法律、法规的明文要求，不得迁移。',
    en: 'The applicant would be worse off: {}. Without an express demand of a law or regulation the case is not moved.',
    // 法不溯及既往, and 信赖保护: what somebody lawfully relied on is not changed under them.
    article: '立法法第一百零四条、行政许可法第八条',
  },
  version_reason_missing: { zh: '请写明迁移的理由。', en: 'Say why the cases are moved.' },
} as const;
export type MigrationRefusalCode = keyof typeof migrationRefusals;

export interface MigrationRefusal {
  readonly code: MigrationRefusalCode;
  readonly words: Words;
  readonly article?: string;
}

/** Both versions, and the moment by which they are compared. */
export interface Migrating {
  readonly from: ServiceItem;
  readonly to: ServiceItem;
  readonly now: Instant;
  readonly today: Day;
  readonly calendar: Calendar;
  readonly evaluate: Evaluate;
}

/** Why an officer moves cases; `basis` is the law that demands it where somebody is worse off. */
export interface MigrationGround {
  readonly reason: string;
  readonly basis: string;
}

const no = (code: MigrationRefusalCode, about: Words = { zh: '', en: '' }): Result<never, MigrationRefusal> => {
  const { zh, en, ...rest } = migrationRefusals[code];
  return refuse({ code, words: { zh: zh.replace('{}', about.zh), en: en.replace('{}', about.en) }, ...rest });
};

/**
 * What another version would do to a running case: nothing is decided yet. Cases keep the version they were filed under;
 * only an explicit act moves one, and this is what is shown before it.
 */
export function previewMigration(
  state: CaseState,
  migrating: Migrating,
): Result<readonly MigrationEffect[], MigrationRefusal> {
  const { from, to, today } = migrating;
  if (to.version <= from.version) return no('version_not_later');
  if (to.effectiveFrom > today) return no('version_not_in_force');
  if (to.authority !== from.authority) return no('version_other_authority');
  if (state.stage === 'unfiled' || isEnded(state) || isDecided(state)) return no('version_decided');
  const stuck = stuckStep(state, migrating);
  if (stuck !== undefined) return no('version_step_open', { zh: stuck, en: stuck });
  return ok([
    ...limitEffects(state, migrating),
    ...materialEffects(state, migrating),
    ...feeEffects(state, migrating),
    ...questionEffects(state, migrating),
    ...stepEffects(migrating),
  ]);
}

/** Moves a case: the facts to append, with all that changed for the applicant; refused where that is worse and no law demands it. */
export function migrate(
  state: CaseState,
  migrating: Migrating,
  { reason, basis }: MigrationGround,
): Result<readonly CaseFact[], MigrationRefusal> {
  const effects = previewMigration(state, migrating);
  if (!effects.ok) return effects;
  if (reason.trim() === '') return no('version_reason_missing');
  const worse = effects.value.filter(({ effect }) => effect === 'worse');
  if (worse.length > 0 && basis.trim() === '') return no('version_worse', joined(worse));
  const moved: CaseFact = {
    type: 'versionMoved',
    from: migrating.from.version,
    to: migrating.to.version,
    reason,
    ...(worse.length > 0 ? { basis } : {}),
    effects: effects.value.map(({ words, effect }) => ({ words: words.zh, effect })),
  };
  return ok([moved, ...following(state, migrating)]);
}

const joined = (effects: readonly MigrationEffect[]): Words => ({
  zh: effects.map(({ words }) => words.zh).join('；'),
  en: effects.map(({ words }) => words.en).join('; '),
});

/** Steps that open because the new procedure has them now. */
function following(state: CaseState, migrating: Migrating): readonly CaseFact[] {
  if (state.stage !== 'examining') return [];
  return nextFacts(contextOf(migrating), state.steps, state.application.answers);
}

/** As much of a case's context as the order of steps needs. */
const contextOf = ({ to, evaluate }: Migrating) => ({ item: to, evaluate });

/** The name of a step somebody works on that would not be next by the new version; undefined where none. */
function stuckStep(state: LiveCase, migrating: Migrating): string | undefined {
  if (state.stage !== 'examining') return undefined;
  const open = Object.entries(state.steps).filter(([, step]) => isOpen(step));
  const put = Object.fromEntries(Object.entries(state.steps).filter(([, step]) => !isOpen(step)));
  const next = nextFacts(contextOf(migrating), put, state.application.answers);
  const stays = (id: string): boolean => next.some((fact) => fact.type === 'stepOpened' && fact.stepId === id);
  const [stuck] = open.find(([id]) => !stays(id)) ?? [];
  return stuck === undefined ? undefined : (findStep(migrating.from.procedure, stuck)?.name ?? stuck);
}

/** Clocks that bind the authority: later is worse for whoever waits. */
const BINDING: readonly Clock['kind'][] = [
  'acceptance',
  'acceptanceAfterCorrection',
  'decisionPromised',
  'decisionStatutory',
  'delivery',
];

function limitEffects(state: LiveCase, { from, to, calendar, now }: Migrating): readonly MigrationEffect[] {
  const clocks = (item: ServiceItem): readonly Clock[] => {
    const facts = clockFacts(state, item);
    return facts === undefined ? [] : clocksOf(facts, clockRules(item), calendar, now);
  };
  const after = new Map(clocks(to).map((clock) => [clock.id, clock]));
  return clocks(from).flatMap((before) => {
    const due = after.get(before.id)?.due;
    const binds = BINDING.includes(before.kind) && before.stoppedOn === undefined;
    if (!binds || before.due === undefined || due === undefined || due === before.due) return [];
    const { zh, en } = before.name;
    return [
      {
        about: 'limit',
        effect: due > before.due ? 'worse' : 'better',
        words: { zh: `${zh}由${before.due}改为${due}`, en: `${en}: from ${before.due} to ${due}` },
      },
    ];
  });
}

/** A material is asked of the applicant anew where nothing they brought answers it. */
function materialEffects(state: LiveCase, { from, to, evaluate }: Migrating): readonly MigrationEffect[] {
  const { answers, materials } = state.application;
  const [was, is] = [from, to].map((item) => requiredMaterials(item, answers, evaluate));
  const brought = new Set(materials.map(({ requirementId }) => requirementId));
  const known = new Map((was ?? []).map((material) => [material.id, material]));
  const asked = (is ?? []).filter((one) => !brought.has(one.id) && isMore(known.get(one.id), one));
  const spared = isAccepted(state)
    ? []
    : (was ?? []).filter(({ id }) => !brought.has(id) && !(is ?? []).some((one) => one.id === id));
  return [
    ...asked.map(({ name }) =>
      effect('material', 'worse', { zh: `须补交“${name}”`, en: `“${name}” has to be brought` }),
    ),
    ...spared.map(({ name }) =>
      effect('material', 'better', { zh: `不再需要“${name}”`, en: `“${name}” is no longer needed` }),
    ),
  ];
}

const isMore = (before: MaterialRequirement | undefined, after: MaterialRequirement): boolean =>
  before === undefined || after.copies > before.copies;

function feeEffects(state: LiveCase, { from, to, evaluate }: Migrating): readonly MigrationEffect[] {
  const charged = (item: ServiceItem): ReadonlyMap<string, string> => {
    const { answers } = state.application;
    const lines = item.fees.filter(({ condition }) => condition === undefined || evaluate(condition, answers));
    return new Map(lines.map(({ name, standard }) => [name, standard]));
  };
  const [was, is] = [charged(from), charged(to)];
  return [
    ...[...is].flatMap(([name, standard]) => feeEffect(name, was.get(name), standard)),
    ...[...was]
      .filter(([name]) => !is.has(name))
      .map(([name]) => effect('fee', 'better', { zh: `不再收取“${name}”`, en: `“${name}” is no longer charged` })),
  ];
}

function feeEffect(name: string, was: string | undefined, is: string): readonly MigrationEffect[] {
  if (was === is) return [];
  if (was === undefined) {
    return [effect('fee', 'worse', { zh: `增加收费“${name} ${is}”`, en: `a fee is added: “${name} ${is}”` })];
  }
  const words = { zh: `“${name}”由“${was}”改为“${is}”`, en: `“${name}”: from “${was}” to “${is}”` };
  return [effect('fee', isCheaper(was, is) ? 'better' : 'worse', words)];
}

const NUMBER = /\d+(?:\.\d+)?/g;

/** Only where nothing but figures changed and none of them grew; of any other change a person has to name the law. */
function isCheaper(was: string, is: string): boolean {
  if (was.replaceAll(NUMBER, '') !== is.replaceAll(NUMBER, '')) return false;
  const [before, after] = [was, is].map((standard) => (standard.match(NUMBER) ?? []).map(Number));
  return (after ?? []).every((figure, at) => figure <= (before?.[at] ?? Number.NEGATIVE_INFINITY));
}

function questionEffects(state: LiveCase, { from, to }: Migrating): readonly MigrationEffect[] {
  const required = (item: ServiceItem) =>
    item.form.flatMap(({ questions }) => questions).filter((question) => question.required);
  const before = new Set(required(from).map(({ id }) => id));
  return required(to)
    .filter(({ id }) => !before.has(id) && state.application.answers[id] === undefined)
    .map(({ label }) => effect('question', 'worse', { zh: `须补填“${label}”`, en: `“${label}” has to be answered` }));
}

/** Inner work of the authority: said, but neither better nor worse, for the limits hold all the same. */
function stepEffects({ from, to }: Migrating): readonly MigrationEffect[] {
  const [was, is] = [from, to].map(({ procedure }) => new Map(stepsOf(procedure).map(({ id, name }) => [id, name])));
  const added = [...(is ?? [])].filter(([id]) => was?.has(id) !== true);
  const gone = [...(was ?? [])].filter(([id]) => is?.has(id) !== true);
  return [
    ...added.map(([, name]) =>
      effect('step', 'neutral', { zh: `增加环节“${name}”`, en: `a step is added: “${name}”` }),
    ),
    ...gone.map(([, name]) => effect('step', 'neutral', { zh: `取消环节“${name}”`, en: `a step is gone: “${name}”` })),
  ];
}

const effect = (about: MigrationEffect['about'], what: MigrationEffect['effect'], words: Words): MigrationEffect => ({
  about,
  effect: what,
  words,
});
