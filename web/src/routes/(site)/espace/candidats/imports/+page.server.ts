import { ProspectImportsDocument } from '#lib/graphql/generated/graphql.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return { lists: null };
  }
  const gateway = await memberGateway(event);
  const { prospectImports } = await gateway.ask(ProspectImportsDocument, {});
  return { lists: prospectImports, refused: event.url.searchParams.get('refus') };
};
