import { Refused } from '@yimen/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '@yimen/ui';
import { useEffect, useState, type JSX } from 'react';
import { useWhen } from '../shared/when.ts';

const messages = {
  offline: {
    zh: '连不上服务器：页面停留在 {time} 的内容，可能已经过时。您的录入保存在本机，恢复后请再提交。',
    en: 'The server cannot be reached: this page is as of {time} and may be stale. What you type is kept on this computer; submit it once it is back.',
  },
};

const isSilence = (error: unknown): boolean => error instanceof Refused && error.problem.status === 0;

/** Since when nobody answers: told by the browser, or by a question that was met with silence. */
function useSilentSince(): string | undefined {
  const queries = useQueryClient();
  const [since, setSince] = useState<string>();
  useEffect(() => {
    const silent = (): void => setSince((before) => before ?? new Date().toISOString());
    const heard = (): void => setSince(undefined);
    const stop = queries.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated') return;
      if (event.action.type === 'success' && navigator.onLine) heard();
      if (event.action.type === 'failed' && isSilence(event.action.error)) silent();
    });
    window.addEventListener('offline', silent);
    window.addEventListener('online', heard);
    return () => {
      stop();
      window.removeEventListener('offline', silent);
      window.removeEventListener('online', heard);
    };
  }, [queries]);
  return since;
}

/** Above every screen while the server is silent: what is shown may be stale, and nothing typed is lost. */
export function Offline(): JSX.Element {
  const t = useMessages(messages);
  const when = useWhen();
  const since = useSilentSince();
  return (
    <div role="status">{since !== undefined && <p className="offline">⚠ {t('offline', { time: when(since) })}</p>}</div>
  );
}
