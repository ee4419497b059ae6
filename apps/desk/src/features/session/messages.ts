export const messages = {
  product: { zh: '一门 · 工作台', en: 'Yimen · Desk' },
  title: { zh: '工作人员登录', en: 'Staff sign-in' },
  signIn: { zh: '登录', en: 'Sign in' },
  signOut: { zh: '退出', en: 'Sign out' },
  username: { zh: '用户名', en: 'User name' },
  password: { zh: '密码', en: 'Password' },
  failed: { zh: '未能登录', en: 'Not signed in' },
  empty: { zh: '请填写用户名和密码', en: 'Enter your user name and password' },
  factorTitle: { zh: '第二步：第二因素', en: 'Step two: your second factor' },
  factorWhy: {
    zh: '密码正确。请用登记的第二因素完成登录。',
    en: 'The password is right. Finish with your second factor.',
  },
  factorWhyProvider: {
    zh: '统一身份认证已通过。请用登记的第二因素完成登录。',
    en: 'The unified sign-in has recognised you. Finish with your second factor.',
  },
  or: { zh: '或', en: 'or' },
  provider: { zh: '用统一身份认证登录', en: 'Sign in with the unified sign-in service' },
  backToPassword: { zh: '返回重新输入用户名', en: 'Back to the user name' },
  demoCode: {
    zh: '演示：当前动态口令 {code}（密钥公开，每 30 秒更换；用过一次即失效）',
    en: 'Demonstration: the code is now {code} (its secret is public; it changes every 30 seconds and works once)',
  },
  waived: { zh: '演示免第二因素', en: 'No second factor: demo' },
  waivedWhy: {
    zh: '签批、审批、用章人员和管理员正式使用时须有第二因素；演示账号免用。',
    en: 'In real use those who sign, approve, seal or administer need a second factor; demonstration accounts do without.',
  },
  account: { zh: '我的账号', en: 'My account' },
  demoAccounts: { zh: '演示账号', en: 'Demonstration accounts' },
  demoHint: {
    zh: '演示数据，非真实。点选账号自动填入；密码均为 {password}',
    en: 'Demonstration data, not real. Choose an account to fill it in; the password of all is {password}',
  },
};
