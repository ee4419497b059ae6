import { useSay } from '@yimen/ui';
import { useSyncExternalStore } from 'react';
import { useNavigation } from 'react-router';

function listen(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

/** Whether the network is there, and whether the next page takes longer than a second (shown then, by the style sheet). */
export function Connection(): React.JSX.Element {
  const say = useSay();
  const navigation = useNavigation();
  const online = useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div className="connection no-print" role="status">
      {!online && (
        <p className="offline">
          {say({
            zh: '没有网络。可以接着填，填的内容保存在这台设备上，连上后自动保存。',
            en: 'No network. You can go on typing: it is kept on this device and saved once you are connected.',
          })}
        </p>
      )}
      {online && navigation.state !== 'idle' && (
        <p className="slow waiting">{say({ zh: '正在打开，请稍候…', en: 'Loading, one moment…' })}</p>
      )}
    </div>
  );
}
