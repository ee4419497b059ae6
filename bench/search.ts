import { join } from 'node:path';
import { itemId, type GuideEntry } from '@yimen/core/catalogue';
import { authorityId } from '@yimen/core/people';
import { ItemList } from '@yimen/contract';
import { anyang } from '@yimen/demo';
import { addDays, dayOf, type Day } from '@yimen/kernel';
import { loadDemoHall } from '../apps/server/src/demo/index.ts';
import { publishFirst } from '../apps/server/src/modules/catalogue/index.ts';
import type { Parts } from '../apps/server/src/parts.ts';
import type { App } from '../apps/server/src/platform/http/index.ts';
import { initialsOf, pinyinOf } from '../apps/server/src/platform/search/index.ts';
import { readPostmaster } from '../apps/server/src/platform/database/postmaster.ts';
import { cpuTime } from './hall/cpu.ts';
import { withHall } from './hall/inProcess.ts';
import { settle } from './hall/settle.ts';
import { numberOption, percentile, seeded, type Bench } from './report.ts';

const MATTERS =
  '餐饮服务 食品生产 药品经营 农药经营 种子生产 兽药经营 烟草零售 出版物零售 印刷经营 互联网上网服务 歌舞娱乐场所 演出场所 旅馆业 公共场所卫生 医疗机构 护士执业 医师执业 母婴保健 放射诊疗 饮用水供水 建筑工程施工 建筑业企业 房地产开发 商品房预售 物业服务 城市道路占用 户外广告设置 燃气经营 排水 绿化占用 道路货物运输 道路旅客运输 机动车维修 驾驶员培训 网络预约出租汽车 危险化学品经营 烟花爆竹零售 特种设备使用 计量器具制造 民办学校 教师资格 校车使用 社会团体 民办非企业单位 基金会 养老机构 殡葬设施 劳务派遣 人力资源服务 职业培训学校 取水 河道采砂 水土保持方案 林木采伐 野生动物驯养 动物诊疗 动物防疫条件 渔业捕捞 水域滩涂养殖 矿产资源开采'.split(
    ' ',
  );
const ACTS =
  '许可 许可证核发 许可证变更 许可证延续 许可证补办 许可证注销 备案 备案变更 登记 变更登记 注销登记 审批 审查 验收 资质认定 年度报告 设立审批 地址变更 法定代表人变更 信息确认'.split(
    ' ',
  );
/** Typed one character after another, up to here. */
const LONGEST = 10;

/**
 * `npm run bench -- search [--items 20000] [--visitors 60]`: a hall of so many items; visitors type names, pinyin and
 * initials one character after another and every stroke is asked. The promise: p95 under 50 ms.
 */
export const search: Bench = () =>
  withHall('search', async ({ folder, parts, serve }) => {
    await loadDemoHall(parts.shell);
    const names = namesOf(numberOption('items', 20_000));
    const began = performance.now();
    await fill(parts, names);
    await settle(folder);
    const seconds = (performance.now() - began) / 1000;
    return [
      `${names.length.toLocaleString('en')} items published in ${seconds.toFixed(0)} s`,
      ...(await type(await serve(), names, folder)),
    ];
  });

/** 餐饮服务许可证核发（三级）: each name once, as a district's list has them. */
function namesOf(count: number): readonly string[] {
  const kinds = Math.ceil(count / (MATTERS.length * ACTS.length));
  const all = Array.from({ length: kinds }, (_, kind) =>
    MATTERS.flatMap((matter) => ACTS.map((act) => `${matter}${act}${kind === 0 ? '' : `（第${String(kind)}类）`}`)),
  );
  return all.flat().slice(0, count);
}

async function fill({ shell }: Parts, names: readonly string[]): Promise<void> {
  const from = addDays(dayOf(shell.now()), -1);
  const entries = names.map((name, nth) => entryOf(name, nth, from));
  await shell.db.transaction().execute((tx) => publishFirst(tx, entries, 'bench'));
}

const entryOf = (name: string, at: number, from: Day): GuideEntry => ({
  jurisdiction: anyang,
  id: itemId(`bench-${String(at)}`),
  version: 1,
  effectiveFrom: from,
  availability: 'guideOnly',
  name,
  kind: 'licence',
  level: 'county',
  authority: authorityId('zhujian'),
  authorityName: '市住房城乡建设局',
  codes: { local: `bench-${String(at)}` },
  sourceUrl: 'https://example.gov.cn/',
});

async function type(app: App, names: readonly string[], folder: string): Promise<readonly string[]> {
  const random = seeded(numberOption('seed', 1));
  const visitors = numberOption('visitors', 60);
  const lines: string[] = [];
  const writings = { characters: (name: string) => name, pinyin: pinyinOf, initials: initialsOf };
  for (const [writing, write] of Object.entries(writings)) {
    const times: number[] = [];
    let missed = 0;
    const postmaster = readPostmaster(join(folder, 'postgres'))?.pid ?? 0;
    const before = cpuTime(process.pid, postmaster);
    for (let visitor = 0; visitor < visitors; visitor += 1) {
      const name = names[Math.floor(random() * names.length)] ?? '';
      const typed = Array.from(write(name)).slice(0, LONGEST);
      for (let length = 1; length <= typed.length; length += 1)
        times.push(await ask(app, typed.slice(0, length).join('')).then(({ millis }) => millis));
      const { items } = (await ask(app, name)).list;
      if (items[0]?.name !== name) missed += 1;
    }
    const after = cpuTime(process.pid, postmaster);
    const used = (kind: 'server' | 'postgres'): string =>
      (((after?.[kind] ?? Number.NaN) - (before?.[kind] ?? Number.NaN)) / (times.length + visitors)).toFixed(1);
    const told = `p50 ${percentile(times, 50)}, p95 ${percentile(times, 95)}, p99 ${percentile(times, 99)}`;
    lines.push(
      `${writing}, ${String(times.length)} strokes: ${told} (promise: p95 50 ms); processor a stroke: server ${used('server')} ms, PostgreSQL ${used('postgres')} ms; whole name not first: ${String(missed)} of ${String(visitors)}`,
    );
  }
  return lines;
}

async function ask(app: App, q: string): Promise<{ readonly millis: number; readonly list: ItemList }> {
  const began = performance.now();
  const answer = await app.inject({ url: '/api/v1/items', query: { jurisdiction: anyang, q } });
  const millis = performance.now() - began;
  if (answer.statusCode !== 200) throw new Error(`${q}: ${answer.body}`);
  return { millis, list: ItemList.parse(answer.json()) };
}
