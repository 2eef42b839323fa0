import { SoloImportsDocument } from '#lib/graphql/generated/graphql.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!(await memberOf(event)).decides) {
    return forbidden();
  }
  const gateway = await memberGateway(event);
  const { soloImports } = await gateway.ask(SoloImportsDocument, {});
  return { lists: soloImports, refused: event.url.searchParams.get('refus') };
};
