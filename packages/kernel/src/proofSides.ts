/** Where a leaf stands in an RFC 6962 tree, and how many hashes are said to prove it. */
export interface LeafPlace {
  readonly index: number;
  /** Leaves in the tree. */
  readonly size: number;
  readonly length: number;
}

/**
 * The side on which each hash of an inclusion proof joins the one reckoned so far, from the leaf up (RFC 9162 § 2.1.3.2);
 * undefined where a proof of this length fits no such leaf. The arithmetic alone, so that server and browser share it.
 */
export function proofSides({ index, size, length }: LeafPlace): readonly ('left' | 'right')[] | undefined {
  if (index < 0 || index >= size) return undefined;
  const sides: ('left' | 'right')[] = [];
  let place = { at: index, last: size - 1 };
  while (sides.length < length && place.last > 0) {
    const left = place.at % 2 === 1 || place.at === place.last;
    sides.push(left ? 'left' : 'right');
    place = above(left ? risen(place) : place);
  }
  return place.last === 0 && sides.length === length ? sides : undefined;
}

/** A node, and the last one of its level. */
interface Place {
  readonly at: number;
  readonly last: number;
}

/** A last node without a sibling rises until it has one. */
const risen = (place: Place): Place => (place.at % 2 === 0 && place.at !== 0 ? risen(above(place)) : place);

const above = ({ at, last }: Place): Place => ({ at: half(at), last: half(last) });

const half = (count: number): number => Math.floor(count / 2);
