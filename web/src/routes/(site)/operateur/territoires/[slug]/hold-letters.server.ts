import {
  SuspendTerritoryAccompanimentDocument,
  SuspendTerritoryDirectoryDocument,
} from '#lib/graphql/generated/graphql.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';

/** Has the services that write to people by themselves keep the territory's letters back, and its terms stand still. */
export async function holdLetters(gateway: GatewayClient): Promise<void> {
  await gateway.change(SuspendTerritoryAccompanimentDocument, {});
  await gateway.change(SuspendTerritoryDirectoryDocument, {});
}
