import { createContext, useCallback, useContext } from 'react';

export type Language = 'zh' | 'en';

/** Words for a screen, both languages always: a text without its English does not type-check. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const LanguageContext = createContext<Language>('zh');

/** `const say = useSay(); say({ zh: '受理', en: 'Accept' })` */
export function useSay(): (words: Words) => string {
  const language = useContext(LanguageContext);
  return useCallback((words: Words) => words[language], [language]);
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The value of `<html lang>`. */
export const htmlLanguage: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** Puts two texts on one line as the language does: `甲：乙`, `one: two`. */
export function useColon(): (before: string, after: string) => string {
  const language = useLanguage();
  return (before, after) => `${before}${language === 'zh' ? '：' : ': '}${after}`;
}
