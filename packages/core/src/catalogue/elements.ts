import { ok, refuse, type Json, type Result } from '@yimen/kernel';
import { codeFor, readCoded, type SchemeId } from './codeSchemes.ts';
import { isList, isObject, readPath, wordOf, writePath, type JsonObject } from './jsonPaths.ts';

/** How an element's value is written in an exchange file or a cell. `value`: structured, as it is. */
export type ElementType =
  | { readonly kind: 'text' | 'number' | 'day' | 'url' | 'lines' | 'flag' | 'file' | 'value' }
  | { readonly kind: 'code' | 'codes'; readonly scheme: SchemeId };

/** One element of the national implementation list: where it lives in a `ServiceItem`. */
export interface ItemElement {
  readonly zh: string;
  /** The field of the national exchange tables. */
  readonly field: string;
  readonly part: 'item' | 'material' | 'fee' | 'question';
  /** M: must be there; C: under a condition the lint knows; O: may. */
  readonly obligation: 'M' | 'C' | 'O';
  readonly type: ElementType;
  /** Where it is written; the others are read where nothing stands there. Empty: derived from the rest of the item. */
  readonly paths: readonly string[];
}

const text = { kind: 'text' } as const;
const lines = { kind: 'lines' } as const;
const flag = { kind: 'flag' } as const;
const structured = { kind: 'value' } as const;
const file = { kind: 'file' } as const;
const url = { kind: 'url' } as const;
const dayType = { kind: 'day' } as const;
const number = { kind: 'number' } as const;
const code = (scheme: SchemeId) => ({ kind: 'code', scheme }) as const;
const codes = (scheme: SchemeId) => ({ kind: 'codes', scheme }) as const;

type Row = readonly [zh: string, field: string, obligation: 'M' | 'C' | 'O', type: ElementType, ...paths: string[]];
const facts = (path: string): string => `implementation.${path}`;

const itemRows: readonly Row[] = [
  ['基本编码', 'catalog_code', 'M', text, 'codes.basic'],
  ['实施编码', 'task_code', 'M', text, 'codes.implementation'],
  ['业务办理项编码', 'task_handle_item', 'O', text, facts('tree.handlingOptionCode')],
  ['地方基本编码', 'local_catalog_code', 'O', text, 'codes.localBasic'],
  ['地方实施编码', 'local_task_code', 'O', text, 'codes.local'],
  ['事项名称', 'task_name', 'M', text, 'name'],
  ['事项类型', 'task_type', 'M', code('cn.taskType'), 'kind'],
  ['事项状态', 'task_state', 'M', code('yimen.taskState'), facts('state')],
  ['事项版本', 'task_version', 'M', number, 'version'],
  ['计划生效日期', 'plan_effective_date', 'O', dayType, 'effectiveFrom'],
  ['计划取消日期', 'plan_cancel_date', 'O', dayType, 'effectiveTo'],
  ['设定依据', 'by_law', 'M', structured, 'bases'],
  ['行使层级', 'use_level', 'M', code('cn.useLevel'), 'level'],
  ['实施主体', 'dept_name', 'M', text, facts('body.name'), 'authority'],
  ['实施主体编码', 'dept_code', 'M', text, facts('body.code')],
  ['实施主体性质', 'dept_type', 'M', code('cn.deptType'), facts('body.nature')],
  ['委托部门', 'entrust_name', 'C', text, facts('entrustment.principal')],
  ['权力来源', 'power_source', 'M', code('yimen.powerSource'), facts('body.powerSource')],
  ['服务对象', 'server_type', 'M', codes('cn.serverType'), facts('serverTypes'), 'serves'],
  ['办件类型', 'project_type', 'M', code('cn.projectType'), 'handling'],
  ['受理条件', 'accept_condition', 'M', lines, 'conditions'],
  ['办理流程', 'handle_flow', 'M', structured, 'procedure.examination'],
  ['办理形式', 'handle_type', 'O', codes('cn.handleType'), facts('service.modes')],
  ['到办事现场次数', 'limit_scene_num', 'M', number, facts('service.visits')],
  ['必须现场办理原因说明', 'limit_scene_explain', 'C', text, facts('service.visitReason')],
  ['法定办结时限', 'anticipate_day', 'M', number, 'limits.statutory.count'],
  ['法定办结时限单位', 'anticipate_type', 'M', code('yimen.limitUnit'), 'limits.statutory.unit'],
  ['法定办结时限说明', 'anticipate_explain', 'O', text, facts('statutoryNote')],
  ['承诺办结时限', 'promise_day', 'M', number, 'limits.promised.count'],
  ['承诺办结时限单位', 'promise_type', 'M', code('yimen.limitUnit'), 'limits.promised.unit'],
  ['承诺办结时限说明', 'promise_explain', 'O', text, facts('promisedNote')],
  ['特别程序', 'special_procedure', 'M', structured, 'procedure.specialProcedures'],
  ['是否收费', 'is_fee', 'M', flag],
  ['收费依据', 'fee_basis', 'C', text],
  ['办理地点', 'transact_addr', 'M', text, 'service.address'],
  ['办理时间', 'transact_time', 'M', text, 'service.hours'],
  ['咨询方式', 'link_way', 'M', text, 'service.phone'],
  ['监督投诉方式', 'supervise_way', 'M', text, 'service.complaintPhone'],
  ['计算机端在线办理跳转地址', 'link_addr', 'O', url, facts('service.desktopUrl')],
  ['移动端办理地址', 'mobile_terminal_url', 'O', url, facts('service.mobileUrl')],
  ['是否单点登录', 'is_single_login', 'M', flag, facts('service.singleSignOn')],
  ['数量限制', 'limit_explain', 'O', text, 'quantityLimit'],
  ['联办机构', 'other_dept', 'O', lines, facts('jointBodies')],
  ['中介服务', 'service_type', 'O', structured, facts('intermediaries')],
  ['通办范围', 'handle_area', 'O', code('cn.handleArea'), facts('service.area')],
  ['是否进驻政务大厅', 'is_entry_center', 'M', flag, facts('service.inCentre')],
  ['是否网办', 'is_online', 'M', flag, facts('service.online')],
  ['网上办理深度', 'online_handle_depth', 'O', code('cn.onlineDepth'), facts('service.onlineDepth')],
  ['是否支持预约办理', 'is_schedule', 'O', flag, facts('service.appointment')],
  ['是否支持网上支付', 'is_pay_online', 'M', flag, facts('service.onlinePayment')],
  ['是否支持物流快递', 'is_express', 'M', flag, facts('service.express')],
  ['是否支持自助终端办理', 'is_service_terminals', 'O', flag, facts('service.selfService')],
  ['审批结果类型', 'result_type', 'M', code('gd.resultType'), 'result.form'],
  ['审批结果名称', 'result_name', 'O', text, 'result.name'],
  ['审批结果样本', 'result_guid', 'O', file, facts('resultSample')],
  ['面向自然人事项主题分类', 'user_topic_type', 'O', lines, facts('userTopics')],
  ['面向法人事项主题分类', 'corp_topic_type', 'O', lines, facts('companyTopics')],
  ['乡镇街道代码', 'town_code', 'O', text, facts('town.code')],
  ['乡镇街道名称', 'town_name', 'O', text, facts('town.name')],
  ['村居社区代码', 'village_code', 'O', text, facts('village.code')],
  ['村居社区名称', 'village_name', 'O', text, facts('village.name')],
];

const materialRows: readonly Row[] = [
  ['材料名称', 'material_name', 'M', text, 'name'],
  ['材料类型', 'material_type', 'O', code('gd.materialType'), 'type'],
  ['材料形式', 'material_format', 'O', code('gd.materialFormat'), 'medium'],
  ['材料必要性', 'is_need', 'M', code('gd.materialNeed'), 'necessity'],
  ['来源渠道', 'source_type', 'O', code('gd.sourceType'), 'source'],
  ['来源渠道说明', 'source_explain', 'O', text, 'sourceNote'],
  ['纸质材料份数', 'page_num', 'O', number, 'copies'],
  ['纸质材料规格', 'page_format', 'O', text, 'pageFormat'],
  ['填报须知', 'fill_explain', 'O', text, 'fillNotes'],
  ['受理标准', 'accept_stand', 'O', lines, 'acceptanceRules'],
  ['要求提供材料的依据', 'by_law', 'O', text, 'basis'],
  ['空白表格', 'form_guid', 'O', file, 'blankForm'],
  ['示例样表', 'example_guid', 'O', file, 'sample'],
];

const feeRows: readonly Row[] = [
  ['收费项目名称', 'fee_name', 'M', text, 'name'],
  ['收费标准', 'fee_stand', 'M', text, 'standard'],
  ['收费依据', 'by_law', 'O', structured, 'basis'],
  ['是否允许减免', 'is_desc', 'O', flag],
  ['减免依据', 'desc_explain', 'O', text, 'relief.basis'],
];

const questionRows: readonly Row[] = [
  ['问题', 'question', 'O', text, 'question'],
  ['答案', 'answer', 'O', text, 'answer'],
];

const partOf =
  (part: ItemElement['part']) =>
  ([zh, field, obligation, type, ...paths]: Row): ItemElement => ({ zh, field, part, obligation, type, paths });

/** Every element of the national implementation list. */
export const itemElements: readonly ItemElement[] = [
  ...itemRows.map(partOf('item')),
  ...materialRows.map(partOf('material')),
  ...feeRows.map(partOf('fee')),
  ...questionRows.map(partOf('question')),
];

/** Where the parts of an item stand that come in any number. */
export const elementLists: Readonly<Record<'material' | 'fee' | 'question', string>> = {
  material: 'materials',
  fee: 'fees',
  question: 'implementation.questions',
};

/** What an element says of an item (or of one material, fee, question), as an exchange file has it; undefined where nothing is said. */
export function readElement(holder: Json, element: ItemElement): Json | undefined {
  if (element.paths.length === 0) return derived(holder, element);
  const found = element.paths.map((path) => readPath(holder, path)).find((value) => value !== undefined);
  return found === undefined ? undefined : encoded(found, element.type);
}

/** What follows from the rest of the item and is never written of its own. */
function derived(holder: Json, { field }: ItemElement): Json | undefined {
  if (field === 'is_desc') return readPath(holder, 'relief') === undefined ? '0' : '1';
  const fees = readPath(holder, 'fees');
  const lists = isList(fees) ? fees : [];
  if (field === 'is_fee') return lists.length === 0 ? '0' : '1';
  const bases = lists.map((fee) => `《${said(fee, 'basis.law')}》${said(fee, 'basis.article')}`);
  return bases.length === 0 ? undefined : [...new Set(bases)].join('\n');
}

function said(holder: Json, path: string): string {
  const found = readPath(holder, path);
  return typeof found === 'string' ? found : '';
}

function encoded(value: Json, type: ElementType): Json | undefined {
  switch (type.kind) {
    case 'code':
      return codeFor(type.scheme, wordOf(value));
    case 'codes':
      return isList(value) ? value.flatMap((one) => codeFor(type.scheme, wordOf(one)) ?? []).join('^') : undefined;
    case 'flag':
      return value === true ? '1' : '0';
    case 'lines':
      return isList(value) ? value.map(wordOf).join('\n') : undefined;
    default:
      return value;
  }
}

/** A value that its scheme does not know, or of another shape than its element's. */
export interface ElementProblem {
  readonly field: string;
  readonly value: string;
}

/** Writes what an exchange file or a cell says of an element. What the holder says already is left alone. */
export function writeElement(
  holder: JsonObject,
  element: ItemElement,
  value: Json | undefined,
): Result<JsonObject, ElementProblem> {
  const [path] = element.paths;
  if (path === undefined || value === undefined || readElement(holder, element) === value) return ok(holder);
  const read = decoded(value, element.type);
  if (read === undefined) return refuse({ field: element.field, value: wordOf(value) });
  return ok(writePath(holder, path, read === '' ? undefined : read));
}

function decoded(value: Json, type: ElementType): Json | undefined {
  if (type.kind === 'value') return isList(value) || isObject(value) ? value : undefined;
  if (type.kind === 'file') return isObject(value) ? value : undefined;
  return typeof value === 'string' || typeof value === 'number' ? fromWord(String(value), type) : undefined;
}

function fromWord(word: string, type: ElementType): Json | undefined {
  switch (type.kind) {
    case 'code':
      return meaning(type.scheme, word);
    case 'codes': {
      const all = word.split('^').map((one) => meaning(type.scheme, one));
      return all.every((one) => one !== undefined) ? all : undefined;
    }
    case 'flag':
      return flags.get(word);
    case 'number':
      return /^\d{1,9}$/.test(word) ? Number(word) : undefined;
    case 'lines':
      return word.split(/\r?\n/).filter((line) => line.trim() !== '');
    default:
      return word;
  }
}

const flags: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['0', false],
]);

function meaning(scheme: SchemeId, word: string): string | undefined {
  const read = readCoded({ scheme, code: word });
  return read.ok ? read.value : undefined;
}
