import { day } from '@yimen/kernel';
import type { Misconduct, MisconductDictionary, MisconductField } from './dictionary.ts';

const LICENSING = '《中华人民共和国行政许可法》';
const SANCTIONS = '《中华人民共和国公职人员政务处分法》';

type Row = readonly [field: MisconductField, zh: string, en: string, article: string];

const law = (articles: string): string => `${LICENSING}${articles}`;
/** A duty of the Licensing Law whose breach its own chapter on liability does not list. */
const duty = (articles: string, sanction: string): string => `${LICENSING}${articles}；${SANCTIONS}${sanction}`;

const NEGLECT = '第三十九条第二项';
const HARDSHIP = '第三十八条第二项';

/** The chapter on liability of the Licensing Law (Arts. 71–77), item by item, and the duties it leaves to the law on sanctions. */
const ROWS: readonly Row[] = [
  ['setting', '违反规定设定行政许可', 'setting a licence one may not set', law('第七十一条、第十七条')],
  [
    'receiving',
    '对符合法定条件的申请不予受理',
    'not accepting an application that meets the law',
    law('第七十二条第一项'),
  ],
  ['receiving', '不在办公场所公示依法应当公示的材料', 'not posting what must be posted', law('第七十二条第二项')],
  [
    'receiving',
    '受理、审查中未向申请人、利害关系人履行法定告知义务',
    'not telling applicant or third parties what they must be told while receiving or examining',
    law('第七十二条第三项'),
  ],
  [
    'receiving',
    '不一次告知必须补正的全部内容，或者重复要求补正',
    'not naming all defects at once, or asking a second time',
    law('第七十二条第四项、第三十二条第一款第四项'),
  ],
  ['receiving', '未依法说明不受理的理由', 'not giving reasons for not accepting', law('第七十二条第七项')],
  [
    'receiving',
    '索要与申请事项无关的材料',
    'demanding papers that have nothing to do with the matter',
    duty('第三十一条第一款', HARDSHIP),
  ],
  [
    'receiving',
    '受理或者不予受理，不出具加盖专用印章、注明日期的书面凭证',
    'giving no sealed and dated paper on accepting or declining',
    duty('第三十二条第二款', NEGLECT),
  ],
  [
    'receiving',
    '在政务服务中心之外受理、办理，或者不录入系统',
    'receiving or handling outside the centre or outside the system',
    duty('第二十六条', NEGLECT),
  ],
  [
    'examining',
    '违法披露商业秘密、未披露信息或者保密商务信息',
    'disclosing business secrets, undisclosed or confidential information',
    law('第七十二条第五项、第五条第二款'),
  ],
  [
    'examining',
    '泄露因履行职责掌握的个人隐私',
    'disclosing private matters learnt in office',
    `${SANCTIONS}第三十九条第五项`,
  ],
  [
    'examining',
    '以转让技术作为取得许可的条件，或者要求转让技术',
    'making the transfer of technology a condition, or asking for it',
    law('第七十二条第六项、第三十一条第二款'),
  ],
  [
    'examining',
    '依法应当听证而不举行听证',
    'holding no hearing where the law wants one',
    law('第七十二条第八项、第四十六条、第四十七条'),
  ],
  [
    'examining',
    '实地核查不足两名工作人员',
    'inspecting on site with fewer than two officers',
    duty('第三十四条第三款', NEGLECT),
  ],
  [
    'examining',
    '上级重复要求申请人提供申请材料',
    'a higher authority asking again for papers handed in below',
    duty('第三十五条', HARDSHIP),
  ],
  [
    'deciding',
    '对不符合法定条件的申请人准予许可',
    'granting to one who does not meet the law',
    law('第七十四条第一项'),
  ],
  ['deciding', '超越法定职权准予许可', 'granting beyond one’s powers', law('第七十四条第一项')],
  ['deciding', '对符合法定条件的申请人不予许可', 'refusing one who meets the law', law('第七十四条第二项')],
  [
    'deciding',
    '不在法定期限内作出准予许可决定',
    'not granting within the time of the law',
    law('第七十四条第二项、第四十二条'),
  ],
  [
    'deciding',
    '应当招标、拍卖、考试而未进行，或者不据其结果择优',
    'deciding without tender, auction or examination, or against its result',
    law('第七十四条第三项'),
  ],
  [
    'deciding',
    '未依法说明不予许可的理由，或者不告知复议、诉讼权利',
    'refusing without reasons or without naming the remedies',
    law('第七十二条第三项、第七项，第三十八条第二款'),
  ],
  [
    'deciding',
    '违反规定延长期限，或者借特别程序不计期限',
    'extending without leave, or stopping the clock on a pretext',
    duty('第四十二条、第四十五条', NEGLECT),
  ],
  ['deciding', '不在十日内颁发、送达证件', 'not delivering the document within ten days', duty('第四十四条', NEGLECT)],
  [
    'deciding',
    '事后补录、提前办结、代评价等弄虚作假',
    'keying in afterwards, closing early, rating for others and other falsity',
    `${SANCTIONS}第三十九条第四项`,
  ],
  ['deciding', '违法实施许可，给当事人合法权益造成损害', 'causing damage by unlawful licensing', law('第七十六条')],
  [
    'fees',
    '擅自收费，或者不按法定项目和标准收费',
    'charging without ground or not by the tariff',
    law('第七十五条第一款'),
  ],
  ['fees', '截留、挪用、私分或者变相私分许可费用', 'keeping back, diverting or dividing fees', law('第七十五条第二款')],
  [
    'integrity',
    '索取、收受财物或者谋取其他利益',
    'asking for or taking money, things or other advantage',
    law('第七十三条'),
  ],
  [
    'integrity',
    '要求购买指定商品、接受有偿服务',
    'asking that certain goods be bought or services paid for',
    duty('第二十七条第一款', '第三十八条第五项'),
  ],
  ['integrity', '故意刁难、吃拿卡要', 'making difficulties on purpose to get something', `${SANCTIONS}${HARDSHIP}`],
  ['integrity', '态度恶劣粗暴，造成不良后果或者影响', 'rudeness with ill effect', `${SANCTIONS}第三十八条第三项`],
  [
    'supervising',
    '不依法履行监督职责或者监督不力，造成严重后果',
    'not supervising, or badly, with grave consequences',
    law('第七十七条'),
  ],
];

const two = (n: number): string => String(n).padStart(2, '0');

const kinds: readonly Misconduct[] = ROWS.map(([field, zh, en, article], at) => ({
  code: `M${two(at + 1)}`,
  field,
  name: { zh, en },
  article,
}));

/** The 32 kinds that a hall begins with. */
export const shippedDictionary: MisconductDictionary = {
  from: day('2021-01-01'),
  source: '《中华人民共和国行政许可法》第七章、《中华人民共和国公职人员政务处分法》第三章',
  kinds,
};
