export interface Basis {
  readonly law: string;
  readonly article: string;
}

const licensing = (article: string): Basis => ({ law: '中华人民共和国行政许可法', article });

type Ground =
  | 'oneNotice'
  | 'toldAllAtOnce'
  | 'promise'
  | 'statutory'
  | 'delivery'
  | 'excluded'
  | 'supervision'
  | 'procedure'
  | 'twoOfficers'
  | 'competence'
  | 'unrelated'
  | 'fee'
  | 'refusal'
  | 'legalReview'
  | 'held'
  | 'rating';

/** What the shipped rules rest on; a place that has stricter rules of its own publishes its own set. */
export const bases: Readonly<Record<Ground, Basis>> = {
  oneNotice: licensing('第三十二条第一款第四项'),
  toldAllAtOnce: licensing('第三十二条第一款第四项、第七十二条第四项'),
  /** Limited time as the guide promises it. */
  promise: { law: '优化营商环境条例', article: '第三十六条' },
  statutory: licensing('第四十二条第一款、第七十四条第二项'),
  delivery: licensing('第四十四条'),
  excluded: licensing('第四十五条'),
  /** Each county's duty to supervise how licences are handled: the separations and orders a centre lays down rest on it. */
  supervision: licensing('第十条第一款'),
  procedure: licensing('第三十七条'),
  twoOfficers: licensing('第三十四条第三款'),
  competence: licensing('第二十二条'),
  unrelated: licensing('第三十一条第一款'),
  fee: licensing('第五十八条第一款、第七十五条第一款'),
  refusal: licensing('第三十八条第二款、第七十二条第七项'),
  /** 重大执法决定法制审核. */
  legalReview: {
    law: '国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见（国办发〔2018〕118号）',
    article: '四、全面推行重大执法决定法制审核制度',
  },
  held: { law: '国务院关于在线政务服务的若干规定（国务院令第716号）', article: '第七条' },
  rating: {
    law: '国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号）',
    article: '差评整改、评价自愿真实',
  },
};
