import type { RequestEvent } from '@sveltejs/kit';
import { RetentionRulesDocument } from '#lib/graphql/generated/graphql.ts';
import { memberGateway } from '#lib/server/member.ts';

/** What each service forgets by itself, and what leaves next; for agents. */
export async function retentionRules(event: RequestEvent) {
  const rules = await (await memberGateway(event)).ask(RetentionRulesDocument, {});
  return [
    { service: 'accompaniment', rules: rules.accompanimentRetention },
    { service: 'directory', rules: rules.directoryRetention },
    { service: 'territory', rules: rules.offerRetention },
  ];
}
