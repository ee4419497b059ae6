import { useSay, type Words } from '@yimen/ui';
import { useRouteLoaderData } from 'react-router';
import type { Route } from './+types/apply.applicant.ts';
import { checkApplicant } from '../features/apply/checks.ts';
import { IdentityFields, TextField } from '../features/apply/IdentityFields.tsx';
import { journeyOf, pathBefore } from '../features/apply/journey.ts';
import { kindOf } from '../features/apply/kind.ts';
import { actOnPage, type PageAnswer } from '../features/apply/page.ts';
import { PageForm } from '../features/apply/PageForm.tsx';
import { orKept, type OrKept } from '../features/keep/orKept.ts';
import { pageNames } from '../features/apply/names.ts';
import type { FieldError } from '../features/shell/fields.tsx';
import type { loader as applyLoader } from './apply.tsx';

export async function action(args: Route.ActionArgs): Promise<PageAnswer | Response> {
  return actOnPage(args, {
    draftId: args.params.draftId,
    path: 'applicant',
    into: 'applicant',
    names: () => pageNames.applicant,
    check: (content, { detail }) => checkApplicant(content.applicant, detail),
  });
}

export const clientAction = (args: Route.ClientActionArgs): OrKept<PageAnswer> => orKept(args);

export default function ApplicantPage({ actionData }: Route.ComponentProps): React.JSX.Element {
  const say = useSay();
  const applying = useRouteLoaderData<typeof applyLoader>('routes/apply');
  const errors = actionData?.errors ?? [];
  if (applying === undefined) return <></>;
  const { draft, detail } = applying;
  const typed = draft.content.applicant;
  return (
    <PageForm
      title={{ zh: '申请人信息', en: 'The applicant' }}
      back={pathBefore(journeyOf(detail, draft.content), 'applicant')}
      part="applicant"
      errors={errors}
    >
      {kindOf(typed, detail) === 'organisation' ? (
        <OrganisationFields typed={typed} errors={errors} />
      ) : (
        <IdentityFields prefix="" typed={typed} errors={errors} />
      )}
      <TextField
        name="address"
        label={say({ zh: '联系地址', en: 'Address' })}
        typed={typed}
        errors={errors}
        optional
        autoComplete="street-address"
      />
    </PageForm>
  );
}

const organisationFields: readonly {
  readonly name: string;
  readonly label: Words;
  readonly hint?: Words;
  readonly autoComplete?: string;
}[] = [
  { name: 'name', label: { zh: '单位名称', en: 'Organisation' }, autoComplete: 'organization' },
  {
    name: 'creditCode',
    label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
    hint: { zh: '营业执照上的 18 位代码', en: 'The 18 characters on the business licence' },
  },
  { name: 'legalRepresentative', label: { zh: '法定代表人', en: 'Legal representative' } },
  { name: 'contactName', label: { zh: '联系人', en: 'Contact person' } },
  { name: 'phone', label: { zh: '联系电话', en: 'Phone' }, autoComplete: 'tel' },
];

interface FieldsProps {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

function OrganisationFields({ typed, errors }: FieldsProps): React.ReactNode {
  const say = useSay();
  return organisationFields.map(({ name, label, hint, autoComplete }) => (
    <TextField
      key={name}
      name={name}
      label={say(label)}
      hint={hint && say(hint)}
      typed={typed}
      errors={errors}
      autoComplete={autoComplete}
    />
  ));
}
