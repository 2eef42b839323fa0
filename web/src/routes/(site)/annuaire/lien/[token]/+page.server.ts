import { type RequestEvent, redirect } from '@sveltejs/kit';
import {
  EntryLinkDocument,
  OpenEntryLinkDocument,
  ReconfirmEntryDocument,
} from '#lib/graphql/generated/graphql.ts';
import { routes } from '#lib/routes.ts';
import { privatePage } from '#lib/server/cache.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import { keepSession } from '../../ma-fiche/entry-session.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking at a link opens nothing: mail programmes look at every link before their reader does. */
export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  setHeaders({ ...privatePage, 'x-robots-tag': 'noindex' });
  const { entryLink } = await locals.gateway.ask(EntryLinkDocument, { token: params.token });
  if (entryLink?.purpose === 'OBJECT') {
    redirect(303, routes.objection(params.token));
  }
  return { link: entryLink };
};

/** Opens the link, once; gives the session, or comes back to the page, which says why it did not open. */
async function open(event: RequestEvent): Promise<string> {
  const token = event.params['token'] ?? '';
  const { openEntryLink } = await visitorGateway(event).change(OpenEntryLinkDocument, { token });
  if (openEntryLink.__typename === 'EntryLinkDead') {
    redirect(303, routes.entryLink(token));
  }
  keepSession(event, openEntryLink.session, openEntryLink.until);
  return openEntryLink.session;
}

export const actions: Actions = {
  open: async (event) => {
    await open(event);
    redirect(303, routes.myEntry());
  },
  reconfirm: async (event) => {
    const session = await open(event);
    await visitorGateway(event).change(ReconfirmEntryDocument, { session });
    redirect(303, routes.myEntry('?fait=confirmee'));
  },
};
