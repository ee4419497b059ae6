import type { draftInvalid } from '../refusals.ts';

/** Why an act on a template is refused. */
export const TEMPLATE_REFUSALS = {
  template_none: {
    code: 'template_none',
    field: 'itemId',
    words: {
      zh: '上级大厅没有这个要素齐全的现行事项，不能采用。',
      en: 'The hall above has no whole item of that id in force.',
    },
  },
  template_adopted: {
    code: 'template_adopted',
    words: { zh: '该事项已经采用上级模板。', en: 'The item rests on a template already.' },
  },
  template_department: {
    code: 'template_department',
    field: 'authority',
    words: { zh: '请选择本厅的实施部门。', en: 'Choose a department of your own hall.' },
  },
  template_settled: {
    code: 'template_settled',
    words: { zh: '目前没有需要处理的上级变更。', en: 'There is no change of the template to decide on.' },
  },
  template_moved: {
    code: 'template_moved',
    words: {
      zh: '上级又公布了新的版本，请核对新的差异后再办理。',
      en: 'The template has a newer version meanwhile; look at it first.',
    },
  },
} as const;
export type TemplateRefusal =
  | (typeof TEMPLATE_REFUSALS)[keyof typeof TEMPLATE_REFUSALS]
  | ReturnType<typeof draftInvalid>
  | { readonly code: 'command_reused' };
