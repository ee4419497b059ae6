export const messages = {
  back: { zh: '回监察看板', en: 'Back to the board' },
  powers: { zh: '授权与既受又理', en: 'What the hall may do by itself' },
  powersOn: { zh: '授权与既受又理（{day}）', en: 'What the hall may do by itself ({day})' },
  item: { zh: '事项', en: 'Item' },
  department: { zh: '部门', en: 'Department' },
  countOf: { zh: '{count} / {of} 项', en: '{count} of {of} items' },
  others: { zh: '未计入的事项（{n} 项）', en: 'Items not counted ({n})' },
  noOthers: { zh: '全部事项都计入。', en: 'Every item is counted.' },
  loading: { zh: '正在加载…', en: 'Loading…' },
  elsewhere: { zh: '其他清单指标', en: 'Other figures of the list' },
  listFigures: {
    zh: '进驻率、即办率、一审一核率、承诺提速率（按事项）、可网办率',
    en: 'In the hall, done on the spot, one examination and one approval, promises against the law (by item), online',
  },
  notYet: {
    zh: '尚不能计算：部门进驻率、科室进驻率。系统只知道大厅里的部门，不知道应进驻而未进驻的部门和科室；事项进驻率只按要素完整的事项计算。',
    en: 'Not reckoned yet: departments and sections in the hall. Only those that are here are known, not those that should be; items in the hall are counted over items fully described.',
  },
};
