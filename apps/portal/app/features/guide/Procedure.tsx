import type { Guide } from '@yimen/contract';
import { conditionInWords } from '@yimen/core/catalogue';
import { useSay, Zh } from '@yimen/ui';

type Detail = NonNullable<Guide['detail']>;

export function Procedure({ detail }: { readonly detail: Detail }): React.JSX.Element {
  const say = useSay();
  return (
    <section aria-labelledby="procedure">
      <h2 id="procedure">{say({ zh: '办理程序', en: 'Procedure' })}</h2>
      <ol className="procedure">
        <li>{say({ zh: '收件与受理（五个工作日内）', en: 'Receipt and acceptance (within five working days)' })}</li>
        {detail.steps.map((step) => (
          <li key={step.id}>
            <Zh>{step.name}</Zh>
            <span className="meta">
              <Zh>{step.authorityName}</Zh> ·{' '}
              {say({ zh: `${step.limitDays} 个工作日`, en: `${step.limitDays} working days` })}
              {step.parallel !== undefined && ` · ${say({ zh: '同步进行', en: 'side by side' })} ${step.parallel}`}
              {step.condition !== undefined && (
                <>
                  {' '}
                  · {say({ zh: '仅当：', en: 'only if: ' })}
                  <Zh>{conditionInWords(step.condition, detail.form)}</Zh>
                </>
              )}
            </span>
          </li>
        ))}
        <li>{say({ zh: '决定、签批、盖章', en: 'Decision, signature and seal' })}</li>
        <li>{say({ zh: '十个工作日内送达', en: 'Delivery within ten working days' })}</li>
      </ol>
      <SpecialProcedures detail={detail} />
    </section>
  );
}

/** The citizen sees clock-stops before applying (省级办事指南“特殊环节”). */
function SpecialProcedures({ detail }: { readonly detail: Detail }): React.JSX.Element {
  const say = useSay();
  if (detail.specialProcedures.length === 0)
    return <p>{say({ zh: '没有另外占用时间的特别程序。', en: 'No special procedure takes extra time.' })}</p>;
  return (
    <div
      className="table-wrap"
      tabIndex={0}
      role="region"
      aria-label={say({ zh: '特别程序', en: 'Special procedures' })}
    >
      <table>
        <caption>{say({ zh: '可能进行的特别程序', en: 'Special procedures that may take place' })}</caption>
        <thead>
          <tr>
            <th scope="col">{say({ zh: '名称', en: 'Name' })}</th>
            <th scope="col">{say({ zh: '所需时间', en: 'Time needed' })}</th>
            <th scope="col">{say({ zh: '计入法定时限？', en: 'Counts in statutory time?' })}</th>
            <th scope="col">{say({ zh: '计入承诺时限？', en: 'Counts in promised time?' })}</th>
            <th scope="col">{say({ zh: '依据', en: 'Basis' })}</th>
          </tr>
        </thead>
        <tbody>
          {detail.specialProcedures.map((special) => (
            <SpecialRow key={special.procedure} special={special} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SpecialRow({ special }: { readonly special: Detail['specialProcedures'][number] }): React.JSX.Element {
  const say = useSay();
  return (
    <tr>
      <th scope="row">{say(special.name)}</th>
      <td data-label={say({ zh: '所需时间', en: 'Time needed' })}>
        {say({ zh: `${special.plannedDays} 个工作日`, en: `${special.plannedDays} working days` })}
      </td>
      <td data-label={say({ zh: '计入法定时限？', en: 'Counts in statutory time?' })}>
        {special.stopsStatutory ? say({ zh: '不计入', en: 'no' }) : say({ zh: '计入', en: 'yes' })}
      </td>
      <td data-label={say({ zh: '计入承诺时限？', en: 'Counts in promised time?' })}>
        {special.stopsPromise ? say({ zh: '不计入', en: 'no' }) : say({ zh: '计入', en: 'yes' })}
      </td>
      <td data-label={say({ zh: '依据', en: 'Basis' })} lang="zh-CN">
        {special.basis}
      </td>
    </tr>
  );
}
