import { addDays, ok, refuse, type Day, type Result } from '@yimen/kernel';
import type { Calendar } from '../../calendar/index.ts';
import type { Words } from '../words.ts';

/**
 * A decision that grants is open to everybody (行政许可法 Art. 40). Before it is shown the department has so many working
 * days, from the day after the decision, to say that the law keeps it back; it stays within the seven of the national rule.
 */
export const OBJECTION_DAYS = 5;

/** What the law keeps from the public, each with the article it stands on. */
export const objectionGrounds = {
  stateSecret: { zh: '国家秘密', en: 'a state secret', article: '行政许可法 第五条第二款；政府信息公开条例 第十四条' },
  tradeSecret: { zh: '商业秘密', en: 'a trade secret', article: '行政许可法 第五条第二款；政府信息公开条例 第十五条' },
  privacy: { zh: '个人隐私', en: 'privacy', article: '行政许可法 第五条第二款；政府信息公开条例 第十五条' },
} as const;
export type ObjectionGround = keyof typeof objectionGrounds;

export type PublicationRefusalCode =
  'objection_not_granted' | 'objection_over' | 'objection_twice' | 'objection_reason_missing';

/** Why an objection is refused. */
export const publicationRefusals: { readonly [C in PublicationRefusalCode]: Words } = {
  objection_not_granted: {
    zh: '只有准予的决定才公示，无须提出异议。',
    en: 'Only decisions that grant are shown to the public; there is nothing to object to.',
  },
  objection_over: { zh: '异议期已过，该决定已经公示。', en: 'The time to object has passed; the decision is public.' },
  objection_twice: { zh: '已经提出过异议。', en: 'An objection is on record already.' },
  objection_reason_missing: {
    zh: '请写明涉及哪些内容、为什么不能公开。',
    en: 'Say what must not be public, and why.',
  },
};

export interface PublicationRefusal {
  readonly code: PublicationRefusalCode;
  readonly words: Words;
  readonly field?: string;
}

const refusal = (code: PublicationRefusalCode, field?: string): Result<never, PublicationRefusal> =>
  refuse({ code, words: publicationRefusals[code], ...(field === undefined ? {} : { field }) });

/** The last day on which the department may object to showing a decision. */
export const objectionUntil = (decidedOn: Day, calendar: Calendar): Day =>
  calendar.workingDayAfter(decidedOn, OBJECTION_DAYS);

/** The latest day of decision whose objection time is over today. */
export function publicUpTo(today: Day, calendar: Calendar): Day {
  let on = addDays(today, -1);
  while (objectionUntil(on, calendar) >= today) on = addDays(on, -1);
  return on;
}

export interface Objecting {
  readonly granted: boolean;
  readonly decidedOn: Day;
  readonly objected: boolean;
  readonly reason: string;
  readonly today: Day;
  readonly calendar: Calendar;
}

/** May the department keep this decision from the public? On the ground it names, with a reason, once, and in time. */
export function decideObjection(asked: Objecting): Result<true, PublicationRefusal> {
  if (!asked.granted) return refusal('objection_not_granted');
  if (asked.objected) return refusal('objection_twice');
  if (asked.today > objectionUntil(asked.decidedOn, asked.calendar)) return refusal('objection_over');
  if (asked.reason.trim() === '') return refusal('objection_reason_missing', 'reason');
  return ok(true);
}

const [HEAD, TAIL] = [2, 4];

/** A name as the public reads it: 王*, 安阳****有限公司. One that is masked already stays as it is. */
export function publicName(name: string): string {
  const letters = Array.from(name);
  if (letters.at(-1) === '*') return name;
  if (letters.length <= HEAD + TAIL) return `${letters[0] ?? ''}${'*'.repeat(Math.max(1, letters.length - 1))}`;
  return [...letters.slice(0, HEAD), '****', ...letters.slice(-TAIL)].join('');
}
