import { fail } from '@sveltejs/kit';
import { ErasePersonalDataDocument, SoloRecordDocument } from '#lib/graphql/generated/graphql.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const { soloRecord } = await gateway.ask(SoloRecordDocument, { id: event.params.id });
  // After erasing there is nobody any more, and that is what the page says.
  return { name: soloRecord?.displayName ?? null, id: event.params.id };
};

export const actions: Actions = {
  erase: async (event) => {
    if (!(await memberOf(event)).decides) {
      return forbidden();
    }
    const form = await event.request.formData();
    const confirmation = String(form.get('confirmation') ?? '').slice(0, 1000);
    const objects = form.get('objects') === 'on';
    const gateway = await memberGateway(event);
    const { erasePersonalData } = await gateway.change(ErasePersonalDataDocument, {
      input: { soloId: event.params.id, confirmation, objects },
    });
    return erasePersonalData.__typename === 'ErasureRefused'
      ? fail(422, { confirmation, objects, problem: erasePersonalData.problems[0]?.message })
      : { erased: true };
  },
};
