import type { Caller } from './callers.ts';
import type { Seeded } from './cases.ts';
import type { Answer } from './rules.ts';

/** One answer of the running server. */
export interface Seen {
  readonly route: string;
  readonly caller: string;
  readonly label: string;
  readonly answer: Answer;
}

const ANSWERS: readonly Answer[] = ['let in', 'hidden', 'not your role', 'sign in'];
const cells = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  cells(head),
  cells(head.map(() => '---')),
  ...rows.map(cells),
  '',
];

/** What a running server answered, as a page for people: every route in short, those that name a case in full. */
export function matrixPage(
  seen: readonly Seen[],
  who: { readonly callers: readonly Caller[]; readonly cases: readonly Seeded[] },
): string {
  const byRoute = Map.groupBy(seen, ({ route }) => route);
  const routes = [...byRoute].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [
    '# 谁看得到什么 / Who gets to see what',
    '',
    '由 `npm run docs:refusals` 从运行中的服务器的实际答复生成，请勿手改。 Made by `npm run docs:refusals` from what a running server answered; do not edit.',
    '',
    'let in：放行（是否能办还要看授权书和阶段）；hidden：404，与不存在无异；not your role：403；sign in：401。 `let in`: past the door (whether the act may be done is asked of the authorisation and the stage); `hidden`: 404, as if there were none; `not your role`: 403; `sign in`: 401.',
    '',
    `## 全部路由 / Every route (${String(routes.length)})`,
    '',
    '数字为得到该答复的调用者人数。 Numbers of callers who got the answer.',
    '',
    ...table(
      ['route', ...ANSWERS],
      routes.map(([route, answers]) => [`\`${route}\``, ...ANSWERS.map((answer) => countOf(answers, answer))]),
    ),
    ...routes.filter(([route]) => /:(caseId|cardId|number)|urgings/.test(route)).flatMap((of) => fullTable(of, who)),
  ].join('\n');
}

function countOf(seen: readonly Seen[], answer: Answer): string {
  const { size } = new Set(seen.filter((one) => one.answer === answer).map(({ caller }) => caller));
  return size === 0 ? '' : String(size);
}

function fullTable(
  [route, seen]: readonly [string, readonly Seen[]],
  { callers, cases }: { readonly callers: readonly Caller[]; readonly cases: readonly Seeded[] },
): readonly string[] {
  const answered = Map.groupBy(seen, ({ caller, label }) => `${caller}\n${label}`);
  const cell = (caller: string, label: string): string => {
    const answers = (answered.get(`${caller}\n${label}`) ?? []).map(({ answer }) => answer);
    return [...new Set(answers)].join(', ');
  };
  const rows = callers.map(({ name }) => [name, ...cases.map(({ label }) => cell(name, label))]);
  return [`## \`${route}\``, '', ...table(['caller', ...cases.map(({ label }) => label)], rows)];
}
