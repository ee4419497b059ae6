import { useSay } from '@yimen/ui';

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const DIGITS = Array.from('1234567890');

interface Props {
  readonly onKey: (key: string) => void;
  readonly onBack: () => void;
  readonly onClear: () => void;
  /** Letters only, for pinyin; with digits and the hyphen, for numbers and codes. */
  readonly digits?: boolean;
}

/** Keys on the screen, each large enough for any finger; the machine in the hall has no others. */
export function Keys({ onKey, onBack, onClear, digits = false }: Props): React.JSX.Element {
  const say = useSay();
  const keys = digits ? [...DIGITS, ...LETTERS, '-'] : LETTERS;
  return (
    <div className="keys" role="group" aria-label={say({ zh: '屏幕键盘', en: 'Keys on the screen' })}>
      {keys.map((key) => (
        <button type="button" key={key} onClick={() => onKey(key)}>
          {key}
        </button>
      ))}
      <button type="button" className="wide" onClick={onBack}>
        {say({ zh: '退格', en: 'Back' })}
      </button>
      <button type="button" className="wide" onClick={onClear}>
        {say({ zh: '清空', en: 'Clear' })}
      </button>
    </div>
  );
}
