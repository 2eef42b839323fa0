import { redirect } from '@sveltejs/kit';
import { OnePremisesDocument } from '#lib/graphql/generated/graphql.ts';
import { routes } from '#lib/routes.ts';
import { publicPage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import type { PageServerLoad } from './$types';

const ADDRESS = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:-(.*))?$/;

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  const [, id, slug] = ADDRESS.exec(params.premises) ?? [];
  if (!id) {
    return notFound();
  }
  const { premisesById: premises } = await locals.gateway.ask(OnePremisesDocument, { id });
  if (!premises) {
    return notFound();
  }
  if (slug !== premises.slug) {
    redirect(301, routes.onePremises(premises) + url.search);
  }
  setHeaders(publicPage);
  return { premises };
};
