/** How a screen is looked at: both sizes, both languages, and large type (长辈模式) on the computer and the telephone. */
export interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly language: 'zh' | 'en';
  readonly large: boolean;
}

const wide = { width: 1366, height: 768 };
const phone = { width: 390, height: 844 };

export const looks: readonly Look[] = [
  { name: 'wide-zh', ...wide, language: 'zh', large: false },
  { name: 'wide-en', ...wide, language: 'en', large: false },
  { name: 'phone-zh', ...phone, language: 'zh', large: false },
  { name: 'phone-en', ...phone, language: 'en', large: false },
  { name: 'wide-large', ...wide, language: 'zh', large: true },
  { name: 'phone-large', ...phone, language: 'en', large: true },
];
