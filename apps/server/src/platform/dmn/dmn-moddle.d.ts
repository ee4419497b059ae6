import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';

export type { ModdleElement };

/** The part of dmn-moddle that Yimen uses; the package ships no types. See `paths` in tsconfig.base.json. */
export class DmnModdle extends BpmnModdle {}
