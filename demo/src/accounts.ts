import { personId, type PersonId } from '@yimen/core/people';
import type { DemoAccount } from './shape.ts';
import { countyStaff } from './county.ts';
import { people } from './staff.ts';

/** One password for every demonstration account; it opens nothing outside the demonstration. */
export const demoPassword = 'demo-yimen-2026';

/**
 * The secret of the one-time codes of the three administrators: published, and worth nothing outside the demonstration.
 * Everybody else of the demonstration signs in by password alone, and the screen says that this is only so here.
 */
export const demoTotpSecret = 'YIMENDEMOYIMENDEMOYIMENDEMOYIMEN';
export const demoTotpPeople: readonly PersonId[] = ['guan.li', 'an.quan', 'shen.ji'].map(personId);

/** Accounts named when the demonstration starts: the walk of a construction permit and one of each other role. */
const shown: { readonly [userName: string]: string } = {
  'zhou.min': '综合窗口受理员：可为全部十六个部门收件、受理',
  'wu.fang': '市场准入综合窗口：个体工商户登记当场办结（即办件授权）',
  'li.qing': '住建局审核岗',
  'wang.lei': '住建局审批岗',
  'zhao.yan': '住建局首席代表：签批',
  'qin.lan': '住建局专用章保管岗：盖章、制证',
  'gao.jun': '住建局机关负责人：批准延期',
  'tan.song': '统一出件窗口：送达、办结',
  'luo.gang': '窗口负责人：退回件把关',
  'peng.zhi': '大厅值班主任',
  'yu.cha': '督查岗：越次补正、作废（数据错误）',
  'mu.lu': '事项管理岗',
  'yan.zhen': '自然资源局机关负责人：申请清单调整（有收费的事项）',
  'jian.zheng': '政务服务改革办：转办、公布清单调整',
  'fa.zheng': '市司法局：清单调整合法性审核',
  'bian.ce': '市委编办：清单调整职责审核',
  'jia.he': '市发改委：涉及收费时审核',
  'yi.ding': '改革领导小组：审议清单调整',
  'guan.li': '系统管理员：账号启停、系统状态（须动态口令）',
  'an.quan': '安全管理员：岗位授权、口令策略、解锁（须动态口令）',
  'shen.ji': '审计管理员：查看账号与管理操作记录（须动态口令）',
  'qian.guo': '前首席代表：授权书已于2024年底届满，签批会被拒绝',
};

export const accounts: readonly DemoAccount[] = people.map(({ id }) => ({
  userName: id,
  person: personId(id),
  shows: shown[id] ?? '',
}));

/** The one account of the county's hall. */
export const countyAccount: DemoAccount = {
  userName: countyStaff.userName,
  person: personId(countyStaff.userName),
  shows: countyStaff.shows,
};

/** The short list printed at start, in the order of the walk. */
export const shownAccounts: readonly DemoAccount[] = [
  ...Object.keys(shown).flatMap((userName) => accounts.filter((account) => account.userName === userName)),
  countyAccount,
];
