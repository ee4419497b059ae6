import type { ConditionNode } from './expression.ts';
import { measureWords, valueWords } from './measureWords.ts';
import type { SignalName } from './measures.ts';
import type { Words } from './words.ts';

const SIGNS: { readonly [sign: string]: Words } = {
  and: { zh: '，并且', en: ' and ' },
  or: { zh: '，或者', en: ' or ' },
  '=': { zh: '是', en: ' is ' },
  '!=': { zh: '不是', en: ' is not ' },
  '<': { zh: '小于 ', en: ' is less than ' },
  '<=': { zh: '不大于 ', en: ' is at most ' },
  '>': { zh: '大于 ', en: ' is more than ' },
  '>=': { zh: '不小于 ', en: ' is at least ' },
  '+': { zh: ' 加 ', en: ' plus ' },
  '-': { zh: ' 减 ', en: ' minus ' },
  '*': { zh: ' 乘 ', en: ' times ' },
  '/': { zh: ' 除以 ', en: ' divided by ' },
};
const ALWAYS: Words = { zh: '出现即适用', en: 'whenever it occurs' };

/** A condition as a sentence: 清单以外的材料数大于 0. */
export function conditionWords(signal: SignalName, node: ConditionNode): Words {
  const inner = (one: ConditionNode): Words => conditionWords(signal, one);
  switch (node.node) {
    case 'number':
      return { zh: String(node.value), en: String(node.value) };
    case 'text':
      return valueWords(node.value);
    case 'truth':
      return node.value ? ALWAYS : { zh: '从不适用', en: 'never' };
    case 'name':
      return measureWords(signal, node.name);
    case 'not': {
      if (node.of.node === 'name') return measureWords(signal, node.of.name, true);
      const of = inner(node.of);
      return { zh: `以下不成立：${of.zh}`, en: `it is not so that ${of.en}` };
    }
    case 'bracket': {
      const of = inner(node.of);
      return { zh: `（${of.zh}）`, en: `(${of.en})` };
    }
    case 'pair': {
      const [left, right, sign] = [inner(node.left), inner(node.right), SIGNS[node.sign] ?? { zh: '', en: '' }];
      return { zh: `${left.zh}${sign.zh}${right.zh}`, en: `${left.en}${sign.en}${right.en}` };
    }
    default:
      return node satisfies never;
  }
}
