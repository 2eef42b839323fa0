import { RELAYED_GRAPHQL_PATH } from '@ancrage/signature/relay';
import type { SubgraphContext } from '@ancrage/subgraph';
import type { ThroughGateway } from './through-gateway.js';

/** Reads from another subgraph with the rights of the request's viewer; rejects unless all of it was answered. */
export type AskNeighbour = <Data>(
  context: SubgraphContext,
  subgraph: 'directory' | 'territory',
  operation: { query: string; variables: Record<string, unknown> },
) => Promise<Data>;

/** For a service that knows no gateway: nobody answers. */
export const noNeighbour: AskNeighbour = () => Promise.reject(new Error('there is no GATEWAY_URL'));

export const neighboursThrough =
  (gateway: ThroughGateway): AskNeighbour =>
  async <Data>(
    context: SubgraphContext,
    subgraph: string,
    operation: { query: string; variables: Record<string, unknown> },
  ): Promise<Data> => {
    const { requestId, viewer } = context.origin;
    const asker = { requestId, viewer, territoryId: context.requireTerritory() };
    const { data, errors } = await gateway.ask<{ data?: Data; errors?: { message: string }[] }>(
      `${RELAYED_GRAPHQL_PATH}/${subgraph}`,
      operation,
      asker,
    );
    if (!data || errors?.length) throw new Error(`${subgraph}: ${errors?.[0]?.message ?? 'no data'}`);
    return data;
  };
