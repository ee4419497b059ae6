import type { Words } from '../words.ts';

/** Why a ledger or an act on a row of it is refused. */
export const coverageRefusals = {
  ledger_other_department: { zh: '只能报送本部门的台账。', en: 'One hands in the ledger of one’s own department.' },
  ledger_of_hall: {
    zh: '取号记录由大厅报送：值班主任、窗口负责人或者指定的责任人。',
    en: 'The hall hands this ledger in: the duty manager, the window head, or the owner laid down.',
  },
  ledger_month_running: {
    zh: '当月尚未结束，不能报送。',
    en: 'The month has not ended; its ledger cannot be handed in.',
  },
  ledger_unreadable: {
    zh: '文件不是可读的 XLSX 或 CSV 台账。',
    en: 'The file is no ledger that can be read, XLSX or CSV.',
  },
  ledger_faults: {
    zh: '台账中有错误，整份没有导入。请按所列行改正后重新上传。',
    en: 'The ledger has faults, so nothing of it was imported. Mend the rows listed and upload it again.',
  },
  ledger_there: {
    zh: '该月台账已经报送。需要更正的，请写明更正理由后重新上传。',
    en: 'The ledger of this month is there. To correct it, give the reason and upload it again.',
  },
  row_covered: { zh: '该行已有对应办件，无须跟进。', en: 'The row has its case; there is nothing to follow up.' },
  row_followed: { zh: '该行已经跟进。', en: 'The row has been followed up.' },
  row_no_later_entry: { zh: '该行没有待批准的补录。', en: 'There is no later entry to decide on this row.' },
  row_not_overseer: {
    zh: '由督查岗或者大厅值班主任处理。',
    en: 'This is for a supervisor or the duty manager of the hall.',
  },
  row_own_ledger: {
    zh: '报送台账的人不能处理自己报送的行。',
    en: 'Whoever handed the ledger in does not decide on its rows.',
  },
  later_entry_own: {
    zh: '补录由另一人批准，不能自提自批。',
    en: 'A later entry is approved by another than who proposed it.',
  },
  later_entry_dates: {
    zh: '日期顺序不对：收件、决定、发证应当依次，且不晚于今天。',
    en: 'The days are out of order: received, decided, issued, none after today.',
  },
  coverage_reason_missing: { zh: '请写明理由。', en: 'Give the reason.' },
  coverage_record_missing: { zh: '请写明所依据的文件或者记录。', en: 'Name the document or record it rests on.' },
} as const;
export type CoverageRefusalCode = keyof typeof coverageRefusals;

export interface CoverageRefusal {
  readonly code: CoverageRefusalCode;
  readonly words: Words;
  readonly field?: string;
}

export function coverageRefusal(code: CoverageRefusalCode, field?: string): CoverageRefusal {
  return { code, words: coverageRefusals[code], ...(field === undefined ? {} : { field }) };
}
