import { fail } from '@sveltejs/kit';
import { EraseHouseholdDocument, HouseholdToEraseDocument } from '#lib/graphql/generated/graphql.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const { prospectRecord } = await gateway.ask(HouseholdToEraseDocument, { id: event.params.id });
  // After erasing there is nobody any more, and that is what the page says.
  return { name: prospectRecord?.contact?.name ?? null, id: event.params.id };
};

export const actions: Actions = {
  erase: async (event) => {
    if (!(await memberOf(event)).decides) {
      return forbidden();
    }
    const form = await event.request.formData();
    const confirmation = String(form.get('confirmation') ?? '').slice(0, 1000);
    const gateway = await memberGateway(event);
    const { eraseHousehold } = await gateway.change(EraseHouseholdDocument, {
      input: { prospectId: event.params.id, confirmation },
    });
    return eraseHousehold.__typename === 'HouseholdErasureRefused'
      ? fail(422, { confirmation, problem: eraseHousehold.problems[0]?.message })
      : { erased: true };
  },
};
