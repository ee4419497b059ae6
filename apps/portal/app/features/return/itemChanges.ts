import type { DraftContent, Guide } from '@yimen/contract';
import { limitInWords, type Words } from '@yimen/ui';

type Detail = NonNullable<Guide['detail']>;

const limitNames = {
  promised: { zh: '承诺办结时限', en: 'Promised limit' },
  statutory: { zh: '法定办结时限', en: 'Limit by law' },
  acceptance: { zh: '受理或一次告知的时限', en: 'Limit for acceptance' },
} as const;

/** What an applicant must know of a new version of the item: limits, materials, questions, fees, conditions, where to go. */
export function itemChanges(before: Detail, after: Detail): readonly Words[] {
  return [
    ...limitChanges(before, after),
    ...materialChanges(before, after),
    ...questionChanges(before, after),
    ...otherChanges(before, after),
  ];
}

function limitChanges(before: Detail, after: Detail): readonly Words[] {
  return (['promised', 'statutory', 'acceptance'] as const).flatMap((name) => {
    const [was, is] = [limitInWords(before.limits[name]), limitInWords(after.limits[name])];
    if (was.zh === is.zh) return [];
    const label = limitNames[name];
    return [{ zh: `${label.zh}：由 ${was.zh} 改为 ${is.zh}`, en: `${label.en}: was ${was.en}, is now ${is.en}` }];
  });
}

function materialChanges(before: Detail, after: Detail): readonly Words[] {
  const { gone, fresh, both } = compared(before.materials, after.materials);
  return [
    ...fresh.map(({ name }) => ({ zh: `新增材料：${name}`, en: `New material: ${name}` })),
    ...gone.map(({ name }) => ({ zh: `不再需要材料：${name}`, en: `No longer needed: ${name}` })),
    ...both
      .filter(([was, is]) => JSON.stringify(was) !== JSON.stringify(is))
      .map(([, { name }]) => ({ zh: `材料要求有改动：${name}`, en: `Requirements changed: ${name}` })),
  ];
}

const questionsOf = (detail: Detail): Detail['form'][number]['questions'] =>
  detail.form.flatMap(({ questions }) => questions);

function questionChanges(before: Detail, after: Detail): readonly Words[] {
  const { gone, fresh, both } = compared(questionsOf(before), questionsOf(after));
  return [
    ...fresh.map(({ label }) => ({ zh: `新增要填的内容：${label}`, en: `New question: ${label}` })),
    ...gone.map(({ label }) => ({ zh: `不再要填：${label}`, en: `No longer asked: ${label}` })),
    ...both
      .filter(([was, is]) => JSON.stringify(was) !== JSON.stringify(is))
      .map(([, { label }]) => ({ zh: `问法有改动：${label}`, en: `Question changed: ${label}` })),
  ];
}

const others = [
  ['conditions', { zh: '办理条件有改动，请重新看一遍指南', en: 'The conditions changed; please read the guide again' }],
  ['fees', { zh: '收费有改动', en: 'The fees changed' }],
  ['service', { zh: '办理地点、时间或电话有改动', en: 'Place, hours or telephone changed' }],
  ['bases', { zh: '办理依据有改动', en: 'The legal basis changed' }],
] as const;

function otherChanges(before: Detail, after: Detail): readonly Words[] {
  return others
    .filter(([part]) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
    .map(([, words]) => words);
}

interface Compared<T> {
  readonly gone: readonly T[];
  readonly fresh: readonly T[];
  readonly both: readonly (readonly [T, T])[];
}

function compared<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): Compared<T> {
  const was = new Map(before.map((one) => [one.id, one]));
  const is = new Set(after.map(({ id }) => id));
  return {
    gone: before.filter(({ id }) => !is.has(id)),
    fresh: after.filter(({ id }) => !was.has(id)),
    both: after.flatMap((one) => {
      const old = was.get(one.id);
      return old === undefined ? [] : [[old, one] as const];
    }),
  };
}

/** How much of what was typed stays, and which answers nobody asks for any more (they are kept, and not sent). */
export function answersKept(
  { answers, materials }: DraftContent,
  before: Detail,
  after: Detail,
): { readonly kept: number; readonly unasked: readonly string[] } {
  const asked = new Set(questionsOf(after).map(({ id }) => id));
  const given = Object.entries(answers).filter(([, value]) => value.trim() !== '');
  const labels = new Map(questionsOf(before).map(({ id, label }) => [id, label]));
  const needed = new Set(after.materials.map(({ id }) => id));
  const names = new Map(before.materials.map(({ id, name }) => [id, name]));
  return {
    kept:
      given.filter(([id]) => asked.has(id)).length +
      materials.filter(({ requirementId }) => needed.has(requirementId)).length,
    unasked: [
      ...given.filter(([id]) => !asked.has(id)).map(([id]) => labels.get(id) ?? id),
      ...materials
        .filter(({ requirementId }) => !needed.has(requirementId))
        .map(({ requirementId }) => names.get(requirementId) ?? requirementId),
    ],
  };
}
