import type { JSX } from 'react';
import { END, START } from './ends.ts';
import { draw, LINE, type Arrow, type Box, type Edge, type Node } from './layout.ts';

/** Told apart by shape as well: the ends of a case are round. */
function Boxed({ box }: { readonly box: Box }): JSX.Element {
  const round = box.id === START || box.id === END;
  const top = box.y - ((box.lines.length - 1) * LINE) / 2 + 4;
  return (
    <g className={round ? 'flow-end' : 'flow-step'}>
      <rect
        x={box.x - box.width / 2}
        y={box.y - box.height / 2}
        width={box.width}
        height={box.height}
        rx={round ? box.height / 2 : 4}
      />
      {box.lines.map((line, index) => (
        <text key={line} x={box.x} y={top + index * LINE} className={index === 0 ? '' : 'flow-small'}>
          {line}
        </text>
      ))}
    </g>
  );
}

const pathOf = ({ points }: Arrow): string =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join(' ');

function Line({ arrow }: { readonly arrow: Arrow }): JSX.Element {
  return (
    <g className="flow-arrow">
      <path d={pathOf(arrow)} strokeWidth={arrow.thick} markerEnd="url(#flow-head)" />
      <text x={arrow.at.x} y={arrow.at.y + 4} className="flow-small">
        {arrow.label}
      </text>
    </g>
  );
}

export interface FlowPictureProps {
  readonly label: string;
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** The picture only: its numbers stand in the table below it. */
export function FlowPicture({ label, nodes, edges }: FlowPictureProps): JSX.Element {
  const { width, height, boxes, arrows } = draw(nodes, edges);
  return (
    <div className="flow-picture" role="region" aria-label={label} tabIndex={0}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${String(width)} ${String(height)}`}
        role="img"
        aria-label={label}
      >
        <defs>
          <marker
            id="flow-head"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0 L8 4 L0 8 Z" />
          </marker>
        </defs>
        {arrows.map((arrow) => (
          <Line key={`${arrow.from}\n${arrow.to}`} arrow={arrow} />
        ))}
        {boxes.map((box) => (
          <Boxed key={box.id} box={box} />
        ))}
      </svg>
    </div>
  );
}
