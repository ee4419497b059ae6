import { departmentId, departmentKeys, departmentOf, type DepartmentKey } from './departments.ts';
import { windowClasses, type DemoWindow, type WindowClass } from './shape.ts';

/** Which departments each class of comprehensive window receives for; 公安 keeps a window of its own. */
export const windowsOfDepartment: { readonly [K in DepartmentKey]: WindowClass | 'own' } = {
  zhujian: 'project',
  shuili: 'project',
  jiaoyu: 'social',
  weijian: 'social',
  yingji: 'market',
  gongan: 'own',
  nongye: 'market',
  jiaotong: 'project',
  wenlv: 'market',
  minzheng: 'social',
  renshe: 'public',
  shijian: 'market',
  huanjing: 'project',
  ziran: 'realEstate',
  chengguan: 'project',
  fagai: 'project',
};

const classes: readonly (readonly [WindowClass, string, number])[] = [
  ['market', '1F-01', 1],
  ['social', '1F-05', 1],
  ['public', '1F-08', 1],
  ['realEstate', '2F-01', 2],
  ['project', '2F-06', 2],
];

function departmentsAt(at: WindowClass | 'own'): readonly DepartmentKey[] {
  return departmentKeys.filter((key) => windowsOfDepartment[key] === at);
}

const comprehensive: readonly DemoWindow[] = classes.map(([name, number, floor]) => ({
  id: `window-${name}`,
  number,
  name: windowClasses[name],
  floor,
  kind: 'comprehensive',
  class: name,
  authorities: departmentsAt(name).map(departmentId),
}));

const own: readonly DemoWindow[] = departmentsAt('own').map((key, at) => ({
  id: `window-${key}`,
  number: `3F-0${String(at + 1)}`,
  name: `${departmentOf(key).name}窗口`,
  floor: 3,
  kind: 'department',
  authorities: [departmentId(key)],
}));

/** Windows the public comes to: five comprehensive classes, departments with their own, the guide and the delivery desk. */
export const windows: readonly DemoWindow[] = [
  { id: 'window-guide', number: '1F-00', name: '咨询导办台', floor: 1, kind: 'guide', authorities: [] },
  ...comprehensive,
  ...own,
  {
    id: 'window-delivery',
    number: '1F-12',
    name: '统一出件窗口',
    floor: 1,
    kind: 'delivery',
    authorities: departmentKeys.map(departmentId),
  },
];

export function windowOf(key: DepartmentKey): DemoWindow {
  const found = windows.find((window) => window.kind !== 'delivery' && window.authorities.includes(departmentId(key)));
  if (found === undefined) throw new RangeError(`no window for ${key}`);
  return found;
}
