import type { Words } from '@yimen/ui';

/** What an entry of the record is about. */
const names: Readonly<Record<string, Words>> = {
  factor: { zh: '第二因素', en: 'second factor' },
  with: { zh: '凭', en: 'with' },
  locked: { zh: '已锁定', en: 'locked' },
  ended: { zh: '结束登录数', en: 'sessions ended' },
  post: { zh: '岗位', en: 'post' },
  profile: { zh: '策略', en: 'profile' },
  field: { zh: '内容', en: 'field' },
  reason: { zh: '理由', en: 'reason' },
  paperId: { zh: '文书号', en: 'paper' },
  sha256: { zh: '文件校验值', en: 'file' },
  bytes: { zh: '字节数', en: 'bytes' },
  caseId: { zh: '办件', en: 'case' },
  route: { zh: '访问', en: 'asked for' },
  path: { zh: '访问', en: 'asked for' },
  code: { zh: '原因', en: 'why' },
};

const values: Readonly<Record<string, Words>> = {
  none: { zh: '无', en: 'none' },
  totp: { zh: '动态口令', en: 'one-time code' },
  passkey: { zh: '通行密钥', en: 'passkey' },
  recovery: { zh: '恢复码', en: 'recovery code' },
  password: { zh: '密码', en: 'password' },
  modern: { zh: '长口令', en: 'long passwords' },
  dengbao: { zh: '等级保护', en: 'graded protection' },
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
  phone: { zh: '联系电话', en: 'telephone' },
  paperNumber: { zh: '证件号码', en: 'paper number' },
};

/** One detail of an entry, in words where there are any: `第二因素：动态口令`. */
export function detailInWords(name: string, value: string | number | boolean): Words {
  const [what, is] = [names[name], values[String(value)]];
  return {
    zh: `${what?.zh ?? name}：${is?.zh ?? String(value)}`,
    en: `${what?.en ?? name}: ${is?.en ?? String(value)}`,
  };
}
