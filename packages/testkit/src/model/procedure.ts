import type { ServiceItem } from '@yimen/core/catalogue';

type Node = ServiceItem['procedure']['examination'][number];

/** The ways through a node that run side by side. */
export function lanesIn(node: Node) {
  if (node.kind === 'step') return [[node]];
  return node.kind === 'when' ? [node.then] : node.branches;
}

export function stepIn({ procedure }: ServiceItem, id: string) {
  return procedure.examination.flatMap((node) => lanesIn(node).flat()).find((one) => one.id === id);
}

/** Is `early` always before `late` in this procedure? Side by side is neither. */
export function precedes({ procedure }: ServiceItem, early: string, late: string): boolean {
  const spots = procedure.examination.flatMap((node, index) =>
    lanesIn(node).flatMap((lane, side) => lane.map(({ id }, at) => ({ id, index, side, at }))),
  );
  const [one, other] = [spots.find(({ id }) => id === early), spots.find(({ id }) => id === late)];
  if (one === undefined || other === undefined) return false;
  return one.index < other.index || (one.index === other.index && one.side === other.side && one.at < other.at);
}
