import { fail, redirect } from '@sveltejs/kit';
import {
  HouseholdsToPlanDocument,
  InstallationChoicesDocument,
  PlanInstallationDocument,
  ProspectRecordDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { typedIn } from '#lib/prospects/household-fields.ts';
import { forbidden } from '#lib/server/failures.ts';
import { colleaguesOf, memberGateway, memberOf } from '#lib/server/member.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import { planInput } from '../installation-forms.ts';
import type { Actions, PageServerLoad } from './$types';

const fields = ['household', 'horizon', 'expectedOn', 'communeCode', 'leadId', 'note'] as const;

export const load: PageServerLoad = async (event) => {
  const { decides, person } = await memberOf(event);
  if (!decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const asked = event.url.searchParams.get('foyer') ?? '';
  const [{ prospectRecords }, { territory }, colleagues, chosen] = await Promise.all([
    gateway.ask(HouseholdsToPlanDocument, {}),
    gateway.ask(InstallationChoicesDocument, {}),
    colleaguesOf(event),
    asked ? gateway.ask(ProspectRecordDocument, { id: asked }) : null,
  ]);
  const household = chosen?.prospectRecord ?? null;
  return {
    household: household && { id: household.id, name: household.contact.name },
    households: prospectRecords.nodes
      .filter(({ installation }) => !installation || installation.status === 'ABANDONED')
      .map(({ id, contact }) => ({ id, name: contact.name })),
    values: {
      household: household?.id ?? '',
      horizon: household?.horizon ?? 'SHORT_TERM',
      expectedOn: '',
      communeCode: household?.wishedCommunes.length === 1 ? (household.wishedCommunes[0]?.code ?? '') : '',
      leadId: person.id,
      note: '',
    } as Record<string, string>,
    communes: territory?.communes ?? [],
    colleagues,
    me: { id: person.id, name: person.name },
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { decides, person } = await memberOf(event);
    if (!decides) {
      return forbidden();
    }
    const form = await event.request.formData();
    const text = (name: string) => typedIn(form, name);
    const colleagues = [...(await colleaguesOf(event)), { id: person.id, name: person.name || person.email }];
    const nameOf = (id: string) => colleagues.find((known) => known.id === id)?.name ?? null;
    const values = Object.fromEntries(fields.map((name) => [name, text(name)])) as Record<string, string>;
    if (!values.household) {
      return fail(422, { values, problems: { household: null } });
    }
    const { planInstallation } = await (await memberGateway(event)).change(PlanInstallationDocument, {
      prospectId: values.household,
      input: planInput(text, nameOf),
    });
    if (planInstallation.__typename === 'InstallationRefused') {
      return fail(422, { values, problems: problemsBy(planInstallation.problems) });
    }
    return redirect(303, memberRoutes.installation(planInstallation.record.id));
  },
};
