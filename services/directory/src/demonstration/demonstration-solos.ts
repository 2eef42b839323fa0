import type { DemonstrationRequest } from '@ancrage/subgraph/demonstration';
import { slugOf } from '@ancrage/subgraph/slug';
import { stableFraction, stableId, stablePick } from '@ancrage/subgraph/stable-random';
import { SoloStatus } from '../solo/solo-status.js';
import { TRADES } from './trades.js';

/** How far each of the 78 has come: as many as the reference territory published, and the rest plausibly spread. */
const STAGES: [SoloStatus, number][] = [
  [SoloStatus.PUBLISHED, 40],
  [SoloStatus.CONSENTED, 6],
  [SoloStatus.CONTACTED, 14],
  [SoloStatus.IDENTIFIED, 12],
  [SoloStatus.REFUSED, 4],
  [SoloStatus.WITHDRAWN, 2],
];
const STATUSES = STAGES.flatMap(([status, count]) => Array<SoloStatus>(count).fill(status));
const WAYS_OF_IDENTIFYING = ['Réseau d’accueil', 'Répertoire des entreprises', 'Bouche à oreille', 'Salon'];

const DAY = 86_400_000;
const FIRST_IDENTIFIED = Date.UTC(2023, 1, 6, 9);
/** All dates are in the past whenever the demonstration is loaded: the last publication is in 2025. */
const IDENTIFYING_DAYS = 850;

/** A generated solo and the days on which it moved on. */
export interface DemonstrationSolo {
  id: string;
  slug: string;
  displayName: string;
  activity: string;
  skills: string[];
  presentation: string;
  communeCode: string;
  canSponsor: boolean;
  identifiedBy: string;
  identifiedAt: Date;
  status: SoloStatus;
  consentedAt: Date;
  publishedAt: Date;
  withdrawnAt: Date;
}

/** The generated solos of a territory: the same whenever and wherever they are generated. */
export function demonstrationSolos({ territoryId, communes }: DemonstrationRequest): DemonstrationSolo[] {
  return STATUSES.map((status, index) => {
    // One name of each trade, then the second of each, so that every trade is among the published.
    const { names, ...trade } = TRADES[index % TRADES.length]!;
    const displayName = names[Math.floor(index / TRADES.length)]!;
    const fraction = (what: string) => stableFraction(what, territoryId, index);
    const identified = FIRST_IDENTIFIED + Math.floor(fraction('identified') * IDENTIFYING_DAYS) * DAY;
    const consented = identified + (14 + Math.floor(fraction('consented') * 60)) * DAY;
    return {
      ...trade,
      id: stableId('solo', territoryId, index),
      displayName,
      slug: slugOf(displayName),
      // The square root keeps the town from taking nearly all.
      communeCode: stablePick(
        communes,
        ({ population }) => Math.sqrt(population),
        'commune',
        territoryId,
        index,
      ).code,
      canSponsor: fraction('sponsor') < 0.4,
      identifiedBy: stablePick(WAYS_OF_IDENTIFYING, () => 1, 'identified by', territoryId, index),
      identifiedAt: new Date(identified),
      status,
      consentedAt: new Date(consented),
      publishedAt: new Date(consented + 7 * DAY),
      withdrawnAt: new Date(consented + 60 * DAY),
    };
  });
}
