import type { ServiceItem } from '@yimen/core/catalogue';
import { chengguanItems } from './chengguan.ts';
import { fagaiItems } from './fagai.ts';
import { gonganItems } from './gongan.ts';
import { huanjingItems } from './huanjing.ts';
import { jiaotongItems } from './jiaotong.ts';
import { jiaoyuItems } from './jiaoyu.ts';
import { minzhengItems } from './minzheng.ts';
import { nongyeItems } from './nongye.ts';
import { rensheItems } from './renshe.ts';
import { shijianItems } from './shijian.ts';
import { shuiliItems } from './shuili.ts';
import { weijianItems } from './weijian.ts';
import { wenlvItems } from './wenlv.ts';
import { yingjiItems } from './yingji.ts';
import { zhujianItems } from './zhujian.ts';
import { ziranItems } from './ziran.ts';

/** Every item the demonstration hall takes applications for. */
export const items: readonly ServiceItem[] = [
  ...zhujianItems,
  ...shuiliItems,
  ...jiaoyuItems,
  ...weijianItems,
  ...yingjiItems,
  ...gonganItems,
  ...nongyeItems,
  ...jiaotongItems,
  ...wenlvItems,
  ...minzhengItems,
  ...rensheItems,
  ...shijianItems,
  ...huanjingItems,
  ...ziranItems,
  ...chengguanItems,
  ...fagaiItems,
];
