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

const BEFORE: ReadonlySet<Part> = new Set(['receive', 'check', 'correct']);
const isBefore = (node: DrawnNode): boolean => node.shape === 'task' && BEFORE.has(partOf(node));

/** Behind acceptance: the first shape all of whose ways lead to the decision. */
function examinationBegins({ nodes }: Drawn, graph: DrawnGraph): DrawnNode | undefined {
  const at = (part: Part): DrawnNode | undefined =>
    nodes.find((node) => node.shape === 'task' && partOf(node) === part);
  const decide = at('decide');
  const leads = ({ id }: DrawnNode): boolean => decide !== undefined && graph.reach(id, isBefore).has(decide.id);
  const waysOf = ({ id }: DrawnNode): readonly DrawnNode[] => graph.out(id).flatMap(({ to }) => graph.node(to) ?? []);
  const begins = (node: DrawnNode): boolean =>
    !isBefore(node) && (node.shape !== 'choice' || waysOf(node).every((next) => leads(next) && !isBefore(next)));
  const seen = new Set<string>();
  let node = at('check') ?? at('receive');
  while (node !== undefined && !seen.has(node.id)) {
    seen.add(node.id);
    const ways = waysOf(node);
    const on: DrawnNode | undefined = ways.find((next) => !isBefore(next) && leads(next)) ?? ways.find(isBefore);
    if (on === undefined || begins(on)) return on;
    node = on;
  }
  return undefined;
}
