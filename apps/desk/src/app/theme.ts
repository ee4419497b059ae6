import type { ThemeConfig } from 'antd';

/** Calm and dense. Text on ground ≥ 4.5:1, borders of controls ≥ 3:1 (WCAG 2.2 1.4.3, 1.4.11). */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b4f9e',
    colorLink: '#0b4f9e',
    colorError: '#a61b1b',
    colorSuccess: '#14663a',
    colorWarning: '#7a4b00',
    colorText: '#1c2430',
    colorTextSecondary: '#454f5b',
    colorTextPlaceholder: '#626d7a',
    colorTextDisabled: '#626d7a',
    colorBorder: '#7d8896',
    fontSize: 15,
    borderRadius: 3,
    controlHeight: 34,
    motion: false,
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif',
  },
};

/** 长辈模式: larger type, controls of 60 px. */
export const largeTheme: ThemeConfig = {
  token: { ...theme.token, fontSize: 20, controlHeight: 60, controlHeightSM: 60 },
};
