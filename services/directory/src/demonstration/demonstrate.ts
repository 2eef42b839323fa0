import { openDatabase } from '@ancrage/subgraph/database';
import type { DemonstrationOutcome, DemonstrationRequest } from '@ancrage/subgraph/demonstration';
import { stableId } from '@ancrage/subgraph/stable-random';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Consent } from '../consent/consent.entity.js';
import { ConsentChannel } from '../consent/consent-channel.js';
import { DATABASE } from '../database.js';
import { Solo } from '../solo/solo.entity.js';
import { SoloStatus } from '../solo/solo-status.js';
import { demonstrationSolos } from './demonstration-solos.js';
import { createArrivals } from './load-arrivals.js';
import { createNetwork } from './load-network.js';

const WORDING =
  'J’accepte que le nom de mon activité, ma commune, mes compétences et ma présentation soient publiés dans l’annuaire du territoire. Je peux retirer cet accord à tout moment.';
const CONSENTED = [SoloStatus.CONSENTED, SoloStatus.PUBLISHED, SoloStatus.WITHDRAWN];

/** Fills a territory's empty directory with generated solos, by the same rules as true ones. */
export async function demonstrate(
  ownerUrl: string,
  request: DemonstrationRequest,
): Promise<DemonstrationOutcome> {
  const database = await openDatabase(DATABASE, { appUrl: ownerUrl, ownerUrl });
  try {
    await database.migrate();
    const scope = { territoryId: request.territoryId, role: 'OPERATOR', userId: null } as const;
    return await database.fork(scope).transactional(async (em) => {
      await em.execute("select pg_advisory_xact_lock(hashtext('ancrage demonstration'))");
      const { territoryId } = request;
      if ((await em.count(Solo, { territoryId, demonstration: true })) > 0) return 'PRESENT';
      if ((await em.count(Solo, { territoryId })) > 0) return 'REFUSED';
      await load(em, request);
      return 'LOADED';
    });
  } finally {
    await database.close();
  }
}

async function load(em: EntityManager, request: DemonstrationRequest): Promise<void> {
  const { territoryId } = request;
  const own = { territoryId, demonstration: true };
  const generated = demonstrationSolos(request).map((record) => {
    const { status, consentedAt, publishedAt, withdrawnAt, ...facts } = record;
    const start = CONSENTED.includes(status) ? SoloStatus.CONTACTED : status;
    return { record, solo: em.create(Solo, { ...facts, ...own, status: start }) };
  });
  await em.flush();

  const agreed = generated
    .filter(({ record }) => CONSENTED.includes(record.status))
    .map(({ record, solo }) => ({
      record,
      solo,
      consent: em.create(Consent, {
        ...own,
        id: stableId('consent', solo.id),
        soloId: solo.id,
        wording: WORDING,
        version: '1',
        channel: ConsentChannel.WEB,
        givenAt: record.consentedAt,
      }),
    }));
  await em.flush();

  for (const { record, solo, consent } of agreed) {
    em.assign(solo, { status: SoloStatus.CONSENTED, consentId: consent.id });
    if (record.status !== SoloStatus.CONSENTED) {
      em.assign(solo, { status: SoloStatus.PUBLISHED, publishedAt: record.publishedAt });
    }
  }
  await em.flush();

  // The database withdraws the solo with its consent.
  for (const { record, consent } of agreed) {
    if (record.status === SoloStatus.WITHDRAWN) consent.withdrawnAt = record.withdrawnAt;
  }
  await em.flush();

  await createNetwork(em, request);
  await createArrivals(
    em,
    generated.flatMap(({ record, solo }) => (record.status === SoloStatus.PUBLISHED ? [solo] : [])),
  );
}
