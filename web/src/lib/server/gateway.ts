import {
  type AnyVariables,
  Client,
  type CombinedError,
  fetchExchange,
  makeOperation,
  mapExchange,
  type OperationResult,
  type TypedDocumentNode,
} from '@urql/core';
import { env } from './env.ts';
import { forbidden, notFound, suspended, tooOften, unavailable } from './failures.ts';
import { log } from './log.ts';

type Run = <Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) => Promise<Data>;

/** A page cannot do without its data: a question without an answer becomes an error page. */
export type GatewayClient = { ask: Run; change: Run };

/**
 * On whose behalf the gateway is asked: in which territory, in which language, with whose token. With an address, what
 * is asked counts for that visitor.
 */
export type GatewayCaller = { territory?: string; locale?: string; token?: string; address?: string };

/** One client per request: nothing of a visitor's answers outlives it. */
export function gatewayClient({ territory, locale, token, address }: GatewayCaller): GatewayClient {
  const client = new Client({
    url: `${env().GATEWAY_URL}/graphql`,
    preferGetMethod: false,
    requestPolicy: 'network-only',
    exchanges: [digestOnly, fetchExchange],
    fetchOptions: {
      headers: {
        // One answer, whole: not a stream of them, which the client would otherwise offer to take.
        accept: 'application/graphql-response+json, application/json',
        ...(territory && { 'x-territory': territory }),
        ...(locale && { 'accept-language': locale }),
        ...(address && { 'x-forwarded-for': address }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
    },
  });
  return {
    ask: async (document, variables) => answer(await client.query(document, variables).toPromise()),
    change: async (document, variables) => answer(await client.mutation(document, variables).toPromise()),
  };
}

/** The documents are registered with the gateway: their digest is enough. */
const digestOnly = mapExchange({
  onOperation: (operation) => {
    const { __meta__ } = operation.query as { __meta__?: { hash: string } };
    const extensions = { persistedQuery: { version: 1 as const, sha256Hash: __meta__?.hash ?? '' } };
    return makeOperation(operation.kind, { ...operation, extensions }, operation.context);
  },
});

/** A field that crosses subgraphs may fail alone; the page then shows what is known. */
function answer<Data>({ data, error }: OperationResult<Data>): Data {
  return data ?? refuse(error);
}

function refuse(failure: CombinedError | undefined): never {
  switch (failure?.graphQLErrors[0]?.extensions.code) {
    case 'UNAUTHENTICATED':
    case 'FORBIDDEN':
      return forbidden();
    case 'NOT_FOUND':
      return notFound();
    case 'RATE_LIMITED':
      return tooOften();
    case 'SUSPENDED':
      return suspended(failure?.graphQLErrors[0]?.message.split(/\s?: /)[1]);
    default:
      log.error({ err: failure }, 'the gateway did not answer');
      return unavailable();
  }
}
