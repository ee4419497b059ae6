import type { Option } from '../forms/fields.ts';

/** 送达方式. */
export const METHODS: readonly Option[] = [
  { value: 'inPerson', label: { zh: '直接送达', en: 'In person' } },
  { value: 'post', label: { zh: '邮寄送达', en: 'By post' } },
  { value: 'electronic', label: { zh: '电子送达', en: 'Electronically' } },
  { value: 'leaving', label: { zh: '留置送达', en: 'Left at the address' } },
  { value: 'publicNotice', label: { zh: '公告送达', en: 'By public notice' } },
];
