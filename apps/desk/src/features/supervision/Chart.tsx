import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef, type JSX } from 'react';

/** Told apart without colour as well. */
const HATCH = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4, color: '#fff' } as const;

/** Nothing needs no number. */
const labelOf = ({ value }: { readonly value?: unknown }): string =>
  typeof value === 'number' && value > 0 ? String(value) : '';

register([BarChart, GridComponent, LegendComponent, CanvasRenderer]);

export interface ChartProps {
  readonly names: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly number[];
    readonly colour: string;
    readonly hatched: boolean;
  }[];
}

/** Bars by department. The picture only: its numbers stand in the table beside it. */
export function Chart({ names, series }: ChartProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return undefined;
    const chart = init(place.current);
    // As large as the words around it: the wall's are larger than a desk's.
    const fontSize = Math.round(Number.parseFloat(getComputedStyle(place.current).fontSize) * 0.85);
    chart.setOption({
      animation: false,
      textStyle: { fontSize, color: '#1f2933' },
      legend: { bottom: 0, textStyle: { fontSize } },
      grid: { left: 8, right: 40, top: 8, bottom: 3 * fontSize },
      xAxis: { type: 'value', minInterval: 1, axisLabel: { fontSize } },
      yAxis: { type: 'category', data: [...names], inverse: true, axisLabel: { fontSize, color: '#1f2933' } },
      series: series.map(({ name, values, colour, hatched }) => ({
        type: 'bar',
        name,
        data: [...values],
        label: { show: true, position: 'right', fontSize, formatter: labelOf },
        itemStyle: { color: colour, ...(hatched ? { decal: HATCH } : {}) },
      })),
    });
    const resize = (): void => chart.resize();
    window.addEventListener('resize', resize);
    return () => {
      window.removeEventListener('resize', resize);
      chart.dispose();
    };
  }, [names, series]);
  return <div ref={place} className="board-chart" aria-hidden="true" />;
}
