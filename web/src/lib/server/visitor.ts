import type { RequestEvent } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import { type GatewayClient, gatewayClient } from './gateway.ts';

/** Asks the gateway as the visitor of this request, by address: forms that anybody may send are counted for each. */
export function visitorGateway({ locals, getClientAddress }: RequestEvent): GatewayClient {
  return gatewayClient({ territory: locals.tenant?.slug, locale: getLocale(), address: getClientAddress() });
}
