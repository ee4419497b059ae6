export const messages = {
  product: { zh: '一门 · 工作台', en: 'Yimen · Desk' },
  title: { zh: '工作人员登录', en: 'Staff sign-in' },
  signIn: { zh: '登录', en: 'Sign in' },
  signOut: { zh: '退出', en: 'Sign out' },
  username: { zh: '用户名', en: 'User name' },
  password: { zh: '密码', en: 'Password' },
  failed: { zh: '未能登录', en: 'Not signed in' },
  empty: { zh: '请填写用户名和密码', en: 'Enter your user name and password' },
  demoAccounts: { zh: '演示账号', en: 'Demonstration accounts' },
  demoHint: {
    zh: '演示数据，非真实。点选账号自动填入；密码均为 {password}',
    en: 'Demonstration data, not real. Choose an account to fill it in; the password of all is {password}',
  },
};
