import { useSay } from '@yimen/ui';
import { useRouteLoaderData } from 'react-router';
import type { Route } from './+types/apply.who.ts';
import { checkWho } from '../features/apply/checks.ts';
import { actOnPage, type PageAnswer } from '../features/apply/page.ts';
import { PageForm } from '../features/apply/PageForm.tsx';
import { orKept, type OrKept } from '../features/keep/orKept.ts';
import { pageNames } from '../features/apply/names.ts';
import { Choice } from '../features/shell/fields.tsx';
import type { loader as applyLoader } from './apply.tsx';

export async function action(args: Route.ActionArgs): Promise<PageAnswer | Response> {
  return actOnPage(args, {
    draftId: args.params.draftId,
    path: 'who',
    into: 'applicant',
    names: () => pageNames.who,
    check: (content) => checkWho(content.applicant),
  });
}

const kinds = {
  naturalPerson: { zh: '个人', en: 'A person' },
  organisation: { zh: '单位（企业、事业单位、社会组织等）', en: 'An organisation' },
} as const;

export const clientAction = (args: Route.ClientActionArgs): OrKept<PageAnswer> => orKept(args);

export default function Who({ actionData }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const applying = useRouteLoaderData<typeof applyLoader>('routes/apply');
  const errors = actionData?.errors ?? [];
  if (applying === undefined) return <></>;
  const { applicant } = applying.draft.content;
  return (
    <PageForm title={{ zh: '谁来申请', en: 'Who applies' }} back="" part="applicant" errors={errors}>
      <Choice
        name="kind"
        legend={say({ zh: '申请人是', en: 'The applicant is' })}
        value={applicant['kind'] ?? (applying.detail.serves.length === 1 ? (applying.detail.serves[0] ?? '') : '')}
        options={applying.detail.serves.map((kind) => ({ value: kind, label: say(kinds[kind]) }))}
        errors={errors}
      />
      <Choice
        name="hasAgent"
        legend={say({ zh: '由代理人办理吗？', en: 'Does an agent act for the applicant?' })}
        hint={say({
          zh: '申请人可以委托代理人提出申请（《行政许可法》第二十九条）。',
          en: 'An applicant may appoint an agent (Administrative Licensing Law, Art. 29).',
        })}
        value={applicant['hasAgent'] ?? ''}
        options={[
          { value: 'no', label: say({ zh: '申请人自己办', en: 'No' }) },
          { value: 'yes', label: say({ zh: '代理人办', en: 'Yes' }) },
        ]}
        errors={errors}
      />
    </PageForm>
  );
}
