import { htmlLanguage, LanguageContext } from '@yimen/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import { useEffect, useState, type JSX } from 'react';
import { RouterProvider, type RouterProviderProps } from 'react-router';
import { LanguageSwitchContext, useStoredLanguage } from './language.ts';
import { newQueryClient } from './queryClient.ts';
import { useLarge } from './size.ts';
import { largeTheme, theme } from './theme.ts';

/** The server marks its page with the answer's nonce; styles inserted at run time carry it, or the policy drops them. */
const nonce = (): string => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/** Every provider of the desk, once. */
export function App({ router }: { readonly router: RouterProviderProps['router'] }): JSX.Element {
  const [csp] = useState(() => ({ nonce: nonce() }));
  const [queries] = useState(newQueryClient);
  const [language, choose] = useStoredLanguage();
  const large = useLarge();
  useEffect(() => {
    document.documentElement.dataset['size'] = large ? 'large' : 'normal';
  }, [large]);
  useEffect(() => {
    document.documentElement.lang = htmlLanguage[language];
  }, [language]);
  return (
    <QueryClientProvider client={queries}>
      <LanguageContext value={language}>
        <LanguageSwitchContext value={choose}>
          <ConfigProvider
            csp={csp}
            theme={large ? largeTheme : theme}
            locale={language === 'zh' ? zh : en}
            button={{ autoInsertSpace: false }}
            wave={{ disabled: true }}
          >
            <RouterProvider router={router} />
          </ConfigProvider>
        </LanguageSwitchContext>
      </LanguageContext>
    </QueryClientProvider>
  );
}
