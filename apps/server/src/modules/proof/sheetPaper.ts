import { dayWords, timeWords, type PaperText } from '@yimen/core/documents';
import { readNote } from '../../platform/checkpoint/index.ts';
import type { DailySheet } from './sheets.ts';

interface Printed {
  readonly sheet: DailySheet;
  /** In whose name it is posted. */
  readonly hall: string;
  readonly verifierKey: string | null;
}

/** Hexadecimal in groups of eight digits, as it is read aloud. */
const inGroups = (hash: Uint8Array): string => (Buffer.from(hash).toString('hex').match(/.{8}/g) ?? []).join(' ');

/** 账本检查点日报单: to be posted and kept, so that nobody can put an older record in the place of this one. No case, no person. */
export function sheetOnPaper({ sheet, hall, verifierKey }: Printed): PaperText {
  const read = readNote(sheet.note);
  if (read === undefined) throw new Error(`the checkpoint of ${sheet.on} cannot be read`);
  return {
    layout: 'form',
    issuer: hall,
    head: hall,
    title: '账本检查点日报单',
    subtitle: dayWords(sheet.on),
    number: null,
    salutation: null,
    blocks: [
      {
        block: 'fields',
        rows: [
          { label: '账本名称', value: read.origin },
          { label: '当日新增记录', value: `${String(sheet.entries)}条（签名${String(sheet.checkpoints)}次）` },
          { label: '至当日末共有记录', value: `${String(sheet.size)}条` },
          { label: '树根（SHA-256）', value: inGroups(read.root) },
          { label: '签名时间', value: timeWords(sheet.at) },
        ],
      },
      { block: 'note', text: `公钥 ${verifierKey ?? '—'}` },
      { block: 'code', text: sheet.note, caption: '签名的检查点（扫码得到全文）' },
      {
        block: 'paragraph',
        text: '本单请张贴于大厅并装订存档。今后任何人扫描上面的二维码，把所得文字存为文件，即可核对账本当日以前的内容有没有被改动、删减或者恢复成旧的：',
      },
      { block: 'note', text: 'python3 tools/verify/verify.py record.ndjson --key 公钥 --witness 扫码所得的文件' },
    ],
    after: [{ block: 'signatures', labels: ['打印人', '监督人'] }],
    date: dayWords(sheet.on),
    signed: false,
  };
}
