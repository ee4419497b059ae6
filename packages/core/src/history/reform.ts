import type { Words } from '@yimen/kernel';

/** What is proposed. Activities go by their names in the log. */
export interface Reform {
  /** The limit cases have now, and the one proposed; working days after the day of the first completed step. */
  readonly limit: number;
  readonly newLimit: number;
  /** Steps that fall away. */
  readonly dropped: readonly string[];
  /** Groups done in one go by one officer: the second and later of a group no longer wait. */
  readonly merged: readonly (readonly string[])[];
  /** Groups done side by side: they take as long as the longest. */
  readonly parallel: readonly (readonly string[])[];
  /** Steps that may take at most so many working days each. */
  readonly capped: Readonly<Record<string, number>>;
  /** The time before these steps is the applicant's or a special procedure's: it stays as it was and counts towards no limit. */
  readonly notCounted: readonly string[];
}

/** What a rehearsal takes for granted; written beside its result. */
export function assumptionsOf(reform: Reform, startsKnown: boolean): readonly Words[] {
  return [
    {
      zh: '各环节所需的时间与历史相同，提速只来自所列的改变；不计因此产生的新工作。',
      en: 'Steps take as long as they did; only the listed changes save time, and no new work comes of them.',
    },
    {
      zh: '时间按工作日计算，非工作日不走；第一个环节完成之日不计入（《民法典》第二百零一条）。',
      en: 'Time is working days, and stands still on others; the day of the first step is not counted (Civil Code art. 201).',
    },
    {
      zh: '办件用时为第一个至最后一个已完成环节；尚未办完的办件按已有记录计算。',
      en: 'A case runs from its first completed step to its last; one not yet finished counts as far as it is recorded.',
    },
    ...(reform.merged.length > 0 ? [startsKnown ? MERGED_KNOWN : MERGED_UNKNOWN] : []),
    ...(reform.parallel.length > 0 ? [PARALLEL] : []),
    ...(reform.notCounted.length > 0 ? [NOT_COUNTED] : []),
    ...(Object.keys(reform.capped).length > 0 ? [CAPPED] : []),
  ];
}

const MERGED_KNOWN: Words = {
  zh: '合并的环节由同一人连续办理：除第一个外不再等待，办理时间不变。',
  en: 'Merged steps are done in one go: all but the first wait no longer; the work itself takes as long.',
};
const MERGED_UNKNOWN: Words = {
  zh: '日志没有开始时间，等待与办理无法分开：合并的环节按其中最长的一个计算，这是估计。',
  en: 'The log has no starts: merged steps take as long as the longest of them, which is an estimate.',
};
const PARALLEL: Words = {
  zh: '并行的环节同时开始，按其中最长的一个计算；人手足够。',
  en: 'Parallel steps begin together and take as long as the longest; there are officers enough.',
};
const NOT_COUNTED: Words = {
  zh: '所列环节之前的时间（申请人补正、特别程序）保持不变，不计入期限。',
  en: 'The time before the named steps (corrections, special procedures) stays as it was and counts towards no limit.',
};
const CAPPED: Words = {
  zh: '限时的环节都能在新的环节时限内办完。',
  en: 'Steps with a new limit of their own are always done within it.',
};
