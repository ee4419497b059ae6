export const messages = {
  title: { zh: '出件送达', en: 'Delivery' },
  scan: { zh: '扫码或输入办件编号', en: 'Scan or type the case number' },
  find: { zh: '查找', en: 'Find' },
  notFound: { zh: '没有找到编号为“{number}”的办件。', en: 'There is no case numbered “{number}”.' },
  list: { zh: '待盖章、制证、送达、办结', en: 'To be sealed, issued, served or closed' },
  none: { zh: '没有待出件的办件。', en: 'Nothing waits for delivery.' },
  loading: { zh: '正在读取…', en: 'Loading…' },
  waitingFor: { zh: '待办：{act}', en: 'waiting for: {act}' },
  closeAfter: { zh: '送达后随即办结', en: 'Close right after serving' },
  papers: { zh: '文书', en: 'Papers' },
  whole: { zh: '打开完整办件', en: 'Open the whole case' },
  pick: { zh: '请扫码，或从左侧选择办件。', en: 'Scan a number, or choose a case.' },
};
