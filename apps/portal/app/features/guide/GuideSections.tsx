import type { Guide } from '@yimen/contract';
import { useSay, Zh } from '@yimen/ui';
import { FlowChart } from './FlowChart.tsx';
import { Materials } from './Materials.tsx';
import { Procedure } from './Procedure.tsx';

type Detail = NonNullable<Guide['detail']>;

interface Shown {
  readonly detail: Detail;
  readonly guide: Guide;
}

/** The eight things Art. 30 commands a guide to show, in its order, then fees, results and remedies. */
export function GuideSections({ detail, guide }: Shown): React.JSX.Element {
  const say = useSay();
  return (
    <>
      <section aria-labelledby="basis">
        <h2 id="basis">{say({ zh: '办理依据', en: 'Legal basis' })}</h2>
        <ul lang="zh-CN">
          {detail.bases.map((basis) => (
            <li key={basis.law + basis.article}>
              《{basis.law}》{basis.article}
              {basis.version !== undefined && `（${basis.version} 版）`}
              {basis.text !== undefined && <blockquote>{basis.text}</blockquote>}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="conditions">
        <h2 id="conditions">{say({ zh: '办理条件', en: 'Conditions' })}</h2>
        <ol lang="zh-CN">
          {detail.conditions.map((condition) => (
            <li key={condition}>{condition}</li>
          ))}
        </ol>
        <p>
          {say({ zh: '数量限制：', en: 'Quantity limit: ' })}
          <Zh>{detail.quantityLimit ?? '无'}</Zh>
        </p>
      </section>
      <Materials materials={detail.materials} form={detail.form} name={guide.name} />
      <Procedure detail={detail} />
      <FlowChart guide={guide} />
      <FeesAndResult detail={detail} />
      <Contact detail={detail} />
    </>
  );
}

function FeesAndResult({ detail }: { readonly detail: Detail }): React.JSX.Element {
  const say = useSay();
  return (
    <>
      <section aria-labelledby="fees">
        <h2 id="fees">{say({ zh: '收费', en: 'Fees' })}</h2>
        {detail.fees.length === 0 && (
          <p>
            {say({
              zh: '不收费（《行政许可法》第五十八条）',
              en: 'Free of charge (Administrative Licensing Law, Art. 58)',
            })}
          </p>
        )}
        <ul lang="zh-CN">
          {detail.fees.map((fee) => (
            <li key={fee.name}>
              {fee.name}：{fee.standard}（依据：《{fee.basis.law}》{fee.basis.article}）
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="result">
        <h2 id="result">{say({ zh: '办理结果', en: 'Result' })}</h2>
        <p>
          <Zh>{detail.result.name}</Zh>
          {detail.result.validYears !== undefined &&
            say({ zh: `，有效期 ${detail.result.validYears} 年`, en: `, valid for ${detail.result.validYears} years` })}
        </p>
      </section>
    </>
  );
}

function Contact({ detail }: { readonly detail: Detail }): React.JSX.Element {
  const say = useSay();
  const { service, remedies } = detail;
  return (
    <section aria-labelledby="contact">
      <h2 id="contact">{say({ zh: '在哪里办、问谁、向谁投诉', en: 'Where, whom to ask, where to complain' })}</h2>
      <dl className="summary">
        <Row name={say({ zh: '地点', en: 'Place' })} value={`${service.address} ${service.windows.join('、')}`} />
        <Row name={say({ zh: '时间', en: 'Hours' })} value={service.hours} />
        <Row name={say({ zh: '咨询电话', en: 'Enquiries' })} value={service.phone} />
        <Row name={say({ zh: '投诉电话', en: 'Complaints' })} value={service.complaintPhone} />
        <Row
          name={say({ zh: '不服决定', en: 'If you disagree' })}
          value={`可以自收到决定之日起六十日内向${remedies.reconsiderationBody}申请行政复议，或者六个月内向${remedies.court}提起行政诉讼`}
        />
      </dl>
    </section>
  );
}

function Row({ name, value }: { readonly name: string; readonly value: string }): React.JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd lang="zh-CN">{value}</dd>
    </div>
  );
}
