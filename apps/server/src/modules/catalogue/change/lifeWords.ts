import { changePhases, changeSteps, type ChangeFact, type ChangeFactType, type Minutes } from '@yimen/core/catalogue';
import type { Words } from '@yimen/kernel';

/** What each entry of a change is called on the screen. */
export const titles: Readonly<Record<ChangeFactType, Words>> = {
  changeApplied: { zh: '单位申请', en: 'Applied for' },
  changeTransferred: { zh: '改革办转办', en: 'Transferred' },
  changeReviewed: { zh: '审核同意', en: 'Reviewed and agreed to' },
  changeReturned: { zh: '退回', en: 'Returned' },
  changeResubmitted: { zh: '重新提交', en: 'Handed in again' },
  changeDeliberated: { zh: '审议通过', en: 'Deliberated and agreed to' },
  changeRejected: { zh: '审议未通过', en: 'Not agreed to' },
  changeWithdrawn: { zh: '撤回', en: 'Withdrawn' },
  changePublished: { zh: '公布', en: 'Published' },
};

const same = (text: string): Words => ({ zh: text, en: text });
const minuted = ({ file, present, heldOn }: Minutes): Words => ({
  zh: `会议纪要：${file.name}，${heldOn}，参加人员：${present.join('、')}`,
  en: `Minutes: ${file.name}, ${heldOn}, present: ${present.join(', ')}`,
});

/** What was said with an entry, line by line. */
export function linesOf(fact: ChangeFact): readonly Words[] {
  switch (fact.type) {
    case 'changeApplied':
    case 'changeResubmitted':
      return [same(fact.proposal.reason)];
    case 'changeTransferred':
      return [same(fact.opinion)];
    case 'changeReviewed': {
      const { zh, en } = changeSteps[fact.step];
      return [{ zh, en }, same(fact.opinion)];
    }
    case 'changeReturned': {
      const [from, to] = [changeSteps[fact.step], changePhases[fact.to]];
      return [{ zh: `${from.zh} → ${to.zh}`, en: `${from.en} → ${to.en}` }, same(fact.reason)];
    }
    case 'changeDeliberated':
    case 'changeRejected':
      return [same(fact.opinion), minuted(fact.minutes)];
    case 'changeWithdrawn':
      return [same(fact.reason)];
    case 'changePublished':
      return [
        { zh: `自 ${fact.effectiveFrom} 起生效`, en: `In force from ${fact.effectiveFrom}` },
        ...fact.items.map(({ itemId, version, lastDay }) =>
          version === undefined
            ? { zh: `${itemId}：${lastDay ?? ''} 为最后一日`, en: `${itemId}: last day ${lastDay ?? ''}` }
            : { zh: `${itemId}：第 ${String(version)} 版`, en: `${itemId}: version ${String(version)}` },
        ),
        ...fact.authorisations.map((number) => ({
          zh: `授权书 ${number} 随事项延续`,
          en: `authorisation ${number} goes on with the item`,
        })),
      ];
  }
}
