import { useSay } from '@yimen/ui';

export function Footer(): React.JSX.Element {
  const say = useSay();
  return (
    <footer className="site-footer">
      <p>
        {say({
          zh: '没有手机、不会上网，也可以直接到窗口办理，工作人员不得拒绝。',
          en: 'No phone, no internet? Come to any window: staff may not turn you away.',
        })}
      </p>
      <p>
        {say({
          zh: '《行政许可法》第三十条：申请人要求说明、解释的，应当说明、解释，提供准确、可靠的信息。',
          en: 'Administrative Licensing Law, Art. 30: whoever asks is owed an explanation and accurate information.',
        })}
      </p>
    </footer>
  );
}
