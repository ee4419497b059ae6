import { Refused } from '@yimen/contract';
import { useMessages, useSay } from '@yimen/ui';
import type { JSX } from 'react';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';

const messages = {
  title: { zh: '页面出错', en: 'This page failed' },
  notFound: { zh: '没有这个页面', en: 'There is no such page' },
  check: {
    zh: '请核对地址，或者从菜单重新进入。',
    en: 'Look at the address again, or come by the menu.',
  },
  bug: {
    zh: '程序出错，您录入的内容已保存在本机。请重新打开；如再次出现，请联系系统管理岗。',
    en: 'The program failed. What you typed is kept on this computer. Open the page again; if it repeats, tell the administrator.',
  },
  back: { zh: '返回我的待办', en: 'Back to my queue' },
};

/** An address that does not exist, inside the desk's own frame. */
export function NotFound(): JSX.Element {
  const t = useMessages(messages);
  return (
    <div className="page trouble">
      <h1>{t('notFound')}</h1>
      <p>{t('check')}</p>
      <Link to="/queue">{t('back')}</Link>
    </div>
  );
}

/** A bug, or a refusal nobody handled: said in words, with a way back. */
export function PageTrouble(): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  return (
    <main className="trouble" role="alert">
      <h1>{t('title')}</h1>
      <p>{error instanceof Refused ? say(error.problem.words) : t('bug')}</p>
      <a href="/desk/queue">{t('back')}</a>
    </main>
  );
}
