import { fail, redirect } from '@sveltejs/kit';
import {
  CancelImportDocument,
  ConfirmImportDocument,
  ImportRunPageDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { forbidden, notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const { importRun } = await (await memberGateway(event)).ask(ImportRunPageDocument, {
    id: event.params.id,
  });
  return { run: importRun ?? notFound() };
};

export const actions: Actions = {
  importer: async (event) => {
    const { decides } = await memberOf(event);
    if (!decides) {
      return forbidden();
    }
    const { id } = event.params;
    const { confirmImport } = await (await memberGateway(event)).change(ConfirmImportDocument, { id });
    return settle(confirmImport, id);
  },
  abandonner: async (event) => {
    const { decides } = await memberOf(event);
    if (!decides) {
      return forbidden();
    }
    const { id } = event.params;
    const { cancelImport } = await (await memberGateway(event)).change(CancelImportDocument, { id });
    return settle(cancelImport, id);
  },
};

type Settled =
  | { __typename: 'ImportRunChanged' }
  | { __typename: 'ImportRefused'; problems: { message: string }[] };

/** Back to the page that tells how it goes on, or the reason why it does not. */
function settle(result: Settled, id: string) {
  if (result.__typename === 'ImportRefused') {
    return fail(409, { problem: result.problems[0]?.message ?? '' });
  }
  return redirect(303, memberRoutes.importRun(id));
}
