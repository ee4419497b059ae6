import type { Refusal } from '../http/problems.ts';

/** Largest file taken, in bytes: a 60-page scan at 300 dpi is about half of it. */
export const LARGEST_FILE = 20 * 1_048_576;
/** Pixels of the largest picture: an A3 sheet at 600 dpi has 70 million, at 400 dpi 31 million. */
export const MOST_PIXELS = 60_000_000;

/** Why a file was not taken: the only list of these codes, with the words the person gets. */
export const UPLOAD_REFUSALS = {
  empty_file: {
    code: 'empty_file',
    field: 'file',
    words: { zh: '文件是空的，请重新选择。', en: 'The file is empty; please choose it again.' },
  },
  too_large: {
    code: 'too_large',
    field: 'file',
    words: { zh: '文件超过 20 MB，请压缩或拆分后再传。', en: 'The file is larger than 20 MB; compress or split it.' },
  },
  file_type_not_taken: {
    code: 'file_type_not_taken',
    field: 'file',
    words: {
      zh: '只接收 PDF、OFD、JPG、PNG 文件（按文件内容判断，不看扩展名）。',
      en: 'Only PDF, OFD, JPG and PNG files are taken; what is in the file decides, not its name.',
    },
  },
  file_name_mismatch: {
    code: 'file_name_mismatch',
    field: 'file',
    words: {
      zh: '文件扩展名与内容不符，请用正确的扩展名重新上传。',
      en: 'The ending of the name does not fit what is in the file; please give it the right one.',
    },
  },
  file_damaged: {
    code: 'file_damaged',
    field: 'file',
    words: {
      zh: '文件不完整或结构异常，请重新扫描或导出后上传。',
      en: 'The file is incomplete or oddly built; please scan or export it again.',
    },
  },
  file_mixed: {
    code: 'file_mixed',
    field: 'file',
    words: {
      zh: '文件中夹带了其他类型的内容，请重新扫描或导出后上传。',
      en: 'Something of another kind is hidden in the file; please scan or export it again.',
    },
  },
  file_bomb: {
    code: 'file_bomb',
    field: 'file',
    words: {
      zh: '文件解压后异常庞大，不予接收。',
      en: 'The file unpacks to an unreasonable size and is not taken.',
    },
  },
  image_too_large: {
    code: 'image_too_large',
    field: 'file',
    words: {
      zh: '图片超过 6000 万像素，请降低分辨率后再传。',
      en: 'The picture has more than 60 million pixels; please lower its resolution.',
    },
  },
  pdf_encrypted: {
    code: 'pdf_encrypted',
    field: 'file',
    words: { zh: 'PDF 已加密，请去除密码后再传。', en: 'The PDF is encrypted; please remove its password.' },
  },
  pdf_active: {
    code: 'pdf_active',
    field: 'file',
    words: {
      zh: 'PDF 含有脚本、可执行动作或内嵌文件，请打印为普通 PDF 后再传。',
      en: 'The PDF holds scripts, actions or embedded files; please print it to a plain PDF.',
    },
  },
  ofd_unsafe: {
    code: 'ofd_unsafe',
    field: 'file',
    words: {
      zh: 'OFD 中含有不安全的内容，请重新导出后再传。',
      en: 'The OFD holds something unsafe; please export it again.',
    },
  },
  file_infected: {
    code: 'file_infected',
    field: 'file',
    words: {
      zh: '病毒扫描发现该文件含有恶意代码，未予保存。请在安全的设备上重新制作。',
      en: 'The virus scan found malicious code; the file was not kept. Please make it again on a safe device.',
    },
  },
  scanner_unavailable: {
    code: 'scanner_unavailable',
    words: {
      zh: '病毒扫描服务暂时不可用，文件未保存，请稍后再传。其他填写内容不受影响。',
      en: 'The virus scanner is not available; the file was not kept. Please try again later. What you typed is safe.',
    },
  },
  store_unavailable: {
    code: 'store_unavailable',
    words: {
      zh: '文件存储暂时不可用，文件未保存，请稍后再传。其他填写内容不受影响。',
      en: 'Files cannot be stored just now; it was not kept. Please try again later. What you typed is safe.',
    },
  },
  uploads_busy: {
    code: 'uploads_busy',
    words: {
      zh: '同时上传的人较多，请稍后再传。',
      en: 'Many files are being uploaded at this moment; please try again shortly.',
    },
  },
  too_many_files: {
    code: 'too_many_files',
    field: 'file',
    words: {
      zh: '上传的文件个数已达上限，请合并后再传，或到窗口办理。',
      en: 'The limit of files is reached; please join some, or come to a window.',
    },
  },
  too_many_bytes: {
    code: 'too_many_bytes',
    field: 'file',
    words: {
      zh: '上传的文件合计大小已达上限，请压缩后再传，或到窗口办理。',
      en: 'The limit of all files together is reached; please compress some, or come to a window.',
    },
  },
} as const satisfies Readonly<Record<string, Refusal>>;

export type UploadRefusal = keyof typeof UPLOAD_REFUSALS;
