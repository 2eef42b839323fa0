import { fail } from '@sveltejs/kit';
import { ContactSolosDocument, FirstLetterDocument } from '#lib/graphql/generated/graphql.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';

const most = 100;
const chosen = (search: URLSearchParams): string[] => [...new Set(search.getAll('solo'))].slice(0, most);

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const ids = chosen(event.url.searchParams);
  const message = event.url.searchParams.get('message')?.slice(0, 4000) || null;
  const { firstLetter } = await gateway.ask(FirstLetterDocument, { ids, message });
  return { ids, letter: firstLetter };
};

export const actions: Actions = {
  default: async (event) => {
    if (!(await memberOf(event)).decides) {
      return forbidden();
    }
    const form = await event.request.formData();
    const ids = form.getAll('solo').map(String).slice(0, most);
    const message = String(form.get('message') ?? '');
    const gateway = await memberGateway(event);
    const { contactSolos } = await gateway.change(ContactSolosDocument, { ids, message });
    return contactSolos.__typename === 'ContactRefused'
      ? fail(422, { message, problem: contactSolos.problems[0]?.message ?? '' })
      : { written: contactSolos.written };
  },
};
