import type { CaseView } from '@yimen/contract';
import { inGroupsOfFour, useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Deadlines } from './Deadlines.tsx';
import { messages } from './messages.ts';

const holdersOf = ({ steps }: CaseView): string =>
  steps
    .flatMap(({ state, heldBy, name }) => (state === 'claimed' && heldBy !== undefined ? [`${heldBy}（${name}）`] : []))
    .join('、');

/** Number, item, applicant, stage, who has it, and both dates: the same on every screen of a case. */
export function CaseHeader({ shown }: { readonly shown: CaseView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const holders = holdersOf(shown);
  return (
    <header className="case-header">
      <div className="case-title">
        <h1 lang="zh-CN">{shown.item.name}</h1>
        <p>
          <span className="number" translate="no">
            <span className="ym-hidden">{t('number')} </span>
            {inGroupsOfFour(shown.number)}
          </span>
          <span className="tag tag--stage">{say(shown.stageName)}</span>
          <span lang="zh-CN">{shown.applicant.name}</span>
          <span className="sub-inline" lang="zh-CN">
            {shown.item.authorityName}
          </span>
        </p>
        <p className="sub">
          {t('holders')}: {holders === '' ? t('nobody') : <Zh>{holders}</Zh>}
        </p>
      </div>
      <Deadlines clocks={shown.clocks} />
    </header>
  );
}
