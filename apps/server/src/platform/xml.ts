import { refuse, ok, type Result, type Words } from '@yimen/kernel';
import { SaxesParser } from 'saxes';

/** Where a text stops being XML that is read here, and why. */
export interface XmlProblem {
  readonly line: number;
  readonly column: number;
  readonly words: Words;
}

/** Bytes: more than anybody draws. */
export const LARGEST_XML = 2 * 1_048_576;

/**
 * The text of an XML file that may be given to a reader: UTF-8, of a size a person draws, well formed, and without a document type,
 * so that nothing outside it is ever fetched and nothing inside grows (XXE, “billion laughs”).
 */
export function plainXml(bytes: Uint8Array): Result<string, XmlProblem> {
  const at = { line: 1, column: 1 };
  if (bytes.byteLength > LARGEST_XML)
    return refuse({ ...at, words: { zh: '文件超过 2 MB', en: 'the file is larger than 2 MB' } });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse({ ...at, words: { zh: '文字编码不是 UTF-8', en: 'the text is not UTF-8' } });
  }
  const problem = firstProblem(text);
  return problem === undefined ? ok(text) : refuse(problem);
}

function firstProblem(text: string): XmlProblem | undefined {
  const parser = new SaxesParser();
  let found: XmlProblem | undefined;
  const tell = (words: Words): void => {
    found ??= { line: parser.line, column: parser.column + 1, words };
  };
  parser.on('doctype', () =>
    tell({ zh: '不得含有文档类型声明（DOCTYPE）', en: 'a document type (DOCTYPE) is not taken' }),
  );
  parser.on('error', (error) => {
    const why = error.message.replace(/^\d+:\d+: /, '');
    tell({ zh: `XML 格式有误：${why}`, en: `the XML is malformed: ${why}` });
  });
  parser.write(text).close();
  return found;
}
