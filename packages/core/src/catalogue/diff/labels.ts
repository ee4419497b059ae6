import { limitUnits, startEvents } from '../../clock/index.ts';
import { readPath, isList, isObject, wordOf } from '../jsonPaths.ts';
import type { Json } from '@yimen/kernel';
import { itemKinds } from '../item.ts';

export interface Words {
  readonly zh: string;
  readonly en: string;
}
const label = (zh: string, en: string): Words => ({ zh, en });

/** What people call a field. A path without a row takes the nearest row above it. */
const labels: Readonly<Record<string, Words>> = {
  name: label('事项名称', 'name'),
  everydayWords: label('俗称', 'everyday words'),
  theme: label('主题', 'theme'),
  kind: label('事项类型', 'kind of power'),
  codes: label('编码', 'codes'),
  level: label('行使层级', 'level'),
  serves: label('服务对象', 'who it serves'),
  authority: label('实施主体', 'authority'),
  handling: label('办件类型', 'handling'),
  availability: label('是否受理', 'availability'),
  bases: label('设定依据', 'legal bases'),
  conditions: label('受理条件', 'conditions'),
  quantityLimit: label('数量限制', 'quantity limit'),
  materials: label('申请材料', 'materials'),
  'materials.name': label('材料名称', 'name of a material'),
  'materials.necessity': label('材料必要性', 'whether a material is needed'),
  'materials.copies': label('材料份数', 'copies'),
  'materials.form': label('材料形式', 'form of a material'),
  'materials.basis': label('材料依据', 'basis of a material'),
  'materials.localBasis': label('材料本地依据', 'local basis of a material'),
  'materials.fillNotes': label('填报须知', 'how to fill it in'),
  'materials.condition': label('材料适用情形', 'when a material is needed'),
  'materials.acceptanceRules': label('受理标准', 'points to accept by'),
  'materials.shareable': label('能否共享获得', 'obtainable by sharing'),
  form: label('申请表', 'application form'),
  procedure: label('办理流程', 'procedure'),
  'procedure.examination': label('审查环节', 'examination steps'),
  'procedure.specialProcedures': label('特别程序', 'special procedures'),
  limits: label('时限', 'limits'),
  'limits.acceptance': label('受理时限', 'limit of acceptance'),
  'limits.statutory': label('法定办结时限', 'statutory limit'),
  'limits.promised': label('承诺办结时限', 'promised limit'),
  'limits.delivery': label('送达时限', 'limit of delivery'),
  'limits.extension': label('可延长时限', 'extension'),
  fees: label('收费', 'fees'),
  result: label('审批结果', 'result'),
  service: label('办理地点和方式', 'where and when'),
  'service.address': label('办理地点', 'address'),
  'service.hours': label('办理时间', 'hours'),
  'service.phone': label('咨询电话', 'telephone'),
  'service.complaintPhone': label('监督投诉电话', 'complaints telephone'),
  'service.windows': label('窗口', 'windows'),
  remedies: label('救济途径', 'remedies'),
  'remedies.reconsiderationBody': label('复议机关', 'body of reconsideration'),
  'remedies.court': label('管辖法院', 'court'),
  situations: label('情形', 'situations'),
  discretion: label('裁量标准', 'discretion criteria'),
  implementation: label('实施清单要素', 'elements of the implementation list'),
  'implementation.service.visits': label('到办事现场次数', 'visits needed'),
  'implementation.service.online': label('是否网办', 'online'),
  'implementation.service.express': label('是否支持物流快递', 'by courier'),
  'implementation.service.sameCity': label('同城通办', 'anywhere in the city'),
  'implementation.entrustment': label('委托实施', 'entrustment'),
  acceptedWarnings: label('已说明理由的提示', 'accepted warnings'),
  demonstration: label('演示说明', 'demonstration note'),
};

const whole = label('事项', 'item');

/** The label of a path, without the ids and places in it. */
export function labelOf(path: readonly string[]): Words {
  for (let length = path.length; length > 0; length -= 1) {
    const found = labels[path.slice(0, length).join('.')];
    if (found !== undefined) return found;
  }
  return whole;
}

const valueWords: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    required: label('必要', 'required'),
    optional: label('非必要', 'optional'),
    acceptOnPromise: label('容缺后补', 'accepted on promise'),
    original: label('原件', 'original'),
    copy: label('复印件', 'copy'),
    originalAndCopy: label('原件和复印件', 'original and copy'),
    electronic: label('电子文件', 'electronic file'),
    instant: label('即办件', 'instant'),
    promised: label('承诺件', 'promised'),
    applicable: label('受理', 'applications taken'),
    guideOnly: label('仅公布指南', 'guide only'),
    naturalPerson: label('自然人', 'natural person'),
    organisation: label('法人和其他组织', 'organisation'),
    province: label('省级', 'province'),
    city: label('市级', 'city'),
    county: label('县级', 'county'),
    town: label('乡镇级', 'town'),
    village: label('村级', 'village'),
    ...itemKinds,
  }),
);
const nothing = label('（无）', '(nothing)');

/** A value as a person reads it: a limit, a material, a basis by its name; anything else as text. */
export function sayValue(value: Json | undefined): Words {
  if (wordOf(value) === '') return nothing;
  if (typeof value === 'boolean') return value ? label('是', 'yes') : label('否', 'no');
  if (isList(value)) return value.length === 0 ? nothing : joined(value.map(sayValue));
  if (isObject(value)) return sayObject(value);
  const text = wordOf(value);
  return valueWords.get(text) ?? label(text, text);
}

function sayObject(value: Json): Words {
  const unit = Object.entries(limitUnits).find(([name]) => name === readPath(value, 'unit'))?.[1];
  const start = Object.entries(startEvents).find(([name]) => name === readPath(value, 'startsOn'))?.[1];
  if (unit !== undefined) return sayLimit(wordOf(readPath(value, 'count')), unit, start);
  for (const key of ['name', 'label', 'title', 'law', 'question', 'procedure', 'id']) {
    const found = readPath(value, key);
    if (typeof found !== 'string') continue;
    const article = readPath(value, 'article');
    // A fee without its amount says nothing.
    const standard = readPath(value, 'standard');
    const amount = typeof standard === 'string' ? `（${standard}）` : '';
    const text = typeof article === 'string' ? `《${found}》${article}` : `${found}${amount}`;
    return label(text, text);
  }
  const members = isObject(value) ? Object.values(value).filter((one) => one !== undefined) : [];
  return joined(members.map(sayValue));
}

function sayLimit(count: string, unit: Words, start: Words | undefined): Words {
  const from = start === undefined ? label('', '') : label(`（自${start.zh}起）`, ` from ${start.en}`);
  return label(`${count}${unit.zh}${from.zh}`, `${count} ${unit.en}(s)${from.en}`);
}

function joined(parts: readonly Words[]): Words {
  return label(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; '));
}
