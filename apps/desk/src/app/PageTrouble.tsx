import { Refused } from '@yimen/contract';
import { useMessages, useSay } from '@yimen/ui';
import type { JSX } from 'react';
import { isRouteErrorResponse, useRouteError } from 'react-router';

const messages = {
  title: { zh: '页面出错', en: 'This page failed' },
  notFound: { zh: '没有这个页面', en: 'There is no such page' },
  bug: {
    zh: '程序出错，您录入的内容已保存在本机。请重新打开；如再次出现，请联系系统管理岗。',
    en: 'The program failed. What you typed is kept on this computer. Open the page again; if it repeats, tell the administrator.',
  },
  back: { zh: '返回我的待办', en: 'Back to my queue' },
};

/** A bug, a refusal nobody handled, or an address that does not exist: said in words, with a way back. */
export function PageTrouble(): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const error = useRouteError();
  const notFound = error === undefined || (isRouteErrorResponse(error) && error.status === 404);
  const words = error instanceof Refused ? say(error.problem.words) : t(notFound ? 'notFound' : 'bug');
  return (
    <main className="trouble" role="alert">
      <h1>{t('title')}</h1>
      <p>{words}</p>
      <a href="/desk/queue">{t('back')}</a>
    </main>
  );
}
