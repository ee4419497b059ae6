/** The part of bpmn-moddle that Yimen uses; the package ships types of the elements only. See `paths` in tsconfig.base.json. */
export interface ModdleElement {
  readonly $type: string;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

export interface ModdleWarning {
  readonly message: string;
}

export class BpmnModdle {
  constructor(packages?: Readonly<Record<string, object>>);
  create(type: string, attributes?: Readonly<Record<string, unknown>>): ModdleElement;
  toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
  fromXML(
    xml: string,
  ): Promise<{ readonly rootElement: ModdleElement; readonly warnings: readonly { readonly message: string }[] }>;
}
