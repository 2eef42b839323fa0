import type { BroadbandClass, PremisesKind } from '#lib/graphql/generated/graphql.ts';
import { type ServiceKey, serviceKeys } from './services.ts';

export type { BroadbandClass, PremisesKind };

/** Figures that the map can be coloured by, as they are written in addresses. */
export const plainFigures = [
  'population',
  'debit',
  'fibre',
  'services',
  'solos',
  'completude',
  'profil',
] as const;
export type PlainFigure = (typeof plainFigures)[number];
export type Figure = PlainFigure | `distance-${ServiceKey}`;
export const figures: Figure[] = [...plainFigures, ...serviceKeys.map((key): Figure => `distance-${key}`)];

/** The service whose distance a figure is; null for any other figure. */
export const serviceOf = (figure: Figure): ServiceKey | null =>
  figure.startsWith('distance-') ? (figure.slice('distance-'.length) as ServiceKey) : null;

/** Orders of the list, as they are written in addresses; « profil » needs a profile. */
export const sorts = ['profil', 'nom', 'population', 'population-croissante', 'debit'] as const;
export type Sort = (typeof sorts)[number];

/** The wired speed classes that can be asked for, in Mbit/s, from slow to fast. */
export const speeds: Partial<Record<BroadbandClass, number>> = {
  FROM_8: 8,
  FROM_30: 30,
  FROM_100: 100,
  FROM_1000: 1000,
};

/** Every class, from slow to fast. */
export const classOrder: BroadbandClass[] = ['BELOW_8', 'FROM_8', 'FROM_30', 'FROM_100', 'FROM_1000'];

/** Shares of premises with fibre that can be asked for, in percent. */
export const fibreShares = [50, 80, 95];

/** Distances that can be chosen, in kilometres; an address may hold any other up to a hundred. */
export const distanceChoices = [0, 2, 5, 10, 15, 20, 30];

/** Kinds of premises by their word in addresses. */
export const premisesWords: Record<PremisesKind, string> = {
  COWORKING: 'coworking',
  TELECENTRE: 'telecentre',
  OFFICE: 'bureau',
  WORKSHOP: 'atelier',
  HOUSING: 'logement',
  LAND: 'terrain',
};

/** Into how many steps a figure is coloured. */
export const stepCount = 5;

/** How many communes may be compared. */
export const mostCompared = 4;

/** A commune as the map and its list know it. */
export type MapCommune = {
  code: string;
  name: string;
  slug: string;
  population: number | null;
  postalCodes: string[];
  centre: { longitude: number; latitude: number } | null;
  intercommunality: { siren: string } | null;
  broadbandClass: BroadbandClass | null;
  soloCount: number | null;
  /** Share of premises that can have fibre, 0 to 1. */
  fibreShare: number | null;
  /** Share of the services that matter of which something is known, 0 to 1. */
  completeness: number | null;
  /** Kinds of premises on offer; null when not known. */
  premises: PremisesKind[] | null;
  /** By place of a service (see services.ts): kilometres to the nearest, 0 on the spot, null when none is known. */
  kilometres: readonly (number | null)[];
  /** By place of a service: kilometres to the nearest commune where not all are known; 0 here, null nowhere. */
  gaps: readonly (number | null)[];
};

/** The vector tiles of the communes and of their services; both are templates, changed by every content version. */
export type TileSource = {
  url: string;
  facilities: string;
  facilitiesMaxZoom: number;
  version: string;
  minZoom: number;
  maxZoom: number;
  approximate: boolean;
};
