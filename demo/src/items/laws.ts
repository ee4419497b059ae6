import { day } from '@yimen/kernel';
import type { LegalBasis } from '@yimen/core/catalogue';

/** Laws the demonstration items rest on: rank, and the day of the version relied on. */
const laws = {
  行政许可法: ['law', '2019-04-23'],
  建筑法: ['law', '2019-04-23'],
  城乡规划法: ['law', '2019-04-23'],
  水法: ['law', '2016-07-02'],
  防洪法: ['law', '2016-07-02'],
  水土保持法: ['law', '2010-12-25'],
  民办教育促进法: ['law', '2018-12-29'],
  医师法: ['law', '2021-08-20'],
  环境影响评价法: ['law', '2018-12-29'],
  动物防疫法: ['law', '2021-01-22'],
  民法典: ['law', '2020-05-28'],
  慈善法: ['law', '2023-12-29'],
  社会保险法: ['law', '2018-12-29'],
  劳动合同法: ['law', '2012-12-28'],
  食品安全法: ['law', '2021-04-29'],
  公路法: ['law', '2017-11-04'],
  取水许可和水资源费征收管理条例: ['administrativeRegulation', '2017-03-01'],
  城镇排水与污水处理条例: ['administrativeRegulation', '2013-10-02'],
  河道管理条例: ['administrativeRegulation', '2018-03-19'],
  民办教育促进法实施条例: ['administrativeRegulation', '2021-04-07'],
  医疗机构管理条例: ['administrativeRegulation', '2016-02-06'],
  护士条例: ['administrativeRegulation', '2020-03-27'],
  公共场所卫生管理条例: ['administrativeRegulation', '2019-04-23'],
  危险化学品安全管理条例: ['administrativeRegulation', '2013-12-07'],
  烟花爆竹安全管理条例: ['administrativeRegulation', '2016-02-06'],
  大型群众性活动安全管理条例: ['administrativeRegulation', '2007-09-14'],
  民用爆炸物品安全管理条例: ['administrativeRegulation', '2014-07-29'],
  农药管理条例: ['administrativeRegulation', '2022-03-29'],
  道路运输条例: ['administrativeRegulation', '2023-07-20'],
  公路安全保护条例: ['administrativeRegulation', '2011-03-07'],
  互联网上网服务营业场所管理条例: ['administrativeRegulation', '2022-03-29'],
  旅行社条例: ['administrativeRegulation', '2020-11-29'],
  社会团体登记管理条例: ['administrativeRegulation', '2016-02-06'],
  民办非企业单位登记管理暂行条例: ['administrativeRegulation', '1998-10-25'],
  人力资源市场暂行条例: ['administrativeRegulation', '2018-06-29'],
  工伤保险条例: ['administrativeRegulation', '2010-12-20'],
  社会保险经办条例: ['administrativeRegulation', '2023-08-16'],
  市场主体登记管理条例: ['administrativeRegulation', '2021-07-27'],
  排污许可管理条例: ['administrativeRegulation', '2021-01-24'],
  不动产登记暂行条例: ['administrativeRegulation', '2019-03-24'],
  城市市容和环境卫生管理条例: ['administrativeRegulation', '2017-03-01'],
  企业投资项目核准和备案管理条例: ['administrativeRegulation', '2016-11-30'],
} as const satisfies { readonly [law: string]: readonly [LegalBasis['rank'], string] };

export type LawName = keyof typeof laws;

/** Regulations whose official title begins with the name of the state, as every law's does. */
const titledRegulations: readonly LawName[] = [
  '河道管理条例',
  '民办教育促进法实施条例',
  '道路运输条例',
  '市场主体登记管理条例',
];

/** Cites an article in the version the demonstration relies on; `text` quotes it where the words matter to the reader. */
export function cite(name: LawName, article: string, text?: string): LegalBasis {
  const [rank, version] = laws[name];
  const titled = rank === 'law' || titledRegulations.includes(name);
  const law = titled ? `中华人民共和国${name}` : name;
  return { law, article, rank, version: day(version), ...(text === undefined ? {} : { text }) };
}
