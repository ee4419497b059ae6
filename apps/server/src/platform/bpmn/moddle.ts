import { BpmnModdle } from 'bpmn-moddle';

const NAMES = [
  'part',
  'ref',
  'duty',
  'limitDays',
  'authority',
  'risk',
  'procedure',
  'basis',
  'plannedDays',
  'stopsStatutory',
  'stopsPromise',
  'namedLaw',
  'officers',
] as const;

/** Attributes of our own on BPMN's shapes, in a namespace of their own: other tools keep them and show nothing of them. */
const yimen = {
  name: 'Yimen',
  uri: 'urn:yimen:procedure:1',
  prefix: 'yimen',
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    {
      name: 'Marked',
      extends: ['bpmn:FlowNode'],
      properties: NAMES.map((name) => ({ name, isAttr: true, type: 'String' })),
    },
  ],
};

export const bpmnModdle = (): BpmnModdle => new BpmnModdle({ yimen });
export const markNames: readonly string[] = NAMES;
