import type { RequestEvent } from '@sveltejs/kit';
import { TerritoryByHostDocument } from '#lib/graphql/generated/graphql.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { noSite, suspended } from './failures.ts';
import { gatewayClient } from './gateway.ts';
import { gatewayToken } from './identity.ts';

/** Why nothing is shown at this host; members of a territory that is closed read why it is. */
export async function closed(event: RequestEvent): Promise<never> {
  const { suspended: territory } = event.locals;
  if (!territory) {
    return noSite(event.locals);
  }
  const token = event.request.headers.has('cookie') ? await gatewayToken(event) : null;
  if (token) {
    // The gateway knows who is a member, and refuses with the reason.
    const gateway = gatewayClient({ territory: territory.slug, locale: getLocale(), token });
    await gateway.ask(TerritoryByHostDocument, { host: event.url.hostname });
  }
  return suspended();
}
