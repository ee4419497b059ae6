import type { Guide, MaterialView } from '@yimen/contract';
import { conditionInWords } from '@yimen/core/catalogue';
import { useSay, Zh, type Words } from '@yimen/ui';

type Detail = NonNullable<Guide['detail']>;

const formNames: Readonly<Record<MaterialView['form'], Words>> = {
  original: { zh: '原件', en: 'original' },
  copy: { zh: '复印件', en: 'copy' },
  originalAndCopy: { zh: '原件和复印件', en: 'original and copy' },
  electronic: { zh: '电子文件', en: 'electronic file' },
};

const necessityNames: Readonly<Record<MaterialView['necessity'], Words>> = {
  required: { zh: '必要', en: 'required' },
  optional: { zh: '非必要', en: 'optional' },
  acceptOnPromise: { zh: '可容缺后补', en: 'may follow later' },
};

interface OfForm {
  readonly material: MaterialView;
  readonly form: Detail['form'];
}

/** Whether it is needed, or when, and in what form. */
export function Kind({ material, form }: OfForm): React.JSX.Element {
  const say = useSay();
  const { condition, necessity } = material;
  return (
    <>
      {condition === undefined ? (
        say(necessityNames[necessity])
      ) : (
        <>
          {say({ zh: '需要，仅当：', en: 'needed only if: ' })}
          <Zh>{conditionInWords(condition, form)}</Zh>
        </>
      )}{' '}
      · {say(formNames[material.form])}
    </>
  );
}

/** What the window will check, so that nobody comes twice for it. */
export function Points({ rules }: { readonly rules: readonly string[] }): React.JSX.Element {
  return (
    <ul className="points" lang="zh-CN">
      {rules.map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ul>
  );
}
