import type { DemonstrationRequest } from '@ancrage/subgraph/demonstration';
import { stableId, stablePick } from '@ancrage/subgraph/stable-random';
import type { EntityManager } from '@mikro-orm/postgresql';
import { NetworkActor } from '../network/network-actor.entity.js';
import { networkConsent } from '../network/network-consent.js';
import { NetworkContact } from '../network/network-contact.entity.js';
import { NetworkExchange } from '../network/network-exchange.entity.js';
import { NetworkOffer } from '../network/network-offer.entity.js';
import { ExchangeMeans, NetworkScale } from '../network/network-vocabulary.js';
import { DEMONSTRATION_ACTORS, type DemonstrationActor } from './demonstration-actors.js';

const DAY = 86_400_000;
/** Numbers that the regulator keeps for fiction (ARCEP): nobody is called by them. */
const PHONE = '+33536490';

/** The generated network of a territory. Its days are counted from the loading: response times are those of late. */
export async function createNetwork(em: EntityManager, request: DemonstrationRequest): Promise<void> {
  const actors = DEMONSTRATION_ACTORS.map((record, index) => createActor(em, request, record, index));
  await em.flush();
  for (const [index, actor] of actors.entries()) createParts(em, actor, index);
  await em.flush();
}

function createActor(
  em: EntityManager,
  { territoryId, communes }: DemonstrationRequest,
  record: DemonstrationActor,
  index: number,
): NetworkActor {
  const today = Date.now();
  const on = (days: number) => new Date(today + days * DAY).toISOString().slice(0, 10);
  const actorId = stableId('network actor', territoryId, index);
  const agreed = record.hidden ? undefined : new Date(today - (200 + index) * DAY);
  const words = networkConsent(record.kind, 'fr');
  return em.create(NetworkActor, {
    id: actorId,
    territoryId,
    demonstration: true,
    kind: record.kind,
    name: record.name,
    scale: record.scale,
    description: record.description,
    createdAt: new Date(today - 400 * DAY),
    ...(record.scale === NetworkScale.LOCAL && {
      communeCode: stablePick(
        communes,
        ({ population }) => Math.sqrt(population),
        'actor',
        territoryId,
        index,
      ).code,
    }),
    ...(record.commitment && {
      commitment: record.commitment,
      committedOn: on(-300),
      ...(record.holdsFor !== undefined && { committedUntil: on(record.holdsFor) }),
    }),
    ...(agreed && {
      consentGivenAt: agreed,
      consentWording: words.wording,
      consentVersion: words.version,
      publishedAt: agreed,
    }),
  });
}

/** What belongs to an actor: it must be there first. */
function createParts(em: EntityManager, { id: actorId, territoryId }: NetworkActor, index: number): void {
  const record = DEMONSTRATION_ACTORS[index]!;
  const today = Date.now();
  const [name, role, email] = record.contact;
  const own = { territoryId, actorId };
  em.create(NetworkContact, {
    ...own,
    id: stableId('network contact', actorId),
    name,
    role,
    email,
    phone: `${PHONE}${String(100 + index)}`,
  });
  for (const [place, [step, what, answersWithin]] of record.offers.entries()) {
    em.create(NetworkOffer, {
      ...own,
      id: stableId('network offer', actorId, place),
      step,
      what,
      ...(answersWithin !== undefined && { answersWithin }),
    });
  }
  for (const [place, [daysAgo, after, step, subject]] of record.exchanges.entries()) {
    em.create(NetworkExchange, {
      ...own,
      id: stableId('network exchange', actorId, place),
      subject,
      step,
      means: place % 2 === 0 ? ExchangeMeans.PHONE : ExchangeMeans.EMAIL,
      askedAt: new Date(today - daysAgo * DAY),
      ...(after !== null && { answeredAt: new Date(today - (daysAgo - after) * DAY) }),
      userId: 'demonstration',
    });
  }
}
