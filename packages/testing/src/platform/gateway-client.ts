import type { GraphqlAnswer } from '../subgraph/signed-client.js';

export interface GatewayClientOptions {
  /** Slug of the request's territory. */
  territory?: string;
  token?: string;
  apiKey?: string;
  locale?: 'fr' | 'en';
}

/** Sends operations to the gateway as a third party does. */
export function gatewayClient(
  gatewayUrl: string,
  { territory, token, apiKey, locale = 'fr' }: GatewayClientOptions = {},
) {
  const headers: Record<string, string> = { 'content-type': 'application/json', 'accept-language': locale };
  if (territory) headers['x-territory'] = territory;
  if (token) headers['authorization'] = `Bearer ${token}`;
  if (apiKey) headers['x-api-key'] = apiKey;
  return async (query: string, variables?: Record<string, unknown>): Promise<GraphqlAnswer> => {
    const response = await fetch(`${gatewayUrl}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphqlAnswer;
  };
}
