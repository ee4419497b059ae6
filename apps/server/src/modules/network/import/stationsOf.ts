import type { Division, Station } from '@yimen/core/network';

/**
 * The stations below one hall: every town keeps a 便民服务中心, every village a 便民服务站 (四级联动). Named after
 * their division; a place that calls them otherwise renames them afterwards.
 */
export function stationsOf(divisions: readonly Division[], centre: string): readonly Station[] {
  return divisions.flatMap(({ code, name, level }) => {
    const suffix = level === 4 ? '便民服务中心' : level === 5 ? '便民服务站' : undefined;
    return suffix === undefined ? [] : [{ id: `station-${code}`, centre, division: code, name: `${name}${suffix}` }];
  });
}
