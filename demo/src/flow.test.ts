import { describe, expect, test } from 'vitest';
import { flowOf, flowPicture, layoutFlow, stepNode, stepsOf, type Box, type ServiceItem } from '@yimen/core/catalogue';
import { items } from './index.ts';

const flowIn = (item: ServiceItem) => flowOf(item, (authority) => authority);

describe.each(items.map((item) => [item.id, item] as const))('the flowchart of %s', (_id, item) => {
  const flow = flowIn(item);

  test('holds every step once, one beginning, and leads from it to every shape and from every shape to an end', () => {
    expect(new Set(flow.nodes.map(({ id }) => id)).size).toBe(flow.nodes.length);
    for (const { id } of stepsOf(item.procedure)) expect(flow.nodes.map((node) => node.id)).toContain(stepNode(id));
    const forward = reached(['start'], (id) => flow.edges.filter(({ from }) => from === id).map(({ to }) => to));
    expect(forward.size).toBe(flow.nodes.length);
    const ends = flow.nodes.filter(({ shape }) => shape === 'end').map(({ id }) => id);
    const backward = reached(ends, (id) => flow.edges.filter(({ to }) => to === id).map(({ from }) => from));
    expect(backward.size).toBe(flow.nodes.length);
  });

  test('says the time of every step, and no two shapes touch', () => {
    const tasks = flow.nodes.filter(({ id }) => id.startsWith('step:'));
    expect(tasks.every(({ note }) => note !== undefined && /工作日内|当日/.test(note.zh))).toBe(true);
    const { nodes, width, height } = layoutFlow(flow);
    for (const [at, one] of nodes.entries()) {
      expect(one.x > 0 && one.x + one.width < width && one.y + one.height < height).toBe(true);
      for (const other of nodes.slice(at + 1)) expect(touch(one, other), `${one.node.id} ${other.node.id}`).toBe(false);
    }
  });

  test('lines go at right angles from one shape to another', () => {
    for (const { points } of layoutFlow(flow).edges) {
      for (const [at, point] of points.slice(1).entries()) {
        const before = points[at];
        expect(before?.x === point.x || before?.y === point.y).toBe(true);
      }
    }
  });
});

function reached(from: readonly string[], next: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set(from);
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const other of next(id)) {
      if (seen.has(other)) continue;
      seen.add(other);
      open.push(other);
    }
  }
  return seen;
}

const touch = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

describe('the picture', () => {
  const [item] = items;
  if (item === undefined) throw new Error('the demonstration has no item');

  test('shows names as text, whatever is in them', () => {
    const picture = flowPicture(flowIn({ ...item, result: { ...item.result, name: '<script>x</script>' } }), {
      title: '"&<',
      language: 'zh',
    });
    expect(picture).not.toContain('<script');
    expect(picture).toContain('&quot;&amp;&lt;');
  });

  test('marks where a case stands by a word, not by colour alone', () => {
    const marks = new Map([
      ['receive', 'done'],
      ['check', 'current'],
    ] as const);
    const picture = flowPicture(flowIn(item), { title: item.name, language: 'zh', marks });
    expect(picture).toContain('✓ 已办');
    expect(picture).toContain('▶ 正在办');
  });
});
