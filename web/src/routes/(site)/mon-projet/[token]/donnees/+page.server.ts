import { fail, isHttpError, type RequestEvent, redirect } from '@sveltejs/kit';
import { OwnExportDocument, RequestOwnPersonalDataDocument } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { routes } from '#lib/routes.ts';
import { privatePage } from '#lib/server/cache.ts';
import { visitorGateway } from '#lib/server/visitor.ts';
import type { Actions, PageServerLoad } from './$types';

/** A household's own right to its data, by the link to its page. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ ...privatePage, 'x-robots-tag': 'noindex', 'referrer-policy': 'same-origin' });
  const token = event.params.token.slice(0, 200);
  const { ownProject, ownExport } = await visitorGateway(event).ask(OwnExportDocument, { token });
  return { known: Boolean(ownProject), token, export: ownExport ?? null };
};

async function ask(event: RequestEvent<{ token: string }>, kind: 'EXPORT' | 'ERASE', confirmed: boolean) {
  const { token } = event.params;
  try {
    const { requestOwnPersonalData } = await visitorGateway(event).change(RequestOwnPersonalDataDocument, {
      token,
      kind,
      confirmed,
    });
    return requestOwnPersonalData.__typename === 'PersonRequestRefused'
      ? fail(422, { problem: requestOwnPersonalData.problems[0]?.message ?? m.project_later() })
      : { reference: requestOwnPersonalData.request.reference };
  } catch (failure) {
    if (!isHttpError(failure) || (failure.status !== 429 && failure.status !== 503)) throw failure;
    return fail(failure.status, { problem: m.project_later() });
  }
}

export const actions: Actions = {
  gather: async (event) => {
    const told = await ask(event, 'EXPORT', false);
    if ('reference' in told) redirect(303, `${routes.project(event.params.token)}/donnees`);
    return told;
  },
  erase: async (event) => ask(event, 'ERASE', (await event.request.formData()).get('confirmed') === 'on'),
};
