/** What can be wrong with a notice file, in words for the person who imports it. */
export const noticeErrorWords = {
  not_an_object: { message: '不是一条记录', messageEn: 'not a record' },
  not_a_list: { message: '不是列表', messageEn: 'not a list' },
  not_a_year: { message: '年份不是四位整数', messageEn: 'the year is not a four-digit number' },
  not_a_day: {
    message: '日期缺失或不存在，应为 YYYY-MM-DD',
    messageEn: 'the day is missing or does not exist; write YYYY-MM-DD',
  },
  not_a_boolean: { message: '应为 true（放假）或 false（上班）', messageEn: 'must be true (off) or false (worked)' },
  name_missing: { message: '缺少节日名称', messageEn: 'the festival has no name' },
  no_days: { message: '没有任何日期；通知可能尚未发布', messageEn: 'no days in it; the notice may not be out yet' },
  day_outside_year: {
    message: '日期不在该年度通知的范围内（上年12月至次年1月）',
    messageEn: 'outside the reach of a notice for that year (December before to January after)',
  },
  day_twice: { message: '同一天出现两次', messageEn: 'the same day appears twice' },
  ends_before_it_begins: { message: '结束日早于开始日', messageEn: 'ends before it begins' },
} as const;

export type NoticeErrorCode = keyof typeof noticeErrorWords;

export interface NoticeError {
  /** 1 for the first row of the list; 0 for the file itself. */
  readonly row: number;
  readonly field: string;
  readonly code: NoticeErrorCode;
  readonly message: string;
  readonly messageEn: string;
}
