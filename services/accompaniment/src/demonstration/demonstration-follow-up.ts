import { stableFraction, stableId } from '@ancrage/subgraph/stable-random';
import type { EntityManager } from '@mikro-orm/postgresql';
import { PROSPECT_WORDING_VERSION, prospectWording } from '../prospect/consent-wording.js';
import { Prospect } from '../prospect/prospect.entity.js';
import { ProspectConsent } from '../prospect/prospect-consent.entity.js';
import { ProspectContact } from '../prospect/prospect-contact.entity.js';
import { ProspectEvent } from '../prospect/prospect-event.entity.js';
import type { ProspectEventKind } from '../prospect/prospect-event-kind.js';
import { ProspectStage } from '../prospect/prospect-stage.js';
import { ProspectTouch } from '../prospect/prospect-touch.entity.js';
import { demonstrationPerson } from './demonstration-people.js';
import { demonstrationOrigins } from './demonstration-promotion.js';

const DAY = 86_400_000;

/**
 * Gives the generated households a name that is nobody's, a project, how they came and what was said since; the figures
 * that are counted from them stay. Households that have a name already are left as they are.
 */
export async function loadFollowUp(em: EntityManager, territoryId: string, now: Date): Promise<void> {
  const named = await em.find(ProspectContact, { territoryId });
  const known = new Set(named.map(({ prospectId }) => prospectId));
  const prospects = await em.find(Prospect, { territoryId, demonstration: true }, { orderBy: { id: 'asc' } });
  const origins = demonstrationOrigins(territoryId);
  for (const [index, prospect] of prospects.entries()) {
    if (known.has(prospect.id)) continue;
    follow(em, prospect, index, now);
    const origin = origins[Math.floor(stableFraction('origin', territoryId, index) * (origins.length + 2))];
    em.create(ProspectTouch, {
      id: stableId('touch', prospect.id),
      territoryId,
      prospectId: prospect.id,
      at: noonOf(prospect.firstContactOn),
      form: origin?.fairId ? 'FAIR' : index % 3 === 0 ? 'CALLBACK' : 'REGISTRATION',
      ...(origin?.linkId && { linkId: origin.linkId }),
      ...(origin?.fairId && { fairId: origin.fairId }),
      ...(index % 4 !== 3 && { declaredChannel: origin?.channel ?? 'WORD_OF_MOUTH' }),
    });
  }
  await em.flush();
  // Those who wait for a session go by their household's name; no letter is written to an address that is nobody's.
  await em.execute(
    `update registration r set contact_name = c.name from prospect_contact c
      where r.territory_id = ? and r.demonstration and r.contact_name is null and c.prospect_id = r.prospect_id`,
    [territoryId],
  );
}

function follow(em: EntityManager, prospect: Prospect, index: number, now: Date): void {
  const { id: prospectId, territoryId, stage, firstContactOn } = prospect;
  const person = demonstrationPerson(territoryId, index);
  const first = noonOf(firstContactOn);
  const lost = stage === ProspectStage.LOST;
  const over = lost || stage === ProspectStage.INSTALLED;
  const heard = new Date(Math.min(first.getTime() + (20 + index) * DAY, now.getTime() - DAY));
  em.assign(prospect, {
    project: person.project,
    activity: person.activity,
    neededSpeed: person.speed,
    neededServices: person.services,
    horizon: person.horizon,
    lastContactAt: heard,
    // Two in three have something planned, around today: some late, some soon.
    ...(!over && index % 3 !== 2 && { nextAction: person.action, nextActionOn: dayOf(now, (index % 9) - 2) }),
    ...(lost && { lostReason: person.lostReason, lostAt: heard }),
  });
  em.create(ProspectContact, {
    ...{ prospectId, territoryId, name: person.name, email: person.email, emailKey: person.email },
    ...{ phone: person.phone, phoneKey: person.phone, livesIn: person.livesIn, locale: 'fr' },
  });
  em.create(ProspectConsent, {
    ...{
      id: stableId('consent', prospectId),
      territoryId,
      prospectId,
      purpose: 'FOLLOW_UP',
      channel: 'SITE',
    },
    ...{ wording: prospectWording('FOLLOW_UP', 'fr'), version: PROSPECT_WORDING_VERSION, givenAt: first },
  });
  const event = (kind: ProspectEventKind, at: Date, note?: string, detail?: Record<string, unknown>) =>
    em.create(ProspectEvent, {
      ...{ id: stableId(`event ${kind}`, prospectId), territoryId, prospectId, kind, at },
      ...(note && { note }),
      ...(detail && { detail }),
    });
  event('CAME_IN', first, undefined, { form: index % 3 === 0 ? 'CALLBACK' : 'REGISTRATION' });
  if (stage !== ProspectStage.NEW)
    event('CALLED', heard, 'Longue conversation : le projet tient, le logement reste à trouver.');
  if (lost)
    event('LOST', heard, undefined, { from: ProspectStage.QUALIFIED, to: stage, reason: person.lostReason });
}

const noonOf = (day: string): Date => new Date(`${day}T11:00:00Z`);
const dayOf = (now: Date, days: number): string =>
  new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
