import { isList, isObject, readPath, toJson, wordOf, writePath, type JsonObject } from '@yimen/core/catalogue';
import type { FindingView } from '@yimen/contract';
import type { Json } from '@yimen/kernel';
import type { Words } from '@yimen/ui';
import { lines, type FieldSpec } from '../../shared/forms/fields.ts';

/** A field of the editor: where it lives in the item, and what people call it. */
export interface Editable extends FieldSpec {
  readonly path: string;
  readonly as: 'text' | 'lines' | 'number';
}

export interface EditableGroup {
  readonly legend: Words;
  readonly fields: readonly Editable[];
}

type Row = readonly [path: string, zh: string, en: string, as?: Editable['as']];

const groups: readonly (readonly [Words, readonly Row[]])[] = [
  [
    { zh: '基本情况', en: 'The item' },
    [
      ['name', '事项名称', 'Name'],
      ['theme', '主题', 'Theme'],
      ['result.name', '审批结果名称', 'Result'],
      ['quantityLimit', '数量限制', 'Quantity limit'],
      ['everydayWords', '俗称（每行一个）', 'Everyday words, one a line', 'lines'],
      ['conditions', '受理条件（每行一条）', 'Conditions, one a line', 'lines'],
      ['implementation.lists.power', '权力清单编号', 'Number in the power list'],
      ['implementation.lists.responsibility', '责任清单编号', 'Number in the list of duties'],
    ],
  ],
  [
    { zh: '时限与跑动次数', en: 'Limits and visits' },
    [
      ['limits.statutory.count', '法定办结时限', 'Statutory limit', 'number'],
      ['limits.promised.count', '承诺办结时限', 'Promised limit', 'number'],
      ['implementation.service.visits', '到办事现场次数', 'Visits', 'number'],
      ['implementation.service.visitReason', '必须现场办理原因', 'Why somebody must come'],
    ],
  ],
  [
    { zh: '办理地点与救济', en: 'Where, and remedies' },
    [
      ['service.address', '办理地点', 'Address'],
      ['service.hours', '办理时间', 'Hours'],
      ['service.phone', '咨询电话', 'Telephone'],
      ['service.complaintPhone', '监督投诉电话', 'Complaints'],
      ['remedies.reconsiderationBody', '复议机关', 'Body of reconsideration'],
      ['remedies.court', '管辖法院', 'Court'],
    ],
  ],
];

const materialRows: readonly Row[] = [
  ['name', '材料名称', 'Name of the material'],
  ['basis', '要求依据', 'Basis'],
  ['acceptanceRules', '受理标准（每行一条）', 'Points to accept by, one a line', 'lines'],
  ['condition', '适用情形（FEEL）', 'When it is needed (FEEL)'],
];

const localRow: Row = ['localBasis', '本地依据（上级模板之外的材料）', 'Local basis, beside the template'];

const feeRows: readonly Row[] = [
  ['name', '收费项目', 'Name of the fee'],
  ['standard', '收费标准', 'Standard'],
  ['basis.law', '收费依据（法律、行政法规）', 'Basis: law or administrative regulation'],
  ['basis.article', '收费依据条款', 'Article'],
];

const OPTIONAL = /^implementation\.|quantityLimit$|\.(condition|localBasis)$|^everydayWords$/;

const fieldOf = ([path, zh, en, as = 'text']: Row): Editable => ({
  name: path,
  path,
  as,
  kind: as === 'lines' ? 'longText' : as === 'number' ? 'number' : 'text',
  label: { zh, en },
  required: !OPTIONAL.test(path),
});

/** The fields of this item in groups, each of its materials one; a material beside the template is asked for its own basis. */
export function fieldsOf(content: JsonObject, findings: readonly FindingView[] = []): readonly EditableGroup[] {
  const isLocal = (place: string): boolean =>
    readPath(content, `${place}.localBasis`) !== undefined ||
    findings.some(({ rule, field }) => rule === 'template_material' && field === place);
  return [
    ...groups.map(([legend, rows]) => ({ legend, fields: rows.map(fieldOf) })),
    ...groupsOfList(content, 'fees', { zh: '收费', en: 'Fee', rows: () => feeRows }),
    ...groupsOfList(content, 'materials', {
      zh: '材料',
      en: 'Material',
      rows: (place) => (isLocal(place) ? [...materialRows, localRow] : materialRows),
    }),
  ];
}

interface ListGroup {
  readonly zh: string;
  readonly en: string;
  /** By the place of the entry, `materials.2`. */
  readonly rows: (place: string) => readonly Row[];
}

/** One group for each entry of a list. */
function groupsOfList(content: JsonObject, list: string, { zh, en, rows }: ListGroup): readonly EditableGroup[] {
  const entries = readPath(content, list);
  return (isList(entries) ? entries : []).map((_, at) => {
    const place = String(at + 1);
    const legend = { zh: `${zh}${place}`, en: `${en} ${place}` };
    const entry = `${list}.${String(at)}`;
    const own = rows(entry).map(([path, name, english, as = 'text']): Row => [
      `${entry}.${path}`,
      `${legend.zh} · ${name}`,
      `${legend.en} · ${english}`,
      as,
    ]);
    return { legend, fields: own.map(fieldOf) };
  });
}

/** What stands in a field, as it is typed. */
export function typedOf(value: Json | undefined): string {
  return isList(value) ? value.map((one) => wordOf(one)).join('\n') : wordOf(value);
}

/** The item with what was typed; a number not yet written is left as it was. */
export function typedInto(content: JsonObject, { path, as }: Editable, typed: string): JsonObject {
  if (as === 'number') return /^\d{1,5}$/.test(typed) ? writeAt(content, path, Number(typed)) : content;
  if (as === 'lines') return writeAt(content, path, lines(typed));
  const before = readPath(content, path);
  return writeAt(content, path, typed === '' && (before === undefined || OPTIONAL.test(path)) ? undefined : typed);
}

/** The item with another value at a place, lists walked by place too. */
export function writeAt(content: JsonObject, path: string, written: Json | undefined): JsonObject {
  const [key = '', ...rest] = path.split('.');
  return writePath(content, key, inside(content[key], rest, written));
}

function inside(value: Json | undefined, keys: readonly string[], written: Json | undefined): Json | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return written;
  if (isList(value)) return value.map((one, at) => (String(at) === key ? (inside(one, rest, written) ?? one) : one));
  return writePath(value, key, inside(isObject(value) ? value[key] : undefined, rest, written));
}

/** The control of a path. */
export const idOf = (path: string): string => `field-${path.replaceAll('.', '-')}`;

/** A finding of `limits.promised` is about `limits.promised.count`. */
export const isAbout = (field: string, path: string): boolean =>
  path === field || path.startsWith(`${field}.`) || field.startsWith(`${path}.`);

/** Draft content as JSON. */
export function jsonOf(content: Readonly<Record<string, unknown>>): JsonObject {
  const json = toJson(content);
  return isObject(json) ? json : {};
}
