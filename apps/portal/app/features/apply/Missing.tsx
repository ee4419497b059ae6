import { useSay, Zh } from '@yimen/ui';

/** Missing materials do not stop anyone from filing: to ask for them, once, is the hall's duty (Art. 32(4)). */
export function Missing({ names }: { readonly names: readonly string[] }): React.JSX.Element | null {
  const say = useSay();
  if (names.length === 0) return null;
  return (
    <p className="notice">
      {say({ zh: '还缺：', en: 'Still missing: ' })}
      <Zh>{names.join('、')}</Zh>
      {say({
        zh: '。可以先提交：大厅会在五个工作日内一次告知您要补什么，补齐当天受理。',
        en: '. You may submit now: within five working days the hall tells you once all that is missing.',
      })}
    </p>
  );
}
