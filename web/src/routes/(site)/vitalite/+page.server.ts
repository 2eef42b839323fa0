import { VitalityBoardDocument } from '#lib/graphql/generated/graphql.ts';
import { publicPage } from '#lib/server/cache.ts';
import { notFound } from '#lib/server/failures.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, setHeaders }) => {
  const { territory } = await locals.gateway.ask(VitalityBoardDocument, {});
  if (!territory) {
    return notFound();
  }
  setHeaders(publicPage);
  return { vitality: territory.vitality };
};
