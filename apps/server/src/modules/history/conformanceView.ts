import type { ConformanceView, Words } from '@yimen/contract';
import { flowPicture, type Flow, type FlowFigures, type ShapeFigures } from '@yimen/core/catalogue';
import { spanWords, type Conformance } from '@yimen/core/history';
import type { Wording } from './miner.ts';
import type { StoredLog } from './store.ts';
import { first, labelsOf, type LedgerNames } from './views.ts';
import { workShapes } from './wording.ts';
import type { PublishedProcedure } from './world.ts';

export interface ViewParts {
  readonly procedure: PublishedProcedure;
  readonly log: StoredLog;
  readonly names: LedgerNames;
  readonly language: 'zh' | 'en';
  readonly wording: Wording;
}

const BESIDE = 50;

/** What came of holding a log against a procedure, with the names of its drawing. */
export function conformanceView(found: Conformance, parts: ViewParts): ConformanceView {
  const { procedure, log, names, language, wording } = parts;
  const { flow, ...named } = procedure;
  const known = new Map(flow.nodes.map(({ id, name }) => [id, name]));
  const nameOf = (node: string): Words => known.get(node) ?? { zh: node, en: node };
  const { nodes, edges, deviations, beside, ...figures } = found;
  return {
    ...figures,
    procedure: named,
    picture: flowPicture(flow, { title: procedure.name, language, figures: figuresOn(found) }),
    labels: labelsOf(
      log,
      beside.map(({ activity }) => activity),
      names,
    ),
    shapes: nodes.map((one) => ({ ...one, name: nameOf(one.node) })),
    ways: edges.map(({ from, to, count }) => ({ from: nameOf(from), to: nameOf(to), count })),
    deviations: deviations.map((one) => ({ ...one, cases: [...one.cases], name: nameOf(one.node) })),
    beside: first(beside, BESIDE),
    ...(log.format === 'ledger' ? {} : { wording: wordingView(flow, wording) }),
  };
}

const wordingView = (flow: Flow, { called }: Wording): NonNullable<ConformanceView['wording']> =>
  workShapes(flow).map(({ id, name }) => ({ node: id, name, activity: called[id] ?? '' }));

function figuresOn({ nodes, edges }: Conformance): FlowFigures {
  const times = new Map(edges.map(({ from, to, count }) => [`${from}\n${to}`, count]));
  return {
    shapes: new Map(nodes.map((one) => [one.node, shapeFigures(one)])),
    times: ({ from, to }) => times.get(`${from}\n${to}`) ?? 0,
  };
}

/** How often, and how long after the work before it in the middle; and in how many cases it was left out. */
function shapeFigures({ count, whole, skipped }: Conformance['nodes'][number]): ShapeFigures {
  const span = whole.count === 0 ? undefined : spanWords(whole.median);
  const done = {
    zh: `${String(count)} 次${span === undefined ? '' : ` · ${span.zh}`}`,
    en: `${String(count)} ×${span === undefined ? '' : ` · ${span.en}`}`,
  };
  if (skipped === 0) return { done };
  return { done, wrong: { zh: `⚠ 漏办 ${String(skipped)} 件`, en: `⚠ left out: ${String(skipped)}` } };
}
