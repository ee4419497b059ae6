import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef, type JSX } from 'react';

register([BarChart, GridComponent, LegendComponent, CanvasRenderer]);

export interface ChartProps {
  readonly names: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[]; readonly colour: string }[];
}

/** Bars by department. The picture only: its numbers stand in the table beside it. */
export function Chart({ names, series }: ChartProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return undefined;
    const chart = init(place.current);
    chart.setOption({
      animation: false,
      legend: { bottom: 0 },
      grid: { left: 8, right: 16, top: 8, bottom: 32, containLabel: true },
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: { type: 'category', data: [...names], inverse: true },
      series: series.map(({ name, values, colour }) => ({
        type: 'bar',
        name,
        data: [...values],
        itemStyle: { color: colour },
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
