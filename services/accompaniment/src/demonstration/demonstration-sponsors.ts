import type { DemonstrationRequest } from '@ancrage/subgraph/demonstration';
import { stableId, stablePick } from '@ancrage/subgraph/stable-random';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Installation } from '../installation/installation.entity.js';
import { Prospect } from '../prospect/prospect.entity.js';
import { ProspectContact } from '../prospect/prospect-contact.entity.js';
import { ProspectStage } from '../prospect/prospect-stage.js';
import { Sponsor } from '../sponsorship/sponsor.entity.js';
import { SponsorPortrait } from '../sponsorship/sponsor-portrait.entity.js';
import { SPONSOR_WORDING_VERSION, sponsorWording } from '../sponsorship/sponsor-wording.js';
import { Sponsorship } from '../sponsorship/sponsorship.entity.js';
import { SponsorshipContact } from '../sponsorship/sponsorship-contact.entity.js';
import {
  SponsorshipContactKind,
  SponsorshipSide,
  SponsorshipStatus,
} from '../sponsorship/sponsorship-status.js';

const DAY = 86_400_000;

/** Four who are nobody, and whom the proposals can tell apart. */
const SPONSORS = [
  {
    name: 'Élodie Vergé',
    activity: 'Graphisme et illustration',
    presentation:
      'Arrivée il y a huit ans avec deux enfants et un carton à dessin. Je connais les écoles et le marché.',
    languages: ['fr', 'en'],
    interests: ['randonnée', 'chorale', 'potager'],
    childrenBirthYears: [2014, 2018],
    capacity: 2,
    sentence: 'On m’avait ouvert la porte ; à mon tour.',
  },
  {
    name: 'Marc Séguéla',
    activity: 'Menuiserie',
    presentation: 'Né ici, atelier au bord de la rivière. Un café, et je vous présente la moitié du village.',
    languages: ['fr', 'oc'],
    interests: ['pêche', 'rugby'],
    childrenBirthYears: [2009],
    capacity: 1,
    sentence: 'Le plus dur, c’est le premier hiver. On le passe ensemble.',
  },
  {
    name: 'Nadia Izard',
    activity: 'Développement de logiciels, à distance',
    presentation: 'Je travaille d’ici pour des gens de partout. Fibre, coworking, trains : demandez-moi.',
    languages: ['fr', 'en', 'es'],
    interests: ['escalade', 'vélo'],
    childrenBirthYears: [],
    capacity: 2,
    sentence: null,
  },
  {
    name: 'Paul Lafont',
    activity: 'Boulangerie',
    presentation: 'Tout le monde passe au fournil. Vous aussi, bientôt.',
    languages: ['fr'],
    interests: ['randonnée', 'fanfare'],
    childrenBirthYears: [2016, 2020],
    capacity: 1,
    sentence: null,
  },
];

/** Which sponsor and which household of those that settle; how long ago, in days, and what was noted since. */
const PAIRS = [
  { sponsor: 0, stage: ProspectStage.INSTALLED, place: 0, proposed: 120, notes: [100, 62, 9] },
  { sponsor: 1, stage: ProspectStage.PROJECT, place: 0, proposed: 80, notes: [70, 44] },
  { sponsor: 2, stage: ProspectStage.PROJECT, place: 1, proposed: 3, notes: null },
] as const;
const NOTES = [
  {
    by: SponsorshipSide.SPONSOR,
    kind: SponsorshipContactKind.CALL,
    words: 'Premier appel : beaucoup de questions sur l’école.',
  },
  {
    by: SponsorshipSide.HOUSEHOLD,
    kind: SponsorshipContactKind.MEETING,
    words: 'Tour du marché, puis le médecin.',
  },
  {
    by: SponsorshipSide.TEAM,
    kind: SponsorshipContactKind.MESSAGE,
    words: 'Tout va bien, nous dit-on des deux côtés.',
  },
];

/** Sponsors and pairs among the generated households, once; loaded before, they are left as they are. */
export async function loadSponsors(
  em: EntityManager,
  { territoryId, communes }: DemonstrationRequest,
  now: Date,
) {
  const idOf = (index: number) => stableId('sponsor', territoryId, index);
  if ((await em.count(Sponsor, { territoryId })) > 0) return;
  const own = { territoryId, demonstration: true };
  const before = (days: number) => new Date(now.getTime() - days * DAY);
  for (const [index, { sentence, ...person }] of SPONSORS.entries()) {
    const id = idOf(index);
    const email = `parrain-${id.slice(0, 8)}@parrains.example`;
    const communeCode = stablePick(
      communes,
      ({ population }) => Math.sqrt(population),
      'sponsor',
      territoryId,
      index,
    ).code;
    em.create(Sponsor, {
      ...{
        ...own,
        ...person,
        id,
        email,
        emailKey: email,
        communeCode,
        phone: `+3363998${String(900 + index).padStart(4, '0')}`,
      },
      ...{ consentWording: sponsorWording('SPONSOR', 'fr'), consentVersion: SPONSOR_WORDING_VERSION },
      ...{ consentedAt: before(200), createdAt: before(200) },
    });
    await em.flush();
    if (!sentence) continue;
    em.create(SponsorPortrait, {
      ...{ ...own, sponsorId: id, name: person.name, activity: person.activity, communeCode, sentence },
      ...{ consentWording: sponsorWording('PORTRAIT', 'fr'), consentVersion: SPONSOR_WORDING_VERSION },
      ...{ consentChannel: 'PAPER', consentedAt: before(190) },
    });
  }
  await em.flush();
  for (const pair of PAIRS) await loadPair(em, territoryId, pair, idOf(pair.sponsor), before);
}

async function loadPair(
  em: EntityManager,
  territoryId: string,
  { stage, place, proposed, notes, sponsor }: (typeof PAIRS)[number],
  sponsorId: string,
  before: (days: number) => Date,
): Promise<void> {
  const households = await em.find(
    Prospect,
    { territoryId, demonstration: true, stage },
    { orderBy: { id: 'asc' } },
  );
  const household = households[place];
  if (!household) return;
  const { id: prospectId, adults, childrenBirthYears, horizon } = household;
  const contact = await em.findOne(ProspectContact, { prospectId });
  const settling = await em.findOne(Installation, { prospectId });
  const arrival = (settling?.effectiveOn ?? settling?.expectedOn)?.slice(0, 7) ?? null;
  const { name, activity, presentation, languages } = SPONSORS[sponsor]!;
  const { communeCode = null } = await em.findOneOrFail(Sponsor, { id: sponsorId });
  const firstName = contact?.name.split(' ')[0] ?? '';
  const id = stableId('sponsorship', prospectId);
  const active = notes !== null && {
    sponsorAcceptedAt: before(proposed - 2),
    householdAcceptedAt: before(proposed - 5),
  };
  em.create(Sponsorship, {
    ...{ id, territoryId, sponsorId, prospectId, proposedBy: 'demonstration', demonstration: true },
    ...{
      status: notes ? SponsorshipStatus.ACTIVE : SponsorshipStatus.PROPOSED,
      proposedAt: before(proposed),
      ...active,
    },
    reasons: [{ kind: 'ACTIVITY', words: [activity] }],
    sponsorCard: { name, activity, presentation, languages, communeCode },
    householdCard: {
      ...{ adults, children: childrenBirthYears.length, horizon: horizon ?? null },
      ...(notes && { firstName, childrenBirthYears, arrival, communeCode: settling?.communeCode ?? null }),
    },
  });
  await em.flush();
  for (const [index, days] of (notes ?? []).entries()) {
    const { by, kind, words } = NOTES[index]!;
    const day = before(days).toISOString().slice(0, 10);
    em.create(SponsorshipContact, {
      ...{
        id: stableId('sponsorship contact', id, index),
        territoryId,
        sponsorshipId: id,
        sponsorId,
        prospectId,
      },
      ...{ by, kind, day, words, notedAt: before(days) },
    });
  }
  await em.flush();
}
