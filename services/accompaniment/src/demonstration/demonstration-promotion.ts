import { stableId } from '@ancrage/subgraph/stable-random';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Audience } from '../promotion/audience.entity.js';
import { Campaign } from '../promotion/campaign.entity.js';
import { Channel } from '../promotion/channel.js';
import { Fair } from '../promotion/fair.entity.js';
import { PromotionLink } from '../promotion/promotion-link.entity.js';
import { PromotionMessage } from '../promotion/promotion-message.entity.js';
import { ProspectTouch } from '../prospect/prospect-touch.entity.js';
import { parisTime, saturdayAfter } from './paris-time.js';

const AUDIENCES = [
  {
    name: 'Familles qui télétravaillent',
    description: 'Deux enfants, un métier qui suit la fibre, l’envie d’une école à taille humaine.',
    title: 'Une école, la fibre, la montagne',
    body: 'Ici, l’école est à dix minutes à pied, le débit se vérifie commune par commune, et la montagne commence au bout de la rue. Venez passer une journée avec nous.',
  },
  {
    name: 'Indépendants des métropoles',
    description:
      'Graphistes, développeurs, traducteurs : ils cherchent de l’espace sans perdre leurs clients.',
    title: 'Votre métier tient dans un sac',
    body: 'Un espace de travail partagé, des solos déjà installés qui vous reçoivent, des locaux à louer : essayez une journée de travail sur place.',
  },
];

/** Cents that were planned and spent; null: nobody has said it yet. */
const CAMPAIGNS: {
  name: string;
  channel: Channel;
  audience: 0 | 1;
  period: [from: string, to: string];
  money: [budget: number | null, spent: number | null];
  goal: string;
}[] = [
  {
    name: 'Affiches dans les gares de Toulouse',
    channel: Channel.PRESS,
    audience: 0,
    period: ['2024-06-01', '2025-09-30'],
    money: [450_000, 418_000],
    goal: 'Quinze familles qui demandent à être rappelées.',
  },
  {
    name: 'Portraits de solos sur les réseaux',
    channel: Channel.WEB,
    audience: 1,
    period: ['2024-06-01', '2026-12-31'],
    money: [200_000, 126_550],
    goal: 'Faire voir qui travaille déjà ici.',
  },
  {
    name: 'Relais des espaces de travail partagés',
    channel: Channel.PARTNER,
    audience: 1,
    period: ['2024-09-01', '2026-12-31'],
    money: [null, null],
    goal: 'Être cité par les réseaux d’indépendants.',
  },
];

/** Their days are in the past, or in so many days from now. */
const FAIRS: { name: string; place: string; summary: string; on: string | number; cost: number | null }[] = [
  {
    name: 'Salon du télétravail et des nouvelles vies',
    place: 'Toulouse, parc des expositions',
    summary: 'Un stand, deux familles installées pour en parler, et la carte des débits sous la main.',
    on: '2024-10-12',
    cost: 240_000,
  },
  {
    name: 'Forum des indépendants',
    place: 'Toulouse, la Halle de la Cartoucherie',
    summary: 'Une table ronde sur le travail à la montagne.',
    on: '2025-05-24',
    cost: null,
  },
  {
    name: 'Journée « Changer d’air »',
    place: 'Toulouse, espaces Vanel',
    summary: 'Venez poser vos questions à ceux qui ont sauté le pas.',
    on: 40,
    cost: 90_000,
  },
];

const LINKS: {
  code: string;
  label: string;
  target: string;
  campaign?: number;
  fair?: number;
  followed: number;
}[] = [
  {
    code: 'affiche-matabiau',
    label: 'Affiche, gare Matabiau',
    target: '/decouvrir',
    campaign: 0,
    followed: 212,
  },
  {
    code: 'affiche-st-agne',
    label: 'Affiche, gare Saint-Agne',
    target: '/decouvrir',
    campaign: 0,
    followed: 47,
  },
  {
    code: 'portraits',
    label: 'Publication « Elle code à 900 m »',
    target: '/accueil',
    campaign: 1,
    followed: 634,
  },
  { code: 'coworking', label: 'Lettre des espaces partagés', target: '/rappel', campaign: 2, followed: 58 },
  { code: 'salon-toulouse', label: 'Carte remise au salon', target: '/rappel', fair: 0, followed: 31 },
];

export const demonstrationLinkId = (territoryId: string, link: number): string =>
  stableId('promotion link', territoryId, link);
export const demonstrationFairId = (territoryId: string, fair: number): string =>
  stableId('fair', territoryId, fair);

/** What can have brought a generated household: a link or a fair that is over, and its channel. */
export const demonstrationOrigins = (
  territoryId: string,
): { linkId?: string; fairId?: string; channel: Channel }[] => [
  ...LINKS.map(({ campaign }, index) => ({
    linkId: demonstrationLinkId(territoryId, index),
    channel: campaign === undefined ? Channel.FAIR : CAMPAIGNS[campaign]!.channel,
  })),
  ...[0, 1].map((index) => ({ fairId: demonstrationFairId(territoryId, index), channel: Channel.FAIR })),
];

/** Generates what the territory did to be known: audiences, campaigns, fairs and links, one part of the costs unknown. */
export async function loadPromotion(em: EntityManager, territoryId: string, now: Date): Promise<void> {
  const own = { territoryId, demonstration: true };
  const id = (kind: string, index: number) => stableId(kind, territoryId, index);
  for (const [index, { name, description }] of AUDIENCES.entries())
    em.create(Audience, { ...own, id: id('audience', index), name, description });
  // Foreign keys want these rows first; the ORM does not know of them.
  await em.flush();
  for (const [index, { title, body }] of AUDIENCES.entries())
    em.create(PromotionMessage, {
      ...{ id: id('promotion message', index), territoryId, audienceId: id('audience', index) },
      ...{ title, body },
    });
  await em.flush();
  for (const [index, { audience, period, money, ...campaign }] of CAMPAIGNS.entries())
    em.create(Campaign, {
      ...own,
      ...campaign,
      id: id('campaign', index),
      audienceId: id('audience', audience),
      messageId: id('promotion message', audience),
      startsOn: period[0],
      endsOn: period[1],
      ...(money[0] !== null && { budgetCents: money[0] }),
      ...(money[1] !== null && { spentCents: money[1] }),
    });
  for (const fair of demonstrationFairs(territoryId, now))
    em.create(Fair, { ...own, ...fair, revision: 0, updatedAt: now });
  await em.flush();
  for (const [index, { campaign, fair, ...link }] of LINKS.entries())
    em.create(PromotionLink, {
      ...{ id: demonstrationLinkId(territoryId, index), territoryId, createdAt: new Date('2024-06-01') },
      ...link,
      ...(campaign !== undefined && { campaignId: id('campaign', campaign) }),
      ...(fair !== undefined && { fairId: demonstrationFairId(territoryId, fair) }),
    });
  await em.flush();
}

/** The generated fairs, dated: those that are over stay where they were, the others are to come. */
export function demonstrationFairs(territoryId: string, now: Date) {
  return FAIRS.map(({ on, cost, name, place, summary }, index) => {
    const day = typeof on === 'string' ? on : saturdayAfter(now, on);
    return {
      id: demonstrationFairId(territoryId, index),
      slug: `salon-${index + 1}`,
      ...{ name, place, summary },
      startsAt: parisTime(day, '09:30'),
      endsAt: parisTime(day, '18:00'),
      shown: true,
      ...(cost !== null && { costCents: cost }),
    };
  });
}

/** Dates a generated fair anew that has passed, unless somebody was met there. */
export async function dateFairsAnew(em: EntityManager, territoryId: string, now: Date): Promise<void> {
  for (const { id, startsAt, endsAt } of demonstrationFairs(territoryId, now).filter(
    ({ startsAt }) => startsAt > now,
  )) {
    const fair = await em.findOne(Fair, { id, territoryId, demonstration: true, startsAt: { $lte: now } });
    if (fair && (await em.count(ProspectTouch, { fairId: id })) === 0)
      em.assign(fair, { startsAt, endsAt, revision: fair.revision + 1, updatedAt: now });
  }
}
