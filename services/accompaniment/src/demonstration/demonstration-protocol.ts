import { stableId } from '@ancrage/subgraph/stable-random';
import type { EntityManager } from '@mikro-orm/postgresql';
import { WELCOME_MODEL } from '../protocol/model.js';
import { ProtocolStatus } from '../protocol/protocol-status.js';
import { WelcomeProtocol } from '../protocol/welcome-protocol.entity.js';

/** The published version on which the welcomes of the demonstration rest. */
export const demonstrationProtocolId = (territoryId: string): string => stableId('protocol', territoryId);

/** Publishes the model as the territory's protocol, unless it has one. */
export async function loadProtocol(em: EntityManager, territoryId: string): Promise<void> {
  if ((await em.count(WelcomeProtocol, { territoryId })) > 0) return;
  em.create(WelcomeProtocol, {
    ...WELCOME_MODEL,
    id: demonstrationProtocolId(territoryId),
    territoryId,
    number: 1,
    status: ProtocolStatus.PUBLISHED,
    origin: 'model',
    publishedAt: new Date('2024-01-15T09:00:00Z'),
    publishedBy: 'demonstration',
    demonstration: true,
  });
  await em.flush();
}
