import type { Words } from '@yimen/kernel';
import { limitUnits, startEvents } from '../../clock/index.ts';
import { conditionInWords } from '../conditionWords.ts';
import type { LegalBasis } from '../item.ts';
import type { GuideDetail, GuideLimit, GuideMaterial } from './facts.ts';

/** The words of one language, for everything a guide says. */
export interface Speech {
  readonly say: (zh: string, en: string) => string;
  readonly of: (words: Words) => string;
}

export function speechOf(language: 'zh' | 'en'): Speech {
  return { say: (zh, en) => (language === 'zh' ? zh : en), of: (words) => words[language] };
}

/** 20 个工作日 · 20 working days; a limit of nothing is “on the spot”. */
export function limitText({ count, unit }: Pick<GuideLimit, 'count' | 'unit'>, { say }: Speech): string {
  if (count === 0) return say('当场办结', 'on the spot');
  const { zh, en } = limitUnits[unit];
  return say(`${String(count)} ${zh}`, `${String(count)} ${en}${count === 1 ? '' : 's'}`);
}

/** From which day it is counted; the day itself never is (Civil Code Art. 201). */
export function startText({ startsOn }: Pick<GuideLimit, 'startsOn'>, { say }: Speech): string {
  const { zh, en } = startEvents[startsOn];
  return say(
    `从${zh.replace(/之日$/, '')}的第二天起算`,
    `counted from the day after ${en.replace(/^the day (of )?/, '')}`,
  );
}

export function basisText({ law, article, version }: LegalBasis, { say }: Speech): string {
  const cited = `《${law}》${article}`;
  return version === undefined ? cited : `${cited}${say(`（${version} 版）`, ` (version of ${version})`)}`;
}

/** 行使层级. */
export const levelNames: ReadonlyMap<string, Words> = new Map([
  ['province', { zh: '省级', en: 'province' }],
  ['city', { zh: '市级', en: 'city' }],
  ['county', { zh: '县级', en: 'county' }],
  ['town', { zh: '乡镇级', en: 'town' }],
  ['village', { zh: '村级', en: 'village' }],
]);

const forms: Readonly<Record<GuideMaterial['form'], Words>> = {
  original: { zh: '原件', en: 'original' },
  copy: { zh: '复印件', en: 'copy' },
  originalAndCopy: { zh: '原件和复印件', en: 'original and copy' },
  electronic: { zh: '电子文件', en: 'electronic file' },
};

const needs: Readonly<Record<GuideMaterial['necessity'], Words>> = {
  required: { zh: '必要', en: 'required' },
  optional: { zh: '非必要', en: 'optional' },
  acceptOnPromise: { zh: '可容缺后补', en: 'may follow later' },
};

const sources: Readonly<Record<GuideMaterial['source'], Words>> = {
  applicant: { zh: '申请人自备', en: 'from the applicant' },
  government: { zh: '政府部门核发', en: 'issued by government' },
  other: { zh: '其他机构出具', en: 'issued by another body' },
};

/** Whether it is needed, or when; in what form, how many, from whom. */
export function materialText(material: GuideMaterial, asked: GuideDetail, speech: Speech): string {
  const { say, of } = speech;
  const need =
    material.condition === undefined
      ? of(needs[material.necessity])
      : say('需要，仅当：', 'needed only if: ') + conditionText(material.condition, asked);
  const copies = say(`${String(material.copies)} 份`, `${String(material.copies)}×`);
  return [need, of(forms[material.form]), copies, of(sources[material.source])].join(' · ');
}

/** A condition with the labels of the questions it speaks of; conditions exist in Chinese only. */
export function conditionText(condition: string, { form, situationQuestions }: GuideDetail): string {
  return conditionInWords(condition, [...form, { questions: situationQuestions }]);
}
