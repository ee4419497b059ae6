import type { Words } from '../words.ts';

/** What the published list says of an item's fees, in the version in force on a day. */
export interface FeeStatement {
  readonly version: number;
  /** 行政许可: Arts. 58 and 59 of its law hold. */
  readonly licence: boolean;
  /** Empty where the list says that nothing is charged. */
  readonly fees: readonly {
    readonly name: string;
    readonly standard: string;
    readonly law: string;
    readonly article: string;
  }[];
}

/** 行政许可法 Arts. 58 and 59: nothing is charged unless a law or administrative regulation says so, and by what is published. */
const LICENCES: Words = {
  zh: '实施行政许可不得收取任何费用，法律、行政法规另有规定的除外；收费应当按照公布的法定项目和标准（行政许可法第五十八条、第五十九条）',
  en: 'a licence costs nothing unless a law or an administrative regulation says so, and then what was published (行政许可法 Arts. 58, 59)',
};

/** The item's fees as its list has them, in words; with the articles where nothing may be charged. */
export function feeStatementWords({ version, licence, fees }: FeeStatement): Words {
  const listed = {
    zh: `实施清单第 ${String(version)} 版`,
    en: `The published list, version ${String(version)}`,
  };
  if (fees.length > 0) {
    const lines = fees.map(({ name, standard, law, article }) => `${name}，${standard}（《${law}》${article}）`);
    return { zh: `${listed.zh}载明收费：${lines.join('；')}`, en: `${listed.en}, charges: ${lines.join('; ')}` };
  }
  const nothing = { zh: `${listed.zh}载明不收费`, en: `${listed.en}, charges nothing` };
  return licence ? { zh: `${nothing.zh}；${LICENCES.zh}`, en: `${nothing.en}; ${LICENCES.en}` } : nothing;
}
