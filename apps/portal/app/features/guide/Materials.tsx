import type { Guide, MaterialView } from '@yimen/contract';
import { conditionInWords } from '@yimen/core/catalogue';
import { useSay, Zh, type Words } from '@yimen/ui';
import { Basis } from '../shell/Title.tsx';

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

interface Props {
  readonly materials: readonly MaterialView[];
  readonly form: Detail['form'];
  readonly name: string;
}

export function Materials({ materials, form, name }: Props): React.JSX.Element {
  const say = useSay();
  return (
    <section aria-labelledby="materials">
      <h2 id="materials">{say({ zh: '申请材料', en: 'Materials' })}</h2>
      <ol className="materials">
        {materials.map((material) => (
          <Material key={material.id} material={material} form={form} />
        ))}
      </ol>
      <details>
        <summary>{say({ zh: '申请表要填什么（示范）', en: 'What the form asks' })}</summary>
        <FormSample form={form} name={name} />
      </details>
    </section>
  );
}

interface OfForm {
  readonly material: MaterialView;
  readonly form: Detail['form'];
}

function Material({ material, form }: OfForm): React.JSX.Element {
  const say = useSay();
  const source =
    material.source === 'government'
      ? { zh: '政府部门核发', en: 'issued by government' }
      : { zh: '申请人自备', en: 'from the applicant' };
  return (
    <li>
      <h3 lang="zh-CN">{material.name}</h3>
      <p className="meta">
        <Kind material={material} form={form} /> · {say({ zh: `${material.copies} 份`, en: `${material.copies}×` })} ·{' '}
        {say(source)}
      </p>
      <p className="meta">
        <Basis>{material.basis}</Basis>
      </p>
      <Points rules={material.acceptanceRules} />
    </li>
  );
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

function FormSample({ form, name }: { readonly form: Detail['form']; readonly name: string }): React.JSX.Element {
  return (
    <div lang="zh-CN">
      <p>《{name}申请表》</p>
      {form.map((group) => (
        <div key={group.id}>
          <h3>{group.title}</h3>
          <ul>
            {group.questions.map((question) => (
              <li key={question.id}>
                {question.label}
                {question.required ? '' : '（选填）'}
                {question.hint !== undefined && <span className="meta">{question.hint}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
