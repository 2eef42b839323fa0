import { openDatabase } from '@ancrage/subgraph/database';
import type { DemonstrationOutcome, DemonstrationRequest } from '@ancrage/subgraph/demonstration';
import { stableId } from '@ancrage/subgraph/stable-random';
import type { EntityName } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { DATABASE } from '../database.js';
import { Installation } from '../installation/installation.entity.js';
import { Prospect } from '../prospect/prospect.entity.js';
import { Registration } from '../registration/registration.entity.js';
import { DiscoverySession } from '../session/discovery-session.entity.js';
import { markAttendances } from './demonstration-attendances.js';
import { loadFollowUp } from './demonstration-follow-up.js';
import { demonstrationHouseholds } from './demonstration-households.js';
import { demonstrationInstallations } from './demonstration-installations.js';
import { dateFairsAnew, loadPromotion } from './demonstration-promotion.js';
import { loadProtocol } from './demonstration-protocol.js';
import { demonstrationSessions } from './demonstration-sessions.js';
import { loadSnapshot } from './demonstration-snapshot.js';
import { loadSponsors } from './demonstration-sponsors.js';
import { loadWelcomes } from './demonstration-welcomes.js';

const TABLES: EntityName<{ id: string; territoryId: string; demonstration: boolean }>[] = [
  DiscoverySession,
  Prospect,
  Registration,
  Installation,
];

/**
 * Fills a territory without records with generated ones, by the same rules as true ones. Loaded before, only the
 * generated sessions whose date has passed are dated anew, so that there are always some to come.
 */
export async function demonstrate(
  ownerUrl: string,
  request: DemonstrationRequest,
  now = new Date(),
): Promise<DemonstrationOutcome> {
  const database = await openDatabase(DATABASE, { appUrl: ownerUrl, ownerUrl });
  try {
    await database.migrate();
    const { territoryId } = request;
    const scope = { territoryId, role: 'OPERATOR', userId: null } as const;
    const outcome = await database.fork(scope).transactional(async (em) => {
      await em.execute("select pg_advisory_xact_lock(hashtext('ancrage demonstration'))");
      if ((await count(em, territoryId, true)) > 0) {
        await dateAnew(em, request, now);
        return 'PRESENT' as const;
      }
      if ((await count(em, territoryId, false)) > 0) return 'REFUSED' as const;
      await load(em, request, now);
      return 'LOADED' as const;
    });
    if (outcome !== 'REFUSED') await loadSnapshot(database, territoryId);
    return outcome;
  } finally {
    await database.close();
  }
}

async function count(em: EntityManager, territoryId: string, demonstration: boolean): Promise<number> {
  let total = 0;
  for (const table of TABLES) total += await em.count(table, { territoryId, demonstration });
  return total;
}

async function load(em: EntityManager, request: DemonstrationRequest, now: Date): Promise<void> {
  const own = { territoryId: request.territoryId, demonstration: true };
  await loadProtocol(em, request.territoryId);
  const sessions = demonstrationSessions(request, now);
  const households = demonstrationHouseholds(request.territoryId);
  for (const session of sessions) em.create(DiscoverySession, { ...session, ...own });
  for (const { registration: _later, ...household } of households)
    em.create(Prospect, { ...household, ...own });
  // Foreign keys want these rows first; the ORM does not know of them.
  await em.flush();
  for (const { id, adults, childrenBirthYears, firstContactOn, registration } of households) {
    if (!registration) continue;
    em.create(Registration, {
      ...own,
      id: stableId('registration', id),
      sessionId: sessions[registration.session]!.id,
      prospectId: id,
      status: registration.status,
      adults,
      childrenBirthYears,
      registeredAt: new Date(`${firstContactOn}T10:00:00Z`),
    });
  }
  for (const installation of demonstrationInstallations(request, households)) {
    em.create(Installation, { ...installation, ...own });
  }
  await em.flush();
  markAttendances(em, request.territoryId, sessions, households);
  await em.flush();
  await loadPromotion(em, request.territoryId, now);
  await loadFollowUp(em, request.territoryId, now);
  await loadWelcomes(em, request, now);
  await loadSponsors(em, request, now);
}

async function dateAnew(em: EntityManager, request: DemonstrationRequest, now: Date): Promise<void> {
  await loadProtocol(em, request.territoryId);
  await dateFairsAnew(em, request.territoryId, now);
  // Households that were generated before they had names get theirs.
  await loadFollowUp(em, request.territoryId, now);
  await loadWelcomes(em, request, now);
  await loadSponsors(em, request, now);
  const [, ...toCome] = demonstrationSessions(request, now);
  for (const { id, startsAt, endsAt, programme } of toCome) {
    const trueRegistrations = await em.count(Registration, { sessionId: id, demonstration: false });
    if (trueRegistrations > 0) continue;
    const session = await em.findOne(DiscoverySession, { id, demonstration: true, startsAt: { $lte: now } });
    if (session) em.assign(session, { startsAt, endsAt, programme });
  }
}
