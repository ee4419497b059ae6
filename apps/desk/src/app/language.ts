import type { Language } from '@yimen/ui';
import { createContext, useState } from 'react';
import { recall, remember } from '../shared/storage.ts';

const KEY = 'yimen.desk.language';

export const LanguageSwitchContext = createContext<(language: Language) => void>(() => undefined);

/** The language chosen at this desk, Chinese until somebody chose. */
export function useStoredLanguage(): readonly [Language, (language: Language) => void] {
  const [language, setLanguage] = useState<Language>(() => (recall(KEY) === 'en' ? 'en' : 'zh'));
  const choose = (next: Language): void => {
    remember(KEY, next);
    setLanguage(next);
  };
  return [language, choose];
}
