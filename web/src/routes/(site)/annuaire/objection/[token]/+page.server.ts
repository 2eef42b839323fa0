import { redirect } from '@sveltejs/kit';
import { ObjectionNoticeDocument, ObjectToBeingKeptDocument } from '#lib/graphql/generated/graphql.ts';
import { routes } from '#lib/routes.ts';
import { privatePage } from '#lib/server/cache.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  setHeaders({ ...privatePage, 'x-robots-tag': 'noindex' });
  const { objectionNotice } = await locals.gateway.ask(ObjectionNoticeDocument, { token: params.token });
  return { notice: objectionNotice };
};

export const actions: Actions = {
  default: async (event) => {
    const { token } = event.params;
    await visitorGateway(event).change(ObjectToBeingKeptDocument, { token });
    // The page says what became of it: forgotten, or why not.
    redirect(303, routes.objection(token));
  },
};
