import { Guide, type QuestionView } from '@yimen/contract';
import { expect, type Page } from '@playwright/test';

const person = {
  kind: 'naturalPerson',
  name: '演示申请人',
  paper: 'residentId',
  paperNumber: '410108199003070017',
  phone: '0372-0000123',
};
const organisation = {
  kind: 'organisation',
  name: '安阳演示建设有限公司',
  creditCode: '91410500MA0000000F',
  legalRepresentative: '演示法人',
  contactName: '演示联系人',
  phone: '0372-0000456',
};

const ANSWERS: Readonly<Record<QuestionView['type'], (question: QuestionView) => string | number | boolean>> = {
  text: () => '演示填写',
  longText: () => '演示填写',
  number: () => 120,
  day: () => '2027-03-01',
  choice: ({ options }) => options?.[0] ?? '',
  yesNo: () => false,
};

function answersTo({ detail }: Guide): object {
  const questions = (detail?.form ?? []).flatMap((group) => group.questions);
  return Object.fromEntries(questions.map((question) => [question.id, ANSWERS[question.type](question)]));
}

interface Received {
  readonly itemId: string;
  /** How many of the item's materials stay at home. */
  readonly without?: number;
  /** What the window does at once after receiving. */
  readonly then?: readonly object[];
}

interface TakenIn {
  readonly caseId: string;
  readonly number: string;
  readonly queryCode?: string;
}

/** As {@link takeIn}; the case's id. */
export const receive = async (page: Page, received: Received): Promise<string> => (await takeIn(page, received)).caseId;

/** Takes in a case at the counter as whoever is signed in on this page, over the API the screen uses. */
export async function takeIn(page: Page, { itemId, without = 0, then = [] }: Received): Promise<TakenIn> {
  const guide = Guide.parse(await (await page.request.get(`/api/v1/items/410500/${itemId}`)).json());
  const listed = guide.detail?.materials ?? [];
  const materials = listed.slice(0, listed.length - without).map(({ id, copies, form, acceptanceRules }) => ({
    requirementId: id,
    copies: Math.max(1, copies),
    form,
    rulesMet: acceptanceRules.map((_, index) => index),
  }));
  const applicant = guide.detail?.serves.includes('organisation') === true ? organisation : person;
  const file = { type: 'file', itemId, applicant, answers: answersTo(guide), materials, channel: 'window' };
  const commands = [file, { type: 'receive', materials }, ...then];
  return sent(page, '/api/v1/desk/cases', { commands });
}

/** Does acts on a case as whoever is signed in on this page, at the revision it has now. */
export async function does(page: Page, caseId: string, ...commands: readonly object[]): Promise<void> {
  const path = `/api/v1/desk/cases/${caseId}`;
  const { revision } = (await (await page.request.get(path)).json()) as { readonly revision: number };
  await sent(page, `${path}/acts`, { revision, commands });
}

async function sent(page: Page, path: string, body: object): Promise<TakenIn> {
  const commandId = crypto.randomUUID().replaceAll('-', '');
  const answer = await page.request.post(path, { data: { commandId, ...body } });
  expect(answer.status(), await answer.text()).toBeLessThan(300);
  return (await answer.json()) as TakenIn;
}

/** The screen of a case by its address. */
export async function show(page: Page, caseId: string): Promise<void> {
  await page.goto(`/desk/cases/${caseId}`);
  await expect(page.locator('#acts')).toBeVisible();
}
