import { ok, refuse, type Result } from '@yimen/kernel';
import { dueAfter, type Deadline } from '@yimen/core/clock';
import type { ClockFlags } from './clock-flags.ts';
import { ask, inputError, readQuestion, type Question, type RawQuestion } from './clock-input.ts';
import { exitCodes, type InputError, type Io } from './command.ts';

/** Characters gathered before they are written: one system call for some six hundred lines. */
const FLUSH_AT = 65_536;

const isObject = (value: unknown): value is RawQuestion =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseLine(line: string): Result<Question, InputError> {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? readQuestion(value) : refuse(inputError('line', 'not_an_object'));
  } catch {
    return refuse(inputError('line', 'not_json'));
  }
}

/**
 * Splits chunks into lines wherever the chunks end; takes CRLF, a byte order mark and a last line without its end. Empty lines are dropped.
 */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let rest = '';
  let first = true;
  for await (const chunk of chunks) {
    const text = first && chunk.startsWith('\uFEFF') ? chunk.slice(1) : chunk;
    first = false;
    const lines = text.split('\n');
    lines[0] = rest + (lines[0] ?? '');
    rest = lines.pop() ?? '';
    yield lines;
  }
  yield [rest];
}

/**
 * Answers one line per question, in order, and carries on after a bad one; the exit code then says that some could not be answered.
 * Waits for the reader, so that memory does not grow with the input.
 */
export async function runBatch(flags: ClockFlags, io: Io, print: (deadline: Deadline) => string): Promise<number> {
  let [output, failures] = ['', 0];
  const answer = (line: string): Result<Deadline, InputError> => {
    const question = parseLine(line);
    if (!question.ok) return question;
    const deadline = ask(
      question.value,
      (counting, options) => dueAfter(counting, flags.calendar, options),
      flags.options,
    );
    return deadline.ok ? ok(deadline.value) : deadline;
  };
  for await (const lines of linesOf(io.input())) {
    for (const line of lines) {
      if (line.trim() === '') continue;
      const result = answer(line);
      if (!result.ok) failures += 1;
      output += `${result.ok ? print(result.value) : JSON.stringify({ error: result.error })}\n`;
      if (output.length < FLUSH_AT) continue;
      await io.write(output);
      output = '';
    }
  }
  if (output !== '') await io.write(output);
  return failures === 0 ? exitCodes.done : exitCodes.refused;
}
