import type { JSX, ReactNode } from 'react';
import { useLanguage, type Words } from './language.tsx';

/** Names of people, items, offices and laws stay Chinese in every language and say so: a screen reader then speaks them. */
export function Zh({ children }: { readonly children: ReactNode }): JSX.Element {
  return <span lang="zh-CN">{children}</span>;
}

/** Words that may be the same in both languages, because they are a name. */
export function Said({ words }: { readonly words: Words }): JSX.Element {
  const language = useLanguage();
  return language === 'en' && words.en === words.zh ? <Zh>{words.zh}</Zh> : <>{words[language]}</>;
}

/** From the first Chinese character to the last, with what stands between; quotes around it belong to the sentence. */
const CHINESE = /([《（〔]*\p{Script=Han}(?:[\p{Script=Han}\d《》（）、，。：；〔〕“”·]*[\p{Script=Han}》）〕。])?)/u;

/** An English sentence around names: each run of Chinese in it is marked. */
export function Mixed({ text }: { readonly text: string }): JSX.Element {
  if (useLanguage() === 'zh') return <>{text}</>;
  // Split by a capturing pattern, every second part is Chinese.
  return (
    <>
      {text
        .split(CHINESE)
        .map((part, index) => (index % 2 === 1 ? <Zh key={`${String(index)}${part}`}>{part}</Zh> : part))}
    </>
  );
}
