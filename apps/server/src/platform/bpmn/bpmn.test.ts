import { flowOf, layoutFlow, type Flow, type ServiceItem } from '@yimen/core/catalogue';
import { items } from '@yimen/demo';
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { describe, expect, test } from 'vitest';
import { ncName, writeBpmn } from './index.ts';

const flowIn = (item: ServiceItem): Flow => flowOf(item, (authority) => authority);
const listOf = (element: ModdleElement, name: string) => element.get(name) as readonly ModdleElement[];

describe.each(items.map((item) => [item.id, item] as const))('the BPMN of %s', (_id, item) => {
  test('is read back without a warning, with every shape, line, lane and place', async () => {
    const flow = flowIn(item);
    const { rootElement, warnings } = await new BpmnModdle().fromXML(await writeBpmn(flow, item));
    expect(warnings).toEqual([]);
    const [collaboration, process] = listOf(rootElement, 'rootElements');
    if (collaboration === undefined || process === undefined) throw new Error('a part is missing');
    expect(listOf(process, 'flowElements')).toHaveLength(flow.nodes.length + flow.edges.length);
    const [diagram] = listOf(rootElement, 'diagrams');
    const plane = diagram?.get('plane') as ModdleElement;
    const { lanes, nodes, edges } = layoutFlow(flow);
    expect(listOf(plane, 'planeElement')).toHaveLength(1 + lanes.length + nodes.length + edges.length);
    const ids = new Set(flow.nodes.map(({ id }) => ncName(id)));
    expect(ids.size).toBe(flow.nodes.length);
  });
});

test('a condition goes out as FEEL, with the way round it left open', async () => {
  const item = items.find(({ procedure }) => procedure.examination.some(({ kind }) => kind === 'when'));
  if (item === undefined) throw new Error('no demonstration item has a condition');
  const xml = await writeBpmn(flowIn(item), item);
  expect(xml).toMatch(/<bpmn:conditionExpression[^>]*language="[^"]*FEEL/);
  expect(xml.match(/<bpmn:conditionExpression/g)).toHaveLength(1);
});

test('names with the signs of XML come back as they were', async () => {
  const item = { ...items[0], name: '<b>甲 & "乙"</b>' } as ServiceItem;
  const { rootElement } = await new BpmnModdle().fromXML(await writeBpmn(flowIn(item), item));
  const participant = listOf(listOf(rootElement, 'rootElements')[0] as ModdleElement, 'participants')[0];
  expect(participant?.get('name')).toBe('<b>甲 & "乙"</b>');
});

test('ids become XML names', () => {
  expect([ncName('step:审核'), ncName('1a'), ncName('a b')]).toEqual(['step._23457_26680', '_1a', 'a_32b']);
});
