import { useLanguage, useMessages } from '@yimen/ui';
import { useContext, type JSX } from 'react';
import { LanguageSwitchContext } from './language.ts';
import { setLarge, useLarge } from './size.ts';

const messages = { large: { zh: '大字版', en: 'Large type' } };

/** Large type at one click, and the other language; the other language in that language, so that whoever needs it can read it. */
export function LanguageSwitch(): JSX.Element {
  const language = useLanguage();
  const choose = useContext(LanguageSwitchContext);
  const other = language === 'zh' ? 'en' : 'zh';
  const large = useLarge();
  const t = useMessages(messages);
  return (
    <span className="switches">
      <button type="button" className="link" aria-pressed={large} onClick={() => setLarge(!large)}>
        {t('large')}
      </button>
      <button type="button" className="link" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => choose(other)}>
        {other === 'zh' ? '中文' : 'English'}
      </button>
    </span>
  );
}
