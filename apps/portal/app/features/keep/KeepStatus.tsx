import { useSay } from '@yimen/ui';
import { useLayoutEffect, useRef } from 'react';
import type { Keeping } from './useKeeping.ts';

/**
 * Keeps an element as tall as it ever was. Pressing a button takes the focus from a field, which saves it, which changes
 * what is said here: a page that grew shorter by that would move the button away from under the finger.
 */
function useNeverShorter(): React.RefObject<HTMLDivElement | null> {
  const region = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = region;
    if (current !== null) current.style.minHeight = `${String(current.offsetHeight)}px`;
  });
  return region;
}

/**
 * Whether what was typed is safe, and where; always there, so that readers aloud hear it change.
 * It stands below a form's buttons and never grows shorter, so that it moves none of them.
 */
export function KeepStatus({ keeping: { state, restored, retry } }: { readonly keeping: Keeping }): React.JSX.Element {
  const say = useSay();
  const region = useNeverShorter();
  return (
    <div className="keep" role="status" ref={region}>
      {state === 'saving' && <span className="hint slow">{say({ zh: '正在保存…', en: 'Saving…' })}</span>}
      {state === 'saved' && <span className="hint">{say({ zh: '✓ 已自动保存', en: '✓ Saved' })}</span>}
      {state === 'elsewhere' && (
        <p className="notice">
          {say({
            zh: '另一台设备也在填这份申请，有一项与您这里不同。按“保存”会告诉您是哪一项。',
            en: 'Another device is typing this application too, and one field differs. Press “Save” to see which.',
          })}
        </p>
      )}
      {state === 'kept' && (
        <div className="notice">
          {say({
            zh: '没有连上服务器。您填的内容已保存在这台设备上，连上后会自动保存，请先不要清除浏览器数据。',
            en: 'The server cannot be reached. What you typed is kept on this device and is saved as soon as it can be; please do not clear the browser’s data.',
          })}{' '}
          <button type="button" onClick={retry}>
            {say({ zh: '重试', en: 'Try again' })}
          </button>
        </div>
      )}
      {restored && state !== 'kept' && (
        <p className="notice">
          {say({
            zh: '上次没来得及保存的内容已经放回，请核对。',
            en: 'What could not be saved last time has been put back; please check it.',
          })}
        </p>
      )}
    </div>
  );
}
