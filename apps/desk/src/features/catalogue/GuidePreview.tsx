import type { Guide } from '@yimen/contract';
import { limitInWords, Mixed, useMessages, useSay } from '@yimen/ui';
import type { JSX } from 'react';
import { messages } from './messages.ts';

/** The guide as the public will read it, remade with every save. */
export function GuidePreview({ guide }: { readonly guide: Guide }): JSX.Element {
  const t = useMessages(messages);
  const { detail } = guide;
  return (
    <section className="guide-preview" aria-label={t('guide')}>
      <h2>{t('guide')}</h2>
      <h3 lang="zh-CN">{guide.name}</h3>
      {detail !== undefined && <Detail detail={detail} />}
    </section>
  );
}

type GuideDetail = NonNullable<Guide['detail']>;

function Detail({ detail }: { readonly detail: GuideDetail }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const { limits, service, remedies } = detail;
  const rows = [
    ['promised', [say(limitInWords(limits.promised))]],
    ['statutory', [say(limitInWords(limits.statutory)), limits.statutory.basis]],
    ['bases', detail.bases.map(({ law, article }) => `《${law}》${article}`)],
    ['conditions', detail.conditions],
    ['materials', detail.materials.map(({ name }, at) => `${String(at + 1)}. ${name}`)],
    ['steps', detail.steps.map(({ name }) => name)],
    ['fees', detail.fees.length === 0 ? [t('noFees')] : detail.fees.map(({ name, standard }) => `${name} ${standard}`)],
    ['result', [detail.result.name]],
    ['place', [service.address, service.hours, service.phone]],
    ['remedies', [remedies.reconsiderationBody, remedies.court]],
  ] as const;
  return (
    <dl>
      {rows.map(([name, texts]) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>
            {texts.map((text) => (
              <span key={text} className="sub">
                <Mixed text={text} />
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
