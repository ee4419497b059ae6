import { DmnModdle } from 'dmn-moddle';

/** Our own name of a table, column or rule: XML ids are unique in a file and narrower. */
const yimen = {
  name: 'Yimen',
  uri: 'urn:yimen:discretion:1',
  prefix: 'yimen',
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [{ name: 'Marked', extends: ['dmn:DMNElement'], properties: [{ name: 'ref', isAttr: true, type: 'String' }] }],
};

export const dmnModdle = (): DmnModdle => new DmnModdle({ yimen });
