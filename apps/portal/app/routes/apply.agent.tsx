import { useSay } from '@yimen/ui';
import { useRouteLoaderData } from 'react-router';
import type { Route } from './+types/apply.agent.ts';
import { checkAgent } from '../features/apply/checks.ts';
import { IdentityFields, TextField } from '../features/apply/IdentityFields.tsx';
import { actOnPage, type PageAnswer } from '../features/apply/page.ts';
import { PageForm } from '../features/apply/PageForm.tsx';
import { orKept, type OrKept } from '../features/keep/orKept.ts';
import { pageNames } from '../features/apply/names.ts';
import type { loader as applyLoader } from './apply.tsx';

export async function action(args: Route.ActionArgs): Promise<PageAnswer | Response> {
  return actOnPage(args, {
    draftId: args.params.draftId,
    path: 'agent',
    into: 'applicant',
    names: () => pageNames.agent,
    check: (content) => checkAgent(content.applicant),
  });
}

export const clientAction = (args: Route.ClientActionArgs): OrKept<PageAnswer> => orKept(args);

export default function AgentPage({ actionData }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const applying = useRouteLoaderData<typeof applyLoader>('routes/apply');
  const errors = actionData?.errors ?? [];
  if (applying === undefined) return <></>;
  const typed = applying.draft.content.applicant;
  return (
    <PageForm title={{ zh: '代理人信息', en: 'The agent' }} back="applicant" part="applicant" errors={errors}>
      <IdentityFields prefix="agent" typed={typed} errors={errors} />
      <TextField
        name="agentMandate"
        label={say({ zh: '委托书：委托事项和期限', en: 'Mandate: what for and until when' })}
        hint={say({
          zh: '例如：代办施工许可的申请、补正和领取，至 2026 年 12 月 31 日',
          en: 'For example: to file, correct and collect, until 31 December 2026',
        })}
        typed={typed}
        errors={errors}
      />
    </PageForm>
  );
}
