export const messages = {
  totp: { zh: '动态口令', en: 'One-time code' },
  totpLabel: { zh: '动态口令（6 位数字）', en: 'One-time code (6 digits)' },
  totpHint: {
    zh: '打开手机上的身份验证器，输入当前显示的数字',
    en: 'Open your authenticator and type the digits it shows',
  },
  passkey: { zh: '通行密钥', en: 'Passkey' },
  passkeyHint: { zh: '按提示使用安全密钥、指纹或本机密码', en: 'Follow the browser: security key, fingerprint or PIN' },
  usePasskey: { zh: '使用通行密钥', en: 'Use the passkey' },
  passkeyFailed: {
    zh: '通行密钥没有完成，请重试或换用其他方式。',
    en: 'The passkey was not used; try again or choose another way.',
  },
  recovery: { zh: '恢复码', en: 'Recovery code' },
  recoveryLabel: { zh: '恢复码（一次一个）', en: 'Recovery code (each works once)' },
  recoveryHint: {
    zh: '登记第二因素时保存的 16 位恢复码',
    en: 'One of the 16-character codes kept when the factor was set up',
  },
  password: { zh: '密码', en: 'Password' },
  passwordLabel: { zh: '登录密码', en: 'Your password' },
  passwordHint: { zh: '再次输入您的登录密码', en: 'Type your sign-in password again' },
  kinds: { zh: '验证方式', en: 'How to prove it' },
  confirm: { zh: '验证', en: 'Confirm' },
  failed: { zh: '未通过验证', en: 'Not confirmed' },
  empty: { zh: '请先填写', en: 'Please fill this in' },
  dialogTitle: { zh: '请再次验证身份', en: 'Please prove who you are again' },
  dialogWhy: {
    zh: '签批、用章和管理操作须在十分钟内验证过身份。验证后刚才的操作自动继续，已填写的内容不会丢失。',
    en: 'Signing, sealing and administration ask again after ten minutes. What you were doing then goes on by itself; nothing typed is lost.',
  },
  close: { zh: '关闭', en: 'Close' },
};
