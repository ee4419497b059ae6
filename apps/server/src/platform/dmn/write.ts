import { hitPolicies, type DecisionRule, type DecisionTable } from '@yimen/core/catalogue';
import type { DmnModdle, ModdleElement } from 'dmn-moddle';
import { ncName, type BpmnHead } from '../bpmn/index.ts';
import { dmnModdle } from './moddle.ts';

/** The discretion tables of an item as DMN 1.3 XML, one decision each; dmn-moddle writes it. */
export async function writeDmn(tables: readonly DecisionTable[], head: BpmnHead): Promise<string> {
  const moddle = dmnModdle();
  const definitions = moddle.create('dmn:Definitions', {
    id: `definitions.${ncName(head.id)}`,
    name: `${head.name} v${String(head.version)}`,
    namespace: 'urn:yimen:discretion',
    exporter: 'Yimen',
    drgElement: tables.map((table) => decision(moddle, table)),
  });
  return (await moddle.toXML(definitions, { format: true })).xml;
}

function decision(moddle: DmnModdle, table: DecisionTable): ModdleElement {
  const { id, name, hitPolicy, inputs, outputs, rules } = table;
  const own = (kind: string, ref: string) => ({ id: ncName(`${kind}.${id}.${ref}`), 'yimen:ref': ref });
  const logic = moddle.create('dmn:DecisionTable', {
    id: ncName(`table.${id}`),
    hitPolicy: hitPolicies[hitPolicy].dmn,
    input: inputs.map(({ id: ref, label, expression }) =>
      moddle.create('dmn:InputClause', {
        ...own('input', ref),
        label,
        inputExpression: moddle.create('dmn:LiteralExpression', { text: expression }),
      }),
    ),
    output: outputs.map(({ id: ref, label }) =>
      moddle.create('dmn:OutputClause', { ...own('output', ref), name: ref, label }),
    ),
    rule: rules.map((rule) => ruleElement(moddle, rule, own('rule', rule.id))),
  });
  return moddle.create('dmn:Decision', { id: ncName(`decision.${id}`), 'yimen:ref': id, name, decisionLogic: logic });
}

function ruleElement(moddle: DmnModdle, { when, then, note }: DecisionRule, own: object): ModdleElement {
  return moddle.create('dmn:DecisionRule', {
    ...own,
    ...(note === undefined ? {} : { description: note }),
    inputEntry: when.map((text) => moddle.create('dmn:UnaryTests', { text })),
    outputEntry: then.map((text) => moddle.create('dmn:LiteralExpression', { text })),
  });
}
