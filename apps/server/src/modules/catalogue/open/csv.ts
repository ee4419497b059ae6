import { guideSheet, type GuideSection } from '@yimen/core/catalogue';
import type { Day } from '@yimen/kernel';
import type { OpenItem } from '@yimen/contract';
import type { Db } from '../../../platform/shell.ts';
import { csvLine } from '../../../platform/csv/index.ts';
import { itemsPage, openItem } from './items.ts';

/** Spreadsheets take the file for UTF-8 by this mark. */
const BOM = '\uFEFF';
const PAGE = 200;

/** The sections of a guide, each a column; the last is what the facts are known by. */
const SECTIONS = [
  ['item', '基本信息'],
  ['limits', '办理时限'],
  ['basis', '办理依据'],
  ['conditions', '办理条件'],
  ['quantity', '数量限制'],
  ['materials', '申请材料'],
  ['form', '申请表'],
  ['procedure', '办理程序'],
  ['special', '特别程序'],
  ['fees', '收费'],
  ['result', '办理结果'],
  ['intermediaries', '中介服务'],
  ['contact', '地点时间电话'],
  ['remedies', '救济途径'],
  ['questions', '常见问题'],
] as const;
const HEAD = ['事项标识', '版本', '施行日期', '事项名称', '事项类型', '实施机关', '行使层级', '事项编码'] as const;

/** Every item of a hall on a day as CSV, page by page: the whole list is never held. */
export async function* itemsCsv(
  db: Db,
  {
    jurisdiction,
    on,
    names,
  }: { readonly jurisdiction: string; readonly on: Day; readonly names: ReadonlyMap<string, string> },
): AsyncGenerator<string> {
  yield BOM + csvLine([...HEAD, ...SECTIONS.map(([, title]) => title), '内容指纹SHA-256', '来源网址']);
  for (let after = ''; ;) {
    const page = await itemsPage(db, { jurisdiction, on, after, limit: PAGE });
    yield page.map((entry) => csvLine(cellsOf(openItem(entry, names)))).join('');
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.id;
  }
}

function cellsOf({ facts, hash }: OpenItem): readonly string[] {
  const { id, version, effectiveFrom, name, kindName, authorityName, level, codes } = facts;
  const { sections } = guideSheet(facts, 'zh');
  const said = SECTIONS.map(([section]) => textOf(sections.find((one) => one.id === section)));
  const code = codes.implementation ?? codes.basic ?? codes.local ?? '';
  const head = [id, String(version), effectiveFrom, name, kindName, authorityName, level, code];
  return [...head, ...said, hash, facts.sourceUrl ?? ''].map(harmless);
}

/** A spreadsheet runs a cell that begins like a formula; what an editor typed is only to be read. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** One fact a line, as it stands everywhere else. */
function textOf(section: GuideSection | undefined): string {
  if (section === undefined) return '';
  return section.facts
    .map(({ label, text, notes }) => [label, text, ...notes].filter((part) => part !== '').join(' | '))
    .join('\n');
}
