import { randomUUID } from 'node:crypto';
import type { TerritoryRegistry } from './territory/territory.registry.js';
import type { ServiceClient } from './upstream/service.client.js';

/** Says what the gateway still waits for: services that do not answer, and the list of territories. */
export async function findUnready(
  services: ServiceClient[],
  territories: TerritoryRegistry,
): Promise<string[]> {
  const context = { requestId: randomUUID(), territoryId: null, viewer: null, locale: 'fr' } as const;
  const checks = services.map(async (service) => {
    const answer = await service.send({ method: 'GET', path: '/health' }, context).catch(() => null);
    return answer?.status === 200 ? null : service.name;
  });
  const unready = (await Promise.all(checks)).filter((name) => name !== null);
  if (!territories.loaded) await territories.refresh().catch(() => unready.push('the list of territories'));
  return unready;
}
