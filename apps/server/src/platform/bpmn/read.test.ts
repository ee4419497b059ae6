import { flowOf, procedureFrom, type DrawingFinding, type Procedure, type ServiceItem } from '@yimen/core/catalogue';
import { authorityId } from '@yimen/core/people';
import { items } from '@yimen/demo';
import type { Result } from '@yimen/kernel';
import { describe, expect, test } from 'vitest';
import { readBpmn, writeBpmn, type BpmnProblem } from './index.ts';

const exported = (item: ServiceItem): Promise<string> =>
  writeBpmn(
    flowOf(item, (authority) => `${authority}局`),
    item,
  );
const authorityOf = (lane: string) => (lane.endsWith('局') ? authorityId(lane.slice(0, -1)) : undefined);

async function bring(xml: string, item: ServiceItem): Promise<Result<Procedure, BpmnProblem>> {
  const drawn = await readBpmn(Buffer.from(xml));
  if (!drawn.ok) return drawn;
  const made = procedureFrom(drawn.value, item, authorityOf);
  return made.ok ? made : { ok: false, error: { findings: made.error } };
}
const found = (brought: Result<Procedure, BpmnProblem>): readonly DrawingFinding[] =>
  !brought.ok && 'findings' in brought.error ? brought.error.findings : [];
const told = (brought: Result<Procedure, BpmnProblem>): readonly string[] =>
  found(brought).map(({ code, element, article = '' }) => `${code} @ ${element} ${article}`.trim());

describe.each(items.map((item) => [item.id, item] as const))('the drawing of %s', (_id, item) => {
  test('comes back as the procedure it was made of', async () => {
    const blank = {
      ...item,
      procedure: { ...item.procedure, specialProcedures: [], examination: [unknownStep] as const },
    };
    expect(await bring(await exported(item), blank)).toEqual({ ok: true, value: item.procedure });
  });
});

const unknownStep = { kind: 'step', id: 'nobodys', name: '无', duty: 'examination', limitDays: 1 } as const;
const item = { ...(items[0] as ServiceItem), handling: 'promised' as const };

interface Task {
  readonly id: string;
  readonly name: string;
}
/** A drawing as people make it in bpmn.io: tasks one after another, with the branches of Art. 32 and 38. */
function drawnBy(
  tasks: readonly Task[],
  more: { readonly refusal?: string; readonly lanes?: string; readonly serve?: string } = {},
): string {
  const { refusal = '<bpmn:task id="no" name="不予许可决定书（说明理由）" />', lanes = '', serve = '送达' } = more;
  const chain = ['start', 'receive', ...tasks.map(({ id }) => id), 'outcome'];
  const lines = chain.slice(1).map((to, at) => [chain[at] ?? '', to] as const);
  const ways = [
    ...lines,
    ['outcome', 'yes'],
    ['outcome', 'no'],
    ['yes', 'serve'],
    ['no', 'serve'],
    ['serve', 'end'],
  ] as const;
  const has = (id: string): boolean => id !== 'no' || refusal !== '';
  const flows = ways.filter(([from, to]) => has(from) && has(to));
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="http://bpmn.io/schema/bpmn">
<bpmn:process id="p">${lanes}<bpmn:startEvent id="start" /><bpmn:userTask id="receive" name="收件受理" />
${tasks.map(({ id, name }) => `<bpmn:userTask id="${id}" name="${name}" />`).join('\n')}
<bpmn:exclusiveGateway id="outcome" /><bpmn:task id="yes" name="制发许可证" />${refusal}
<bpmn:task id="serve" name="${serve}" /><bpmn:endEvent id="end" />
${flows.map(([from, to]) => `<bpmn:sequenceFlow id="f_${from}_${to}" sourceRef="${from}" targetRef="${to}" />`).join('\n')}
</bpmn:process></bpmn:definitions>`;
}
const examine = { id: 'a', name: '审查（5个工作日）' };
const approve = { id: 'b', name: '核准（2个工作日）' };
const decide = { id: 'c', name: '作出决定' };
const lawful = [examine, approve, decide];

describe('a drawing by somebody else', () => {
  test('is read by the names of its tasks, their working days and lanes', async () => {
    const lanes =
      '<bpmn:laneSet id="ls"><bpmn:lane id="l" name="fire局"><bpmn:flowNodeRef>a</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>';
    expect(await bring(drawnBy(lawful, { lanes }), item)).toMatchObject({
      value: {
        examination: [
          { id: 'a', name: '审查（5个工作日）', duty: 'examination', limitDays: 5, authority: 'fire' },
          { id: 'b', duty: 'approval', limitDays: 2 },
        ],
        specialProcedures: [],
      },
    });
  });

  test.each<readonly [string, string, string]>([
    [
      'decided before it was examined',
      'decided_unexamined @ c 行政许可法第三十四条、第三十七条',
      drawnBy([decide, examine, approve]),
    ],
    ['not approved by a second person', 'approval_missing @ c', drawnBy([examine, decide])],
    [
      'inspected by one officer',
      'one_inspector @ a 行政许可法第三十四条第三款',
      drawnBy([{ id: 'a', name: '现场核查（1名工作人员，5个工作日）' }, approve, decide]),
    ],
    [
      'approved by whoever received',
      'receiver_approves @ b',
      drawnBy(lawful, {
        lanes:
          '<bpmn:laneSet id="ls"><bpmn:lane id="l" name="窗口"><bpmn:flowNodeRef>receive</bpmn:flowNodeRef><bpmn:flowNodeRef>b</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>',
      }),
    ],
    ['ended without being served', 'service_missing @ c 行政许可法第四十四条', drawnBy(lawful, { serve: '归档' })],
    ['never refused', 'refusal_missing @ c 行政许可法第三十八条第二款', drawnBy(lawful, { refusal: '' })],
    [
      'refused without a reason',
      'refusal_unreasoned @ no 行政许可法第三十八条第二款',
      drawnBy(lawful, { refusal: '<bpmn:task id="no" name="不予许可" />' }),
    ],
    [
      'without receipt',
      'receipt_missing @ start 行政许可法第三十二条',
      drawnBy(lawful).replace('name="收件受理"', 'name="初审（1个工作日）"'),
    ],
    ['a step without days', 'limit_missing @ a', drawnBy([{ id: 'a', name: '审查' }, approve, decide])],
    [
      'a subprocess',
      'unsupported @ a',
      drawnBy(lawful).replace('<bpmn:userTask id="a" name="审查（5个工作日）" />', '<bpmn:subProcess id="a" />'),
    ],
  ])('%s is refused at its element', async (_what, finding, xml) => {
    expect(told(await bring(xml, item))).toContain(finding);
  });

  test('what goes round and round is refused', async () => {
    const round = drawnBy(lawful).replace('targetRef="b"', 'targetRef="a"');
    expect(told(await bring(round, item)).length).toBeGreaterThan(0);
  });
});

describe('what is no plain XML', () => {
  const problem = async (text: string): Promise<unknown> => {
    const read = await readBpmn(Buffer.from(text));
    return read.ok ? undefined : read.error;
  };
  test('a document type is refused with its line, and nothing it names is fetched', async () => {
    const xxe = '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<a>&x;</a>';
    expect(await problem(xxe)).toMatchObject({ line: 2, words: { zh: '不得含有文档类型声明（DOCTYPE）' } });
  });
  test('broken XML is refused with line and column', async () => {
    expect(await problem('<a>\n  <b></a>')).toMatchObject({ line: 2 });
  });
  test('a giant is refused by its size', async () => {
    expect(await problem(`<a>${' '.repeat(2_200_000)}</a>`)).toMatchObject({ words: { zh: '文件超过 2 MB' } });
  });
  test('other XML holds no process', async () => {
    expect(await problem('<a/>')).toMatchObject({ findings: [{ code: 'start_missing' }] });
  });
});
