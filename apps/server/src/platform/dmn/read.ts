import { hitPolicies, type DecisionRule, type DecisionTable, type HitPolicy } from '@yimen/core/catalogue';
import { ok, refuse, type Result, type Words } from '@yimen/kernel';
import type { ModdleElement } from 'dmn-moddle';
import { plainXml, type XmlProblem } from '../xml.ts';
import { dmnModdle } from './moddle.ts';

/**
 * Discretion tables of a DMN file (1.3) as the decisions in it stand. Refused with the line of what is no decision table, of a hit policy other than U, A, F
 * and C without aggregation, or of a rule with more or fewer cells than columns.
 */
export async function readDmn(bytes: Uint8Array): Promise<Result<readonly DecisionTable[], XmlProblem>> {
  const text = plainXml(bytes);
  if (!text.ok) return text;
  const at = (element: ModdleElement, words: Words): Result<never, XmlProblem> =>
    refuse({ ...placeOf(text.value, textOf(element, 'id')), words });
  const root = await rootOf(text.value);
  const decisions =
    root === undefined ? [] : listOf(root, 'drgElement').filter(({ $type }) => $type === 'dmn:Decision');
  if (decisions.length === 0)
    return refuse({
      line: 1,
      column: 1,
      words: { zh: '文件中没有 DMN 1.3 决策表', en: 'there is no DMN 1.3 decision in the file' },
    });
  const tables: DecisionTable[] = [];
  for (const decision of decisions) {
    const logic = partOf(decision, 'decisionLogic');
    if (logic?.$type !== 'dmn:DecisionTable')
      return at(decision, { zh: '决策不是决策表，不能表示', en: 'the decision is no table' });
    const table = tableOf(decision, logic);
    if ('words' in table) return at(table.element, table.words);
    tables.push(table);
  }
  return ok(tables);
}

async function rootOf(text: string): Promise<ModdleElement | undefined> {
  try {
    return (await dmnModdle().fromXML(text)).rootElement;
  } catch {
    // Plain XML of another kind: there is no decision in it.
    return undefined;
  }
}

const listOf = (element: ModdleElement, name: string): readonly ModdleElement[] => {
  const list = element.get(name);
  return Array.isArray(list) ? (list as readonly ModdleElement[]) : [];
};
const textOf = (element: ModdleElement | undefined, name: string): string => {
  const text = element?.get(name);
  return typeof text === 'string' ? text : '';
};
const partOf = (element: ModdleElement, name: string): ModdleElement | undefined => {
  const part = element.get(name);
  return typeof part === 'object' && part !== null ? (part as ModdleElement) : undefined;
};
const refOf = (element: ModdleElement): string => textOf(element, 'yimen:ref') || textOf(element, 'id');

/** Where an element of an id begins, for the person who has the file open. */
function placeOf(text: string, id: string): Pick<XmlProblem, 'line' | 'column'> {
  const before = text.slice(0, Math.max(0, text.indexOf(`id="${id}"`))).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

interface Fault {
  readonly element: ModdleElement;
  readonly words: Words;
}

const policies = Object.entries(hitPolicies).map(([policy, { dmn }]) => [dmn as string, policy as HitPolicy] as const);

function tableOf(decision: ModdleElement, logic: ModdleElement): DecisionTable | Fault {
  const asked = textOf(logic, 'hitPolicy') || 'UNIQUE';
  const hitPolicy = new Map(policies).get(asked);
  if (hitPolicy === undefined || textOf(logic, 'aggregation') !== '')
    return { element: logic, words: { zh: `不支持命中策略 ${asked}`, en: `the hit policy ${asked} is not supported` } };
  const [inputs, outputs, rules] = [listOf(logic, 'input'), listOf(logic, 'output'), listOf(logic, 'rule')];
  const torn = rules.find(
    (rule) =>
      listOf(rule, 'inputEntry').length !== inputs.length || listOf(rule, 'outputEntry').length !== outputs.length,
  );
  if (torn !== undefined)
    return {
      element: torn,
      words: { zh: '规则的单元格数与列数不符', en: 'the rule has more or fewer cells than columns' },
    };
  return {
    id: refOf(decision),
    name: textOf(decision, 'name'),
    hitPolicy,
    inputs: inputs.map((input) => ({
      id: refOf(input),
      label: textOf(input, 'label'),
      expression: textOf(partOf(input, 'inputExpression'), 'text'),
    })),
    outputs: outputs.map((output) => ({
      id: textOf(output, 'name') || refOf(output),
      label: textOf(output, 'label') || textOf(output, 'name'),
    })),
    rules: rules.map(ruleOf),
  };
}

function ruleOf(rule: ModdleElement): DecisionRule {
  const note = textOf(rule, 'description');
  const cells = (name: string): readonly string[] => listOf(rule, name).map((entry) => textOf(entry, 'text'));
  return {
    id: refOf(rule),
    when: cells('inputEntry').map((test) => (test.trim() === '' ? '-' : test)),
    then: cells('outputEntry'),
    ...(note === '' ? {} : { note }),
  };
}
