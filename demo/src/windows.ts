import type { Window } from '@yimen/core/network';
import { centre } from './centre.ts';
import { departmentId, departmentOf, type DepartmentKey } from './departments.ts';
import { windowClasses, type WindowClass } from './shape.ts';

/** Which class of comprehensive window receives for a department; 公安 keeps a window of its own. */
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

const numbers: { readonly [C in WindowClass]: string } = {
  market: '1F-01',
  social: '1F-05',
  public: '1F-08',
  realEstate: '2F-01',
  project: '2F-06',
};

function comprehensive(name: WindowClass): Window {
  return {
    id: `window-${name}`,
    centre: centre.id,
    number: numbers[name],
    name: windowClasses[name],
    kind: 'comprehensive',
    classes: [name],
  };
}

function own(key: DepartmentKey, number: string): Window {
  return {
    id: `window-${key}`,
    centre: centre.id,
    number,
    name: `${departmentOf(key).name}窗口`,
    kind: 'department',
    authority: departmentId(key),
  };
}

const gonganWindow = own('gongan', '3F-01');

/** Windows that receive: the five comprehensive classes and a department's own. Handing out is a window of its own. */
export const windows: readonly Window[] = [
  comprehensive('market'),
  comprehensive('social'),
  comprehensive('public'),
  comprehensive('realEstate'),
  comprehensive('project'),
  gonganWindow,
  own('zhujian', '2F-10'),
  {
    id: 'window-delivery',
    centre: centre.id,
    number: '1F-12',
    name: '统一出件窗口',
    kind: 'comprehensive',
    classes: ['delivery'],
  },
];

/** The window people are sent to with an item of the department. */
export function windowOf(key: DepartmentKey): Window {
  const at = windowsOfDepartment[key];
  return at === 'own' ? gonganWindow : comprehensive(at);
}
