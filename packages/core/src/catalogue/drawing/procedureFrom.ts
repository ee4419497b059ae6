import { ok, refuse, type Result } from '@yimen/kernel';
import type { AuthorityId } from '../../people/index.ts';
import type { ServiceItem } from '../item.ts';
import type { Procedure } from '../procedure.ts';
import { graphOf, type Drawn, type DrawnGraph, type DrawnNode } from './drawn.ts';
import { drawingFinding, type DrawingFinding } from './findings.ts';
import { drawingAgainstLaw } from './law.ts';
import { partOf, type Part } from './parts.ts';
import { walkFrom, type Walk } from './walk.ts';

/**
 * The procedure a drawing says, for an item as it stands; refused with everything in it that the law forbids or that a
 * procedure cannot hold, each at its element. `authorityOf` knows the department a lane is called by.
 */
export function procedureFrom(
  drawn: Drawn,
  item: ServiceItem,
  authorityOf: (lane: string) => AuthorityId | undefined,
): Result<Procedure, readonly DrawingFinding[]> {
  const unlawful = drawingAgainstLaw(drawn, item);
  const graph = graphOf(drawn);
  const begins = unlawful.some(({ code }) => NOWHERE.includes(code)) ? undefined : examinationBegins(drawn, graph);
  if (begins === undefined) return refuse(unlawful.length > 0 ? unlawful : [unread(drawn)]);
  const walk: Walk = {
    graph,
    item,
    authorityOf,
    seen: new Set(),
    findings: [],
    examination: [],
    special: [],
    legalReview: false,
    meeting: false,
  };
  walkFrom(walk, begins);
  const findings = [...unlawful, ...walk.findings];
  const [first, ...rest] = walk.examination;
  if (findings.length > 0 || first === undefined) return refuse(findings.length > 0 ? findings : [unread(drawn)]);
  const { special: specialProcedures, legalReview, meeting } = walk;
  return ok({ examination: [first, ...rest], specialProcedures, legalReview, meeting });
}

/** Without these there is no way to walk. */
const NOWHERE: readonly DrawingFinding['code'][] = ['start_missing', 'receipt_missing', 'decision_missing'];

const unread = ({ nodes: [first] }: Drawn): DrawingFinding => drawingFinding('crossed', first ?? { id: '', name: '' });

/** Behind acceptance: the first shape all of whose ways lead to the decision. */
function examinationBegins({ nodes }: Drawn, graph: DrawnGraph): DrawnNode | undefined {
  const at = (part: Part): DrawnNode | undefined =>
    nodes.find((node) => node.shape === 'task' && partOf(node) === part);
  const decide = at('decide');
  const before = new Set<Part>(['receive', 'check', 'correct']);
  const isBefore = (node: DrawnNode): boolean => node.shape === 'task' && before.has(partOf(node));
  const leads = (id: string): boolean => decide !== undefined && graph.reach(id, isBefore).has(decide.id);
  let node = at('check') ?? at('receive');
  const seen = new Set<string>();
  while (node !== undefined && !seen.has(node.id)) {
    seen.add(node.id);
    const ways = graph.out(node.id).flatMap(({ to }) => graph.node(to) ?? []);
    const on: DrawnNode | undefined = ways.find((next) => !isBefore(next) && leads(next.id)) ?? ways.find(isBefore);
    if (on === undefined || (!isBefore(on) && (on.shape !== 'choice' || allLead(on)))) return on;
    node = on;
  }
  return undefined;

  function allLead(gateway: DrawnNode): boolean {
    return graph.out(gateway.id).every(({ to }) => leads(to) && !isAt(to));
  }
  function isAt(id: string): boolean {
    const to = graph.node(id);
    return to !== undefined && isBefore(to);
  }
}
