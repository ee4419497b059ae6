import { useSay } from '@yimen/ui';
import { useEffect, useRef, useState } from 'react';

/** Nobody touched the screen for so long: the next person must find nothing of this one. */
const RESET_SECONDS = 90;
/** The warning stands for a minute (WCAG 2.2.1; nobody is thrown out while reading). */
const WARNING_SECONDS = 60;
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll', 'input'] as const;

/** Seconds since somebody was there, by this machine's clock, counted on while the page stands. */
function useIdleSeconds(): { readonly idle: number; readonly goOn: () => void } {
  const last = useRef(0);
  const [idle, setIdle] = useState(0);
  const goOn = (): void => {
    last.current = Date.now();
    setIdle(0);
  };
  useEffect(() => {
    last.current = Date.now();
    const alive = (): void => {
      last.current = Date.now();
      setIdle((before) => (before === 0 ? before : 0));
    };
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, alive, { passive: true, capture: true });
    const timer = setInterval(() => setIdle(Math.floor((Date.now() - last.current) / 1000)), 1000);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, alive, { capture: true });
    };
  }, []);
  return { idle, goOn };
}

/** Warns for a minute with the seconds in sight, then begins anew: nothing typed or read is left, nor can one go back to it. */
export function IdleReset({ jurisdiction }: { readonly jurisdiction: string }): React.JSX.Element | null {
  const say = useSay();
  const { idle, goOn } = useIdleSeconds();
  const left = RESET_SECONDS - idle;
  useEffect(() => {
    if (left > 0) return;
    sessionStorage.clear();
    location.replace(`/kiosk/${jurisdiction}/reset`);
  }, [left, jurisdiction]);
  if (left > WARNING_SECONDS) return null;
  return (
    <div className="idle-warning">
      <p role="alert">
        {say({
          zh: '没有人操作，即将回到首页，本机上的内容会清除。',
          en: 'Nobody is here: this screen will start again and forget what was on it.',
        })}
      </p>
      <p className="idle-left" role="timer" aria-live="off">
        {say({ zh: `还有 ${String(Math.max(0, left))} 秒`, en: `${String(Math.max(0, left))} seconds left` })}
      </p>
      <button type="button" className="primary" onClick={goOn}>
        {say({ zh: '继续使用', en: 'Go on' })}
      </button>
    </div>
  );
}
