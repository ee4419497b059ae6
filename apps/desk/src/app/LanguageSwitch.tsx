import { useLanguage } from '@yimen/ui';
import { useContext, type JSX } from 'react';
import { LanguageSwitchContext } from './language.ts';

/** Says the other language in that language, so that whoever needs it can read it. */
export function LanguageSwitch(): JSX.Element {
  const language = useLanguage();
  const choose = useContext(LanguageSwitchContext);
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" className="link" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => choose(other)}>
      {other === 'zh' ? '中文' : 'English'}
    </button>
  );
}
