import { PipelineDocument } from '#lib/graphql/generated/graphql.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await memberOf(event);
  const gateway = await memberGateway(event);
  const { soloStages } = await gateway.ask(PipelineDocument, {});
  return { stages: soloStages };
};
