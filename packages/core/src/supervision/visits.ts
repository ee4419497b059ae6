import { dayOf } from '@yimen/kernel';
import { liveOf, type Channel } from '../casework/index.ts';
import type { Mark, Story } from './story.ts';

/**
 * 跑动次数: the days on which the applicant had to come, to file, to bring a correction, to fetch the decision. Several on
 * one day are one; what went over the wire or by post is none.
 */
export function visitDays({ state, trail }: Story, channel: Channel): number {
  const live = liveOf(state);
  const fetched = live !== undefined && 'service' in live && live.service.method === 'inPerson';
  const came = ({ type, by }: Mark): boolean =>
    (type === 'applicationFiled' && channel !== 'web') ||
    (type === 'correctionDelivered' && by !== undefined) ||
    (type === 'decisionServed' && fetched);
  return new Set(trail.filter(came).map(({ at }) => dayOf(at))).size;
}
