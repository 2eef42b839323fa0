import { fail, redirect } from '@sveltejs/kit';
import { PersonRequestsDocument, RequestPersonalDataDocument } from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { personMeant, searchPersons } from '#lib/personal-data/person-found.server.ts';
import { retentionRules } from '#lib/personal-data/retention-rules.server.ts';
import { typedIn } from '#lib/prospects/household-fields.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import type { Actions, PageServerLoad } from './$types';

const pageLength = 30;

export const load: PageServerLoad = async (event) => {
  const { decides } = await memberOf(event);
  if (!decides) return { allowed: false as const };
  const gateway = await memberGateway(event);
  const { searchParams } = event.url;
  const [{ personRequests }, search, person, retention] = await Promise.all([
    gateway.ask(PersonRequestsDocument, { first: pageLength, after: searchParams.get('apres') }),
    searchPersons(event, searchParams.get('qui') ?? ''),
    personMeant(event),
    retentionRules(event),
  ]);
  return { allowed: true as const, requests: personRequests, search, person, retention };
};

export const actions: Actions = {
  default: async (event) => {
    if (!(await memberOf(event)).decides) return forbidden();
    const form = await event.request.formData();
    const values = {
      kind: typedIn(form, 'kind') === 'ERASE' ? ('ERASE' as const) : ('EXPORT' as const),
      email: typedIn(form, 'email'),
      phone: typedIn(form, 'phone'),
      confirmed: form.get('confirmed') === 'on',
      prospectId: typedIn(form, 'prospectId') || null,
      soloId: typedIn(form, 'soloId') || null,
    };
    const gateway = await memberGateway(event);
    const { requestPersonalData } = await gateway.change(RequestPersonalDataDocument, { input: values });
    if (requestPersonalData.__typename === 'PersonRequestRefused')
      return fail(422, { values, problems: problemsBy(requestPersonalData.problems) });
    redirect(303, memberRoutes.personRequest(requestPersonalData.request.id));
  },
};
