/** What is wrong with a row of a list of items, in words for the clerk who has to put it right. */
export const importReasons = {
  not_csv: { zh: '不是可读的CSV文本', en: 'not readable as CSV' },
  column_missing: { zh: '缺少列', en: 'the column is missing' },
  cell_count: { zh: '单元格数量与表头不一致', en: 'more or fewer cells than the header' },
  name_missing: { zh: '缺少事项名称', en: 'the name is missing' },
  name_too_long: { zh: '事项名称超过200字', en: 'the name has more than 200 characters' },
  department_missing: { zh: '缺少部门', en: 'the department is missing' },
  code_missing: { zh: '缺少事项编码', en: 'the item code is missing' },
  duplicate_code: { zh: '事项编码与前面的行重复', en: 'an earlier row has the same item code' },
  unknown_type: { zh: '事项类型不在十一类之内', en: 'the type is none of the eleven kinds' },
  type_code_disagrees: { zh: '事项类型代码与名称不一致', en: 'the type’s code and its name disagree' },
  bad_credit_code: { zh: '统一社会信用代码校验位不正确', en: 'the credit code fails its check character' },
  credit_code_missing: { zh: '未提供统一社会信用代码', en: 'no credit code is given' },
  code_names_other_body: { zh: '事项编码中的机构与信用代码不一致', en: 'the item code names another body' },
  bad_division: { zh: '行政区划代码不正确', en: 'not a division code' },
  other_jurisdiction: { zh: '不属于要导入的行政区划', en: 'belongs to another jurisdiction' },
  listed_in_full: {
    zh: '本大厅清单已有该事项的完整要素，应申请清单调整',
    en: 'the hall lists the item in full; apply for a change',
  },
  bad_url: { zh: '网址不是http或https地址', en: 'the address is neither http nor https' },
} as const;
export type ImportReason = keyof typeof importReasons;

/** `taken` rows are loaded all the same: what is missing is left out, not filled in. */
export interface ImportFinding {
  /** Line of the file; the header is 1. */
  readonly row: number;
  readonly column?: string;
  readonly reason: ImportReason;
  readonly value?: string;
  readonly taken: boolean;
}
