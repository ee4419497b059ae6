import type { MaterialRequirement, QuestionGroup } from '@yimen/core/catalogue';
import { ask, choose, material, page } from './build.ts';

/** The application form itself: free, and only what the item needs (许可法 Art. 29). */
export function applicationForm(name: string, basis: string): MaterialRequirement {
  return material('application', name, basis, {
    form: 'originalAndCopy',
    acceptanceRules: [
      '使用本指南公布的格式文本，各栏填写完整',
      '申请人栏：单位加盖公章，自然人亲笔签名',
      '填写日期在提交日期之前或当日',
    ],
  });
}

export function businessLicence(basis: string): MaterialRequirement {
  return material('business-licence', '营业执照', basis, {
    source: 'government',
    form: 'copy',
    acceptanceRules: ['名称与申请书一致', '统一社会信用代码18位，校验位正确', '登记状态为存续'],
  });
}

export function identityPaper(id: string, name: string, basis: string): MaterialRequirement {
  return material(id, name, basis, {
    source: 'government',
    form: 'copy',
    acceptanceRules: ['姓名、号码与申请书一致', '证件在有效期内', '正反两面影印清晰'],
  });
}

export function premisesProof(basis: string): MaterialRequirement {
  return material('premises', '经营场所使用证明（产权证明或者租赁合同）', basis, {
    form: 'copy',
    acceptanceRules: ['地址与申请书填写的经营场所一致', '租赁合同期限覆盖申请之日', '出租方、承租方双方签字或者盖章'],
  });
}

/** Where and how large: most places of business are described this way. */
export function premisesPage(area = '使用面积（平方米）'): QuestionGroup {
  return page(
    'premises',
    '经营场所',
    ask('premisesAddress', '经营场所地址', 'text', { hint: '写到门牌号', maxLength: 100 }),
    ask('premisesArea', area, 'number'),
    choose('premisesTenure', '场所取得方式', ['自有', '租赁', '无偿使用']),
  );
}

export function chargePage(title = '负责人'): QuestionGroup {
  return page(
    'charge',
    title,
    ask('chargeName', '姓名', 'text', { maxLength: 30 }),
    ask('chargePhone', '联系电话', 'text', { hint: '用于受理、补正和领证通知', maxLength: 20 }),
  );
}
