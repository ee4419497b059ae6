const LONGEST = 500;
/**
 * A condition looks at the answers and nothing else. What reads the machine's clock would give another answer tomorrow;
 * loops and patterns could keep a server busy for as long as their author likes.
 */
const FORBIDDEN =
  /\b(now|today|random number|matches|replace|split|for|some|every|function|external)\b(?=\s*\(|\s+\w+\s+(in|satisfies)\b)/;
/** A span of numbers is a loop in an expression, and only a span in a cell of a table (`[1..5]`). */
const SPAN = '..';

/** Why an expression may not be run at all; undefined where it may. */
export function refusedIn(
  expression: string,
  kind: 'condition' | 'value' | 'test',
): { readonly zh: string; readonly en: string } | undefined {
  if (expression.length > LONGEST) {
    return { zh: `超过${String(LONGEST)}个字符`, en: `longer than ${String(LONGEST)} characters` };
  }
  const plain = withoutText(expression);
  const [forbidden] = FORBIDDEN.exec(plain) ?? (kind !== 'test' && plain.includes(SPAN) ? [SPAN] : []);
  return forbidden === undefined ? undefined : { zh: `不得使用 ${forbidden}`, en: `may not use ${forbidden}` };
}

/** Quoted text may say anything. */
function withoutText(expression: string): string {
  return expression.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
}
