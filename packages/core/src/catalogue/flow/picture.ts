import type { Words } from '@yimen/kernel';
import type { Flow, FlowEdge, FlowNode } from './flow.ts';
import {
  LANE_HEAD,
  layoutFlow,
  type Box,
  type PlacedEdge,
  type PlacedLane,
  type PlacedNode,
  type Point,
} from './layout.ts';

/** Where a running case stands at a shape; said by a sign and a word, not by colour alone. */
export type FlowMark = 'done' | 'current';

/** What a history says of a shape: over it what was done, under it what went wrong. */
export interface ShapeFigures {
  readonly done: Words;
  readonly wrong?: Words;
}

/** Figures of past cases on the drawing. */
export interface FlowFigures {
  readonly shapes: ReadonlyMap<string, ShapeFigures>;
  /** How often an edge was gone along; as thick as it was often. */
  readonly times: (edge: FlowEdge) => number;
}

export interface PictureOptions {
  readonly title: string;
  readonly language: keyof Words;
  readonly marks?: ReadonlyMap<string, FlowMark>;
  readonly figures?: FlowFigures;
}

interface Ink {
  readonly fill: string;
  readonly line: string;
  readonly width: number;
}

const INK = '#1f2933';
const QUIET = '#52606d';
const WRONG = '#a61b1b';
const INKS: Readonly<Record<FlowMark | 'none', Ink>> = {
  none: { fill: '#ffffff', line: '#334e68', width: 1.5 },
  done: { fill: '#e3f4e8', line: '#1d6b3a', width: 2 },
  current: { fill: '#fff4d6', line: '#8a5300', width: 3.5 },
};
const MARK_WORDS: Readonly<Record<FlowMark, Words>> = {
  done: { zh: '✓ 已办', en: '✓ done' },
  current: { zh: '▶ 正在办', en: '▶ now' },
};
const FONT = "'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif";

/**
 * The flowchart as an SVG document: no script, no style sheet, no outside resource; text is escaped. Made for being shown
 * as an image beside the list of steps that says the same.
 */
export function flowPicture(flow: Flow, options: PictureOptions): string {
  const { width, height, lanes, nodes, edges } = layoutFlow(flow);
  const box = `0 0 ${String(width + 2)} ${String(height + 2)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${String(width + 2)}" height="${String(height + 2)}"`,
    ` role="img" aria-labelledby="t" font-family="${FONT}"><title id="t">${escaped(options.title)}</title>`,
    ARROW,
    '<g transform="translate(1 1)">',
    ...lanes.map((lane) => lanePart(lane, options)),
    ...edges.map((edge) => edgePart(edge, options, thickness(flow, options))),
    ...nodes.map((node) => nodePart(node, options)),
    '</g></svg>',
  ].join('');
}

const ARROW =
  `<defs><marker id="a" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="10.5" markerHeight="10.5" markerUnits="userSpaceOnUse" orient="auto">` +
  `<path d="M0 0 10 5 0 10z" fill="${QUIET}"/></marker></defs>`;

function lanePart({ lane, ...box }: PlacedLane, { language }: PictureOptions): string {
  const centre = { x: LANE_HEAD / 2, y: box.y + box.height / 2 };
  return (
    `<rect ${sides(box)} fill="none" stroke="#9fb3c8"/>` +
    `<rect ${sides({ ...box, width: LANE_HEAD })} fill="#f0f4f8" stroke="#9fb3c8"/>` +
    `<text transform="translate(${String(centre.x)} ${String(centre.y)}) rotate(-90)" text-anchor="middle" ` +
    `dominant-baseline="central" font-size="14" fill="${INK}">${escaped(lane.name[language])}</text>`
  );
}

const THIN = 1.5;
const THICK = 6;

/** As thick as it was often gone along, beside the one gone along most. */
function thickness({ edges }: Flow, { figures }: PictureOptions): (edge: FlowEdge) => number {
  if (figures === undefined) return () => THIN;
  const most = Math.max(1, ...edges.map(figures.times));
  return (edge) => THIN + (THICK - THIN) * (figures.times(edge) / most);
}

/** The name of a branch, and how often it was gone along. */
function edgeWords({ edge }: PlacedEdge, { language, figures }: PictureOptions): string {
  const name = edge.name?.[language] ?? '';
  return figures === undefined ? name : `${name} ${String(figures.times(edge))}`.trim();
}

function edgePart(placed: PlacedEdge, options: PictureOptions, wide: (edge: FlowEdge) => number): string {
  const { edge, points } = placed;
  const path = points.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ');
  const dash = edge.back === true ? ' stroke-dasharray="6 4"' : '';
  const line = `<polyline points="${path}" fill="none" stroke="${QUIET}" stroke-width="${wide(edge).toFixed(1)}"${dash} marker-end="url(#a)"/>`;
  const words = edgeWords(placed, options);
  return words === '' ? line : line + label(labelPoint(points), [words], { quiet: true });
}

/** Where the words of a branch stand: over its last stretch, at the beginning; beside it where it only goes up or down. */
function labelPoint(points: readonly Point[]): Point {
  const [from, to] = points.slice(-2);
  if (from === undefined || to === undefined) return { x: 0, y: 0 };
  if (from.x === to.x) return { x: from.x + 26, y: (from.y + to.y) / 2 };
  return { x: from.x + Math.min(34, Math.abs(to.x - from.x) / 2), y: from.y - 9 };
}

function nodePart(placed: PlacedNode, options: PictureOptions): string {
  const { node } = placed;
  const mark = options.marks?.get(node.id);
  const shape = outline(placed, INKS[mark ?? 'none']);
  const text = node.shape === 'task' ? insideText(placed, options) : besideText(placed, options);
  return `<g>${shape}${text}${mark === undefined ? '' : markPart(placed, mark, options)}${figuresPart(placed, options)}</g>`;
}

function outline({ node, ...box }: PlacedNode, { fill, line, width }: Ink): string {
  const ink = `fill="${fill}" stroke="${line}"`;
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  switch (node.shape) {
    case 'task':
      return `<rect ${sides(box)} rx="8" ${ink} stroke-width="${String(width)}"/>`;
    case 'start':
    case 'end': {
      const thick = node.shape === 'end' ? 4 : width;
      return `<circle cx="${String(cx)}" cy="${String(cy)}" r="${String(box.width / 2)}" ${ink} stroke-width="${String(thick)}"/>`;
    }
    case 'choice':
    case 'parallel': {
      const corners = `${String(cx)},${String(box.y)} ${String(box.x + box.width)},${String(cy)} ${String(cx)},${String(box.y + box.height)} ${String(box.x)},${String(cy)}`;
      return `<polygon points="${corners}" ${ink} stroke-width="${String(width)}"/>${signOf(node, cx, cy)}`;
    }
  }
}

const signOf = ({ shape }: FlowNode, x: number, y: number): string =>
  `<text x="${String(x)}" y="${String(y)}" text-anchor="middle" dominant-baseline="central" font-size="22" fill="${INK}">${shape === 'parallel' ? '+' : '×'}</text>`;

const LINES_OF_NAME = 3;
const LINES_OF_NOTE = 2;

function insideText({ node, ...box }: PlacedNode, { language }: PictureOptions): string {
  const name = wrapped(node.name[language], 10, LINES_OF_NAME);
  const note = node.note === undefined ? [] : wrapped(node.note[language], 12.6, LINES_OF_NOTE);
  const high = name.length * 17 + note.length * 14;
  const top = box.y + (box.height - high) / 2;
  const x = box.x + box.width / 2;
  return (
    label({ x, y: top + 13 }, name, { size: 14 }) +
    label({ x, y: top + name.length * 17 + 11 }, note, { quiet: true, size: 11.5 })
  );
}

function besideText({ node, ...box }: PlacedNode, { language }: PictureOptions): string {
  const lines = wrapped(node.name[language], 12, 2);
  return label({ x: box.x + box.width / 2, y: box.y + box.height + 16 }, lines, { size: 12 });
}

function markPart({ x, y }: PlacedNode, mark: FlowMark, { language }: PictureOptions): string {
  const at = { x: x + 4, y: y - 6 };
  return `<text x="${String(at.x)}" y="${String(at.y)}" font-size="12" font-weight="bold" fill="${INKS[mark].line}">${MARK_WORDS[mark][language]}</text>`;
}

function figuresPart({ node, x, y, width, height }: PlacedNode, { language, figures }: PictureOptions): string {
  const told = figures?.shapes.get(node.id);
  if (told === undefined) return '';
  const middle = x + width / 2;
  // Under an event stands its name.
  const under = y + height + (node.shape === 'task' ? 14 : 30);
  const wrong = told.wrong === undefined ? '' : label({ x: middle, y: under }, [told.wrong[language]], { wrong: true });
  return label({ x: middle, y: y - 6 }, [told.done[language]], {}) + wrong;
}

interface LabelStyle {
  readonly wrong?: boolean;
  readonly quiet?: boolean;
  readonly size?: number;
}

function label(
  { x, y }: Point,
  lines: readonly string[],
  { quiet = false, wrong = false, size = 12 }: LabelStyle,
): string {
  const height = Math.round(size * 1.22);
  const spans = lines.map(
    (line, at) => `<tspan x="${String(x)}" y="${String(y + at * height)}">${escaped(line)}</tspan>`,
  );
  // A white rim keeps words readable where a line passes behind them.
  const rim = 'stroke="#ffffff" stroke-width="3" paint-order="stroke"';
  return `<text text-anchor="middle" font-size="${String(size)}" fill="${wrong ? WRONG : quiet ? QUIET : INK}" ${rim}>${spans.join('')}</text>`;
}

/** Breaks a text after so many Chinese characters' width; Latin ones take about half. What does not fit ends in “…”. */
export function wrapped(text: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let [line, used] = ['', 0];
  for (const word of text.match(/[!-~]+ ?|[^!-~]/gu) ?? []) {
    const wide = [...word].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2e80 ? 0.55 : 1), 0);
    if (used + wide > width && line !== '') {
      lines.push(line.trim());
      [line, used] = ['', 0];
    }
    line += word;
    used += wide;
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').slice(0, -1)}…`];
}

const sides = ({ x, y, width, height }: Box): string =>
  `x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(height)}"`;

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');
