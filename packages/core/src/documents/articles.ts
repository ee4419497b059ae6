/** An article of the Administrative Licensing Law (2003, amended 2019) as papers cite it. */
export function licensingLaw(article: string): string {
  return `《中华人民共和国行政许可法》${article}`;
}

export const ACCOUNT: string = licensingLaw('第三十一条');
/** All defects at once; silence is acceptance. */
export const ONE_NOTICE: string = licensingLaw('第三十二条第一款第四项');
/** Acceptance or not: in writing, sealed with the special seal, dated. */
export const VOUCHER: string = licensingLaw('第三十二条第二款');
/** A refusal gives reasons and remedies. */
export const REFUSAL: string = licensingLaw('第三十八条第二款');
export const LICENCE: string = licensingLaw('第三十九条');
export const EXTENSION: string = licensingLaw('第四十二条');
export const DELIVERY: string = licensingLaw('第四十四条');
export const NOT_COUNTED: string = licensingLaw('第四十五条');
export const FILE_RULES = '《政务服务事项电子文件归档规范》（DA/T 85-2019）';
