import type { AuditType } from '@yimen/contract';
import type { Words } from '@yimen/ui';

/** What stands on record, in words. */
export const typeNames: Readonly<Record<AuditType, Words>> = {
  signedIn: { zh: '登录', en: 'Signed in' },
  signInFailed: { zh: '登录失败', en: 'Sign-in failed' },
  locked: { zh: '账号锁定', en: 'Account locked' },
  factorFailed: { zh: '第二因素未通过', en: 'Second factor failed' },
  proved: { zh: '再次验证身份', en: 'Proved again' },
  proofFailed: { zh: '再次验证未通过', en: 'Proof failed' },
  signedOut: { zh: '退出', en: 'Signed out' },
  sessionsEnded: { zh: '结束其他登录', en: 'Other sessions ended' },
  factorAdded: { zh: '登记第二因素', en: 'Second factor set up' },
  factorRemoved: { zh: '停用第二因素', en: 'Second factor removed' },
  factorsReset: { zh: '重置第二因素', en: 'Second factors reset' },
  recoveryCodesMade: { zh: '生成恢复码', en: 'Recovery codes made' },
  passwordChanged: { zh: '更换密码', en: 'Password changed' },
  accountMade: { zh: '新建账号', en: 'Account made' },
  accountDisabled: { zh: '停用账号', en: 'Account switched off' },
  accountEnabled: { zh: '启用账号', en: 'Account switched on' },
  accountUnlocked: { zh: '解锁账号', en: 'Account unlocked' },
  postGiven: { zh: '授予岗位', en: 'Post given' },
  postEnded: { zh: '免去岗位', en: 'Post ended' },
  passwordProfileChosen: { zh: '变更口令策略', en: 'Password profile chosen' },
  hallFileTaken: {
    zh: '导入大厅设置（部门、岗位、授权书）',
    en: 'Hall file taken (departments, posts, authorisations)',
  },
  fieldRevealed: { zh: '查看敏感信息', en: 'Masked data revealed' },
  paperAskedAgain: { zh: '重新制作文书', en: 'Paper made again' },
  caseFileExported: { zh: '导出案卷', en: 'Case file exported' },
  fileDownloaded: { zh: '下载材料', en: 'File downloaded' },
  accessDenied: { zh: '越权访问被拒绝', en: 'Access denied' },
  logImported: { zh: '导入历史日志', en: 'Log of past cases brought in' },
  logTaken: { zh: '提取本厅历史', en: 'Log taken from the hall’s own cases' },
  reformRehearsed: { zh: '改革推演', en: 'Reform rehearsed' },
  keysRotated: { zh: '更换加密密钥', en: 'Keys rotated' },
};
