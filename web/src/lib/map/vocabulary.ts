import type { BroadbandClass } from '#lib/graphql/generated/graphql.ts';

export type { BroadbandClass };

/** The figures the map can be coloured by, and the orders of its list, as they are written in addresses. */
export const figures = ['population', 'debit'] as const;
export type Figure = (typeof figures)[number];

export const sorts = ['nom', 'population', 'population-croissante', 'debit'] as const;
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

/** Into how many steps a figure is coloured. */
export const stepCount = 5;

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
